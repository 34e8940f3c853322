#include "app/analysis/analysis_host.h"

#include "app/analysis/backtest.h"
#include "app/analysis/checking.h"
#include "app/analysis/decided_twice.h"
#include "app/analysis/draft_rules.h"
#include "app/analysis/figures.h"
#include "app/analysis/floor_counter.h"
#include "app/analysis/pass_rates.h"
#include "app/analysis/past_conversation.h"
#include "app/analysis/review.h"
#include "app/analysis/samples.h"
#include "app/analysis/seen_values.h"
#include "app/analysis/traffic.h"
#include "app/analysis/why.h"
#include "app/router/work_thread.h"
#include "app/rules/schedule_notes.h"
#include "routing/rulebook/rulebook_json.h"

#include <QDateTime>

#include <map>
#include <utility>

namespace signalbox {
namespace {

constexpr std::chrono::days notedAhead{365};

// When the day of this moment began, at this desk.
Instant dayOf(Instant at)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    const QDateTime midnight = QDateTime::fromMSecsSinceEpoch(milliseconds).date().startOfDay();
    return Instant{std::chrono::milliseconds{midnight.toMSecsSinceEpoch()}};
}

}

// Tickets and what is called off belong to the window's thread; the threads know only their errands.
struct AnalysisHost::State {
    State(std::filesystem::path workspace, std::function<Instant()> clock)
        : history(workspace), figures(std::move(workspace)), now(std::move(clock))
    {
    }

    History history;
    FigureSource figures;   // these two only for `counts`
    FloorCounter floor{figures, history};
    std::function<Instant()> now;
    quint64 lastTicket = 0;
    std::map<quint64, Errand> running;
    WorkThread past;     // short questions about history, one after the other
    WorkThread replay;   // backtests
    WorkThread proofs;   // the checker
    WorkThread schedules;
    WorkThread reasons;   // why decisions came out as they did
    WorkThread counts;    // the four figures, the floor, and what is behind them
};

AnalysisHost::AnalysisHost(std::filesystem::path workspace, std::function<Instant()> now, QObject* parent)
    : AnalysisPort(parent), m_state(std::make_unique<State>(std::move(workspace), std::move(now)))
{
}

AnalysisHost::~AnalysisHost()
{
    for (auto& [ticket, errand] : m_state->running)
        errand.calledOff->store(true);
    m_state->past.stop();
    m_state->replay.stop();
    m_state->proofs.stop();
    m_state->schedules.stop();
    m_state->reasons.stop();
    m_state->counts.stop();
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
            post(ticket,
                 [this, ticket, why = QString::fromStdString(done.error().message)] { Q_EMIT failed(ticket, why); });
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

quint64 AnalysisHost::askTraffic(const Period& period)
{
    return ask(m_state->past, [this, period](quint64 ticket, const Errand& errand) -> Result<void> {
        if (auto followed = m_state->history.follow(errand); !followed)
            return followed;
        const auto live = m_state->history.liveRules();
        const auto agents = agentNames(m_state->history);
        if (!live || !agents)
            return tl::unexpected(live ? agents.error() : live.error());
        const auto words = destinationWords(*agents, {{*live, &(*live)->rulebook()}});
        const auto past = m_state->history.read();
        tell(ticket, &AnalysisHost::trafficCounted, countTraffic(past.log, period, dayOf(period.until), words));
        return {};
    });
}

quint64 AnalysisHost::askSamples(const QString& words, const std::optional<PolicyId>& policy, int limit)
{
    return ask(m_state->past, [this, words, policy, limit](quint64 ticket, const Errand& errand) {
        return findSamples(m_state->history, words, policy, limit, errand).map([&](const auto& samples) {
            tell(ticket, &AnalysisHost::samplesFound, samples);
        });
    });
}

quint64 AnalysisHost::askSeenValues(const std::string& attribute, const Period& period)
{
    return ask(m_state->past, [this, attribute, period](quint64 ticket, const Errand& errand) {
        return m_state->history.follow(errand).map([&] {
            tell(ticket, &AnalysisHost::valuesSeen, seenValues(m_state->history.read().log, attribute, period));
        });
    });
}

quint64 AnalysisHost::askPassRates(const std::vector<Condition>& conditions, const Period& period)
{
    return ask(m_state->past, [this, conditions, period](quint64 ticket, const Errand& errand) -> Result<void> {
        if (auto followed = m_state->history.follow(errand); !followed)
            return followed;
        const auto live = m_state->history.liveRules();
        if (!live)
            return tl::unexpected(live.error());
        const PassRates rates
            = passRates(m_state->history.read().log, conditions, (*live)->engine().openIntervals(), period, errand);
        post(ticket, [this, ticket, rates] { Q_EMIT passRatesCounted(ticket, rates.shares, rates.conversations); });
        return {};
    });
}

CheckListener AnalysisHost::listenerFor(quint64 ticket)
{
    return {[this, ticket](const auto& issues) { tell(ticket, &AnalysisHost::issuesFound, issues); },
            [this, ticket](const Finding& finding) { tell(ticket, &AnalysisHost::findingFound, finding); }};
}

quint64 AnalysisHost::askCheck(const std::string& document)
{
    return ask(m_state->proofs, [this, document](quint64 ticket, const Errand& errand) {
        return checkDocument(document, m_state->now(), listenerFor(ticket), errand).map([&](bool complete) {
            tell(ticket, &AnalysisHost::checked, complete);
        });
    });
}

quint64 AnalysisHost::askDifference(const std::string& before, const std::string& after)
{
    return ask(m_state->proofs, [this, before, after](quint64 ticket, const Errand& errand) {
        return compareDocuments(before, after, m_state->now(), listenerFor(ticket), errand).map([&](bool complete) {
            tell(ticket, &AnalysisHost::checked, complete);
        });
    });
}

quint64 AnalysisHost::askBacktest(const std::string& document, const Period& period)
{
    return ask(m_state->replay, [this, document, period](quint64 ticket, const Errand& errand) {
        return backtest(m_state->history, document, period, m_state->now(), errand).map([&](const auto& report) {
            tell(ticket, &AnalysisHost::backtested, report);
        });
    });
}

quint64 AnalysisHost::askPastConversation(const ConversationId& conversation)
{
    return ask(m_state->past, [this, conversation](quint64 ticket, const Errand&) {
        const auto read = [&](Database& database) { return readPastConversation(database, conversation); };
        return m_state->history.with(read).map(
            [&](const PastConversation& past) { tell(ticket, &AnalysisHost::pastConversationRead, past); });
    });
}

quint64 AnalysisHost::askDecidedTwice(const std::string& document, const ConversationId& conversation)
{
    return ask(m_state->past, [this, document, conversation](quint64 ticket, const Errand&) {
        return decideTwice(m_state->history, document, conversation, m_state->now()).map([&](const auto& decisions) {
            tell(ticket, &AnalysisHost::decidedTwice, decisions);
        });
    });
}

quint64 AnalysisHost::askWhy(const WhyQuestion& question)
{
    return ask(m_state->reasons, [this, question](quint64 ticket, const Errand& errand) -> Result<void> {
        const auto why = explainWhy(m_state->history, question);
        if (!why)
            return tl::unexpected(why.error());
        tell(ticket, &AnalysisHost::whyExplained, why->moment);
        tell(ticket, &AnalysisHost::otherWaysFound, otherWays(*why, errand));
        return {};
    });
}

quint64 AnalysisHost::askReview(const ReviewQuestion& week)
{
    return ask(m_state->past, [this, week](quint64 ticket, const Errand& errand) {
        return readReview(m_state->history, week, errand).map([&](const ReviewData& review) {
            tell(ticket, &AnalysisHost::reviewRead, review);
        });
    });
}

quint64 AnalysisHost::askFigures(const FigureQuestion& question, const std::vector<Dimension>& by)
{
    return ask(m_state->counts, [this, question, by](quint64 ticket, const Errand&) {
        return reportOf(m_state->figures, question, by).map([&](const FigureReport& report) {
            tell(ticket, &AnalysisHost::figuresMade, report);
        });
    });
}

quint64 AnalysisHost::askConversations(const std::vector<std::int64_t>& numbers, RowsOf of)
{
    return ask(m_state->counts, [this, numbers, of](quint64 ticket, const Errand&) {
        return listConversations(m_state->figures, numbers, of).map([&](const auto& conversations) {
            tell(ticket, &AnalysisHost::conversationsListed, conversations);
        });
    });
}

quint64 AnalysisHost::askFloor(const FloorQuestion& question)
{
    return ask(m_state->counts, [this, question](quint64 ticket, const Errand& errand) -> Result<void> {
        auto counts = m_state->floor.count(question, errand);
        auto attributes = m_state->floor.attributes(errand);
        if (!counts || !attributes)
            return tl::unexpected(counts ? attributes.error() : counts.error());
        counts->attributes = std::move(*attributes);
        tell(ticket, &AnalysisHost::floorCounted, std::move(*counts));
        return {};
    });
}

quint64 AnalysisHost::askVersions()
{
    return ask(m_state->past, [this](quint64 ticket, const Errand& errand) -> Result<void> {
        if (auto followed = m_state->history.follow(errand); !followed)
            return followed;
        const auto published
            = m_state->history.with([](Database& database) { return WorkspaceStore(database).rulebooks(); });
        if (!published)
            return tl::unexpected(published.error());
        const auto decisions = m_state->history.read().log.decisionsByVersion();
        std::vector<VersionRow> rows;
        for (const PublishedRulebook& version : *published) {
            const auto made = decisions.find(version.version);
            rows.push_back(
                {version.version, version.note, version.by, version.at, made == decisions.end() ? 0 : made->second});
        }
        tell(ticket, &AnalysisHost::versionsListed, rows);
        return {};
    });
}

quint64 AnalysisHost::askVersion(int version)
{
    return ask(m_state->past, [this, version](quint64 ticket, const Errand&) {
        return m_state->history.rules(version).map([&](const auto& rules) {
            tell(ticket, &AnalysisHost::versionRead, QString::fromStdString(rules->onScreen().document));
        });
    });
}

quint64 AnalysisHost::askOpenIntervals(const std::string& document)
{
    return ask(m_state->schedules, [this, document](quint64 ticket, const Errand&) -> Result<void> {
        tell(ticket, &AnalysisHost::openIntervalsResolved, openIntervalsIn(document, m_state->now()));
        return {};
    });
}

quint64 AnalysisHost::askScheduleNotes(const std::string& document)
{
    return ask(m_state->schedules, [this, document](quint64 ticket, const Errand&) -> Result<void> {
        const auto agents = m_state->history.with([](Database& database) { return WorkspaceStore(database).agents(); });
        if (!agents)
            return tl::unexpected(agents.error());
        std::vector<Agent> people;
        for (const auto& [agent, presence] : *agents)
            people.push_back(agent);
        const Instant now = m_state->now();
        return scheduleNotes(readRulebookAsItIs(document).rulebook, people, now, now + notedAhead)
            .map([&](const auto& notes) { tell(ticket, &AnalysisHost::scheduleNotesMade, notes); });
    });
}

}
