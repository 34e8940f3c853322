#pragma once

#include "ui/shared/analysis_port.h"

#include <vector>

namespace signalbox::test {

// A door for questions that keeps what was asked; a test answers with Q_EMIT and the ticket.
class RecordingAnalysis : public AnalysisPort {
public:
    using AnalysisPort::AnalysisPort;

    struct Asked {
        quint64 ticket = 0;
        QString kind;           // "traffic", "samples", ...
        std::string document;   // or attribute, words, conversation: what it was about
        std::string other;      // the second document of a difference
        Period period{};
    };

    quint64 askTraffic(const Period& period) override { return keep(QStringLiteral("traffic"), {}, period); }
    quint64 askSamples(const QString& words, const std::optional<PolicyId>&, int) override
    {
        return keep(QStringLiteral("samples"), words.toStdString());
    }
    quint64 askSeenValues(const std::string& attribute, const Period& period) override
    {
        return keep(QStringLiteral("seen values"), attribute, period);
    }
    quint64 askPassRates(const std::vector<Condition>& conditions, const Period& period) override
    {
        passRatesAsked = conditions;
        return keep(QStringLiteral("pass rates"), {}, period);
    }
    quint64 askCheck(const std::string& document) override { return keep(QStringLiteral("check"), document); }
    quint64 askDifference(const std::string& before, const std::string& after) override
    {
        const quint64 ticket = keep(QStringLiteral("difference"), before);
        asked.back().other = after;
        return ticket;
    }
    quint64 askBacktest(const std::string& document, const Period& period) override
    {
        return keep(QStringLiteral("backtest"), document, period);
    }
    quint64 askPastConversation(const ConversationId& conversation) override
    {
        return keep(QStringLiteral("past conversation"), conversation.value);
    }
    quint64 askDecidedTwice(const std::string& document, const ConversationId& conversation) override
    {
        const quint64 ticket = keep(QStringLiteral("decided twice"), document);
        asked.back().other = conversation.value;
        return ticket;
    }
    quint64 askWhy(const WhyQuestion& question) override
    {
        whyAsked.push_back(question);
        return keep(QStringLiteral("why"), question.conversation.value);
    }
    quint64 askReview(const ReviewQuestion& week) override
    {
        reviewsAsked.push_back(week);
        return keep(QStringLiteral("review"), {});
    }
    quint64 askFigures(const FigureQuestion& question, const std::vector<Dimension>& by) override
    {
        figuresAsked.push_back({question, by});
        return keep(QStringLiteral("figures"), {});
    }
    quint64 askConversations(const std::vector<std::int64_t>& numbers, RowsOf of = RowsOf::Conversations) override
    {
        conversationsAsked.push_back({numbers, of});
        return keep(QStringLiteral("conversations"), {});
    }
    quint64 askFloor(const FloorQuestion& question) override
    {
        floorAsked.push_back(question);
        return keep(QStringLiteral("floor"), {});
    }
    quint64 askVersions() override { return keep(QStringLiteral("versions"), {}); }
    quint64 askVersion(int version) override { return keep(QStringLiteral("version"), std::to_string(version)); }
    quint64 askOpenIntervals(const std::string& document) override
    {
        return keep(QStringLiteral("open intervals"), document);
    }
    quint64 askScheduleNotes(const std::string& document) override
    {
        return keep(QStringLiteral("schedule notes"), document);
    }
    void cancel(quint64 ticket) override { cancelled.push_back(ticket); }

    // The ticket of the newest question of this kind; 0: there was none.
    quint64 last(const QString& kind) const
    {
        for (auto at = asked.rbegin(); at != asked.rend(); ++at)
            if (at->kind == kind)
                return at->ticket;
        return 0;
    }

    std::vector<Asked> asked;
    std::vector<Condition> passRatesAsked;
    std::vector<WhyQuestion> whyAsked;
    std::vector<ReviewQuestion> reviewsAsked;
    std::vector<std::pair<FigureQuestion, std::vector<Dimension>>> figuresAsked;
    std::vector<std::pair<std::vector<std::int64_t>, RowsOf>> conversationsAsked;
    std::vector<FloorQuestion> floorAsked;
    std::vector<quint64> cancelled;

private:
    quint64 keep(const QString& kind, const std::string& about, const Period& period = {})
    {
        const quint64 ticket = asked.size() + 1;
        asked.push_back({ticket, kind, about, {}, period});
        return ticket;
    }
};

}
