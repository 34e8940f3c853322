#pragma once

#include "app/analysis/checking.h"
#include "app/analysis/errand.h"
#include "model/domain/result.h"
#include "ui/shared/analysis_port.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <type_traits>

namespace signalbox {

class WorkThread;

// The window's door to the past and to the proofs: each question is answered on a thread of its own kind, with a
// connection of its own that only reads, and the answer is posted to the window's thread. A question that was called off
// is never answered.
class AnalysisHost final : public AnalysisPort {
    Q_OBJECT

public:
    // Lives on the window's thread. Nothing is read before the first question. `now` is asked on any thread.
    AnalysisHost(std::filesystem::path workspace, std::function<Instant()> now, QObject* parent = nullptr);
    ~AnalysisHost() override;   // calls everything off, and waits for the threads

    quint64 askTraffic(const Period& period) override;
    quint64 askSamples(const QString& words, const std::optional<PolicyId>& policy, int limit) override;
    quint64 askSeenValues(const std::string& attribute, const Period& period) override;
    quint64 askPassRates(const std::vector<Condition>& conditions, const Period& period) override;
    quint64 askCheck(const std::string& document) override;
    quint64 askDifference(const std::string& before, const std::string& after) override;
    quint64 askBacktest(const std::string& document, const Period& period) override;
    quint64 askPastConversation(const ConversationId& conversation) override;
    quint64 askDecidedTwice(const std::string& document, const ConversationId& conversation) override;
    quint64 askWhy(const WhyQuestion& question) override;
    quint64 askReview(const ReviewQuestion& week) override;
    quint64 askFigures(const FigureQuestion& question, const std::vector<Dimension>& by) override;
    quint64 askConversations(const std::vector<std::int64_t>& numbers, RowsOf of) override;
    quint64 askFloor(const FloorQuestion& question) override;
    quint64 askVersions() override;
    quint64 askVersion(int version) override;
    quint64 askOpenIntervals(const std::string& document) override;
    quint64 askScheduleNotes(const std::string& document) override;
    void cancel(quint64 ticket) override;

private:
    struct State;
    using Work = std::function<Result<void>(quint64 ticket, const Errand& errand)>;

    // Hands the work to the thread; what it returns as an error is told as `failed`.
    quint64 ask(WorkThread& thread, Work work);
    // Runs on the window's thread, unless the question was called off by then.
    void post(quint64 ticket, std::function<void()> tell);
    template <class Answer>
    void tell(quint64 ticket, void (AnalysisPort::*answered)(quint64, Answer), std::type_identity_t<Answer> answer)
    {
        post(ticket, [this, ticket, answered, answer = std::decay_t<Answer>(std::move(answer))] {
            Q_EMIT(this->*answered)(ticket, answer);
        });
    }
    CheckListener listenerFor(quint64 ticket);

    std::unique_ptr<State> m_state;
};

}
