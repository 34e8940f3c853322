#include "app/analysis/analysis_host.h"

#include "app/router/work_thread.h"

#include <map>
#include <utility>

namespace signalbox {

// Tickets and what is called off belong to the window's thread; the threads know only their errands.
struct AnalysisHost::State {
    explicit State(std::filesystem::path file) : workspace(std::move(file)) { }

    std::filesystem::path workspace;
    quint64 lastTicket = 0;
    std::map<quint64, Errand> running;
    WorkThread past;     // short questions about history, one after the other
    WorkThread replay;   // backtests
    WorkThread proofs;   // the checker, schedules
};

AnalysisHost::AnalysisHost(std::filesystem::path workspace, QObject* parent)
    : AnalysisPort(parent), m_state(std::make_unique<State>(std::move(workspace)))
{
}

AnalysisHost::~AnalysisHost()
{
    for (auto& [ticket, errand] : m_state->running)
        errand.calledOff->store(true);
    m_state->past.stop();
    m_state->replay.stop();
    m_state->proofs.stop();
}

quint64 AnalysisHost::ask(WorkThread& thread, Work work)
{
    const quint64 ticket = ++m_state->lastTicket;
    Errand errand;
    errand.progressed = [this, ticket](std::int64_t done, std::int64_t total) {
        post(ticket, [this, ticket, done, total] { Q_EMIT progressed(ticket, done, total); });
    };
    m_state->running.emplace(ticket, errand);
    thread.post([this, ticket, errand, work = std::move(work)] {
        const auto done = errand.isCalledOff() ? Result<void>{} : work(ticket, errand);
        if (!done)
            post(ticket, [this, ticket, why = QString::fromStdString(done.error().message)] {
                Q_EMIT failed(ticket, why);
            });
        post(ticket, [this, ticket] { m_state->running.erase(ticket); });
    });
    return ticket;
}

void AnalysisHost::post(quint64 ticket, std::function<void()> tell)
{
    QMetaObject::invokeMethod(
        this,
        [this, ticket, tell = std::move(tell)] {
            if (m_state->running.contains(ticket))
                tell();
        },
        Qt::QueuedConnection);
}

void AnalysisHost::cancel(quint64 ticket)
{
    const auto running = m_state->running.find(ticket);
    if (running == m_state->running.end())
        return;
    running->second.calledOff->store(true);
    m_state->running.erase(running);
}

namespace {
Result<void> notReadYet(quint64, const Errand&) { return failure("The past is not read yet."); }
}

quint64 AnalysisHost::askTraffic(const Period&) { return ask(m_state->past, notReadYet); }
quint64 AnalysisHost::askSamples(const QString&, const std::optional<PolicyId>&, int)
{
    return ask(m_state->past, notReadYet);
}
quint64 AnalysisHost::askSeenValues(const std::string&, const Period&) { return ask(m_state->past, notReadYet); }
quint64 AnalysisHost::askPassRates(const std::vector<Condition>&, const Period&)
{
    return ask(m_state->past, notReadYet);
}
quint64 AnalysisHost::askCheck(const std::string&) { return ask(m_state->proofs, notReadYet); }
quint64 AnalysisHost::askDifference(const std::string&, const std::string&)
{
    return ask(m_state->proofs, notReadYet);
}
quint64 AnalysisHost::askBacktest(const std::string&, const Period&) { return ask(m_state->replay, notReadYet); }
quint64 AnalysisHost::askPastConversation(const ConversationId&) { return ask(m_state->past, notReadYet); }
quint64 AnalysisHost::askVersions() { return ask(m_state->past, notReadYet); }
quint64 AnalysisHost::askVersion(int) { return ask(m_state->past, notReadYet); }
quint64 AnalysisHost::askOpenIntervals(const std::string&) { return ask(m_state->proofs, notReadYet); }
quint64 AnalysisHost::askScheduleNotes(const std::string&) { return ask(m_state->proofs, notReadYet); }

}
