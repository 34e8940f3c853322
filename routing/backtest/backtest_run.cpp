#include "routing/backtest/backtest.h"

#include "routing/backtest/past_walk.h"
#include "routing/signals/intent_score.h"

#include <algorithm>
#include <tuple>

namespace signalbox {
namespace {

using Place = std::pair<Outcome::Kind, std::string>;
Place placeOf(const Outcome& outcome) { return {outcome.kind, outcome.target}; }

template <class Key>
void count(std::map<Key, Shift>& shifts, const Key& before, const Key& after)
{
    if (before == after) {
        Shift& shift = shifts[before];
        ++shift.before, ++shift.after, ++shift.both;
    } else {
        ++shifts[before].before;
        ++shifts[after].after;
    }
}

void add(Shift& to, const Shift& more)
{
    to.before += more.before;
    to.after += more.after;
    to.both += more.both;
}

template <class Key, class Number>
void addAll(std::map<Key, Number>& to, const std::map<Key, Number>& more)
{
    for (const auto& [key, number] : more)
        if constexpr (std::is_same_v<Number, Shift>)
            add(to[key], number);
        else
            to[key] += number;
}

// The alerts of one conversation: each again only after its cooldown, and once when it has none.
class AlertsSounded {
public:
    void start()
    {
        m_at.clear();
        m_policy.reset();
    }
    template <class Sounded>
    void decide(const std::optional<PolicyId>& policy, const std::vector<AlertSounded>& alerts, Instant at,
                Sounded sounded)
    {
        const bool anew = !m_policy || *m_policy != policy;
        m_policy = policy;
        for (const AlertSounded& alert : alerts) {
            if (alert.byAction && !anew)
                continue;
            const auto [last, first] = m_at.try_emplace(alert.alert, at);
            if (!first && (alert.cooldown == seconds{0} || at < last->second + alert.cooldown))
                continue;
            last->second = at;
            sounded(alert.alert);
        }
    }

private:
    std::map<AlertId, Instant> m_at;
    std::optional<std::optional<PolicyId>> m_policy;
};

// What the draft gives its own scores is not taken from the past.
AttributeNames wantedBy(const Rulebook& draft)
{
    AttributeNames wanted = attributesLookedAt(draft);
    wanted.erase(scoreAttribute(Score::Intent));
    for (const Signal& signal : draft.signals)
        wanted.erase(scoreAttribute(signal.score));
    return wanted;
}

struct Tally {
    std::int64_t conversations = 0;
    std::int64_t moved = 0;
    std::int64_t tierChangedOnly = 0;
    std::map<std::pair<Place, Place>, std::int64_t> fromTo;
    std::map<Place, Shift> byPlace;
    std::map<std::string, Shift> byTier;
    std::map<PolicyId, Shift> hits;
    std::map<AlertId, Shift> alerts;
    Shift handedOff;
    std::map<int, std::int64_t> decisions;   // by version
    Instant from = Instant::max();
    Instant to = Instant::min();
    std::vector<MovedConversation> examples;
};

constexpr std::size_t mostExamplesKept = 5'000;   // of one run

}

struct BacktestRun::State {
    State(const PastLog& theLog, const Engine& theDraft, const VersionsThen& versions, Instant theSince,
          Instant theUntil)
        : log(theLog), draft(theDraft), then(versions), since(theSince), until(theUntil)
    {
    }

    bool isLookedAt(const PastLog::Conversation& conversation) const;
    PastDecision decide(PastWalk& from);
    void countAlerts(const PastDecision& made, const PastLog::Step& step);
    void countOutcome(const MovedConversation& conversation);

    const PastLog& log;
    const Engine& draft;
    const VersionsThen& then;
    Instant since;
    Instant until;
    PastWalk walk{log, wantedBy(draft.rulebook())};
    Replay replay{draft};
    AlertsSounded alertsBefore;
    AlertsSounded alertsAfter;
    Tally tally;
};

BacktestRun::BacktestRun(const PastLog& log, const Engine& draft, const VersionsThen& then, Instant since,
                         Instant until)
    : m_state(std::make_unique<State>(log, draft, then, since, until))
{
}
BacktestRun::~BacktestRun() = default;

bool BacktestRun::State::isLookedAt(const PastLog::Conversation& conversation) const
{
    if (conversation.first == PastLog::none)
        return false;
    Instant last = log.steps()[conversation.last].at;
    if (last >= until) {
        last = Instant::min();
        for (auto at = conversation.first; at != PastLog::none && log.steps()[at].at < until; at = log.steps()[at].next)
            last = log.steps()[at].at;
    }
    return last >= since && last < until;
}

PastDecision BacktestRun::State::decide(PastWalk& from)
{
    const PastLog::Step& step = from.step();
    const auto rules = then.find(step.version);
    PastDecision made
        = replay.next(std::move(from.values()),
                      {step.at, rules == then.end() ? nothingTakenOver : rules->second, from.seen(), from.changed(),
                       from.onlyTimePassed(), step.stopped, log.sentTo(step), log.outcome(step.leadsTo)});
    from.values() = std::move(made.decision.snapshot);
    return made;
}

void BacktestRun::State::countAlerts(const PastDecision& made, const PastLog::Step& step)
{
    const bool counts = step.at >= since;
    std::optional<PolicyId> policyThen;
    if (step.policy != PastLog::none)
        policyThen = PolicyId{log.names().text(step.policy)};
    alertsBefore.decide(policyThen, log.alertsOf(step), step.at,
                        [&](const AlertId& alert) { tally.alerts[alert].before += counts ? 1 : 0; });
    alertsAfter.decide(made.decision.policy, made.alerts, step.at,
                       [&](const AlertId& alert) { tally.alerts[alert].after += counts ? 1 : 0; });
}

void BacktestRun::State::countOutcome(const MovedConversation& conversation)
{
    const Outcome& before = conversation.before;
    const Outcome& after = conversation.after;
    ++tally.conversations;
    count(tally.byPlace, placeOf(before), placeOf(after));
    count(tally.byTier, before.tier.value, after.tier.value);
    count(tally.hits, before.policy.value_or(PolicyId{}), after.policy.value_or(PolicyId{}));
    const bool wasHandedOff = before.kind != Outcome::Kind::Ai;
    const bool isHandedOff = after.kind != Outcome::Kind::Ai;
    add(tally.handedOff, {wasHandedOff, isHandedOff, wasHandedOff && isHandedOff});
    if (before.sameAs(after))
        return;
    ++tally.moved;
    if (before.sameOwner(after))
        ++tally.tierChangedOnly;
    else
        ++tally.fromTo[{placeOf(before), placeOf(after)}];
    if (tally.examples.size() < mostExamplesKept)
        tally.examples.push_back(conversation);
}

void BacktestRun::look(const PastLog::Conversation& conversation)
{
    State& run = *m_state;
    if (!run.isLookedAt(conversation))
        return;
    run.walk.start(conversation);
    run.replay.start(conversation.id);
    run.alertsBefore.start();
    run.alertsAfter.start();
    MovedConversation seen;
    seen.id = conversation.id;
    bool parted = false;
    for (std::size_t i = 0; run.walk.next() && run.walk.step().at < run.until; ++i) {
        const PastLog::Step& step = run.walk.step();
        const PastDecision made = run.decide(run.walk);
        follow(seen.after, made.leadsTo);
        seen.before = run.log.outcome(step.place);
        run.countAlerts(made, step);
        ++run.tally.decisions[step.version];
        run.tally.from = std::min(run.tally.from, step.at);
        run.tally.to = std::max(run.tally.to, step.at);
        if (!parted && !seen.before.sameAs(seen.after)) {
            parted = true;
            seen.at = step.at;
            seen.decision = i;
        }
    }
    if (parted)
        seen.visitorName = run.log.texts().text(conversation.visitorName);
    run.countOutcome(seen);
}

void BacktestRun::merge(BacktestRun&& other)
{
    Tally& to = m_state->tally;
    Tally& more = other.m_state->tally;
    to.conversations += more.conversations;
    to.moved += more.moved;
    to.tierChangedOnly += more.tierChangedOnly;
    addAll(to.fromTo, more.fromTo);
    addAll(to.byPlace, more.byPlace);
    addAll(to.byTier, more.byTier);
    addAll(to.hits, more.hits);
    addAll(to.alerts, more.alerts);
    addAll(to.decisions, more.decisions);
    add(to.handedOff, more.handedOff);
    to.from = std::min(to.from, more.from);
    to.to = std::max(to.to, more.to);
    to.examples.insert(to.examples.end(), std::move_iterator(more.examples.begin()),
                       std::move_iterator(more.examples.end()));
}

BacktestReport BacktestRun::report(const DestinationWords& words, std::size_t mostExamples) const
{
    const Tally& tally = m_state->tally;
    const auto named = [&words](const Place& place) { return words({place.first, place.second, {}, {}}); };
    BacktestReport report;
    report.conversations = tally.conversations;
    report.moved = tally.moved;
    report.tierChangedOnly = tally.tierChangedOnly;
    for (const auto& [places, moved] : tally.fromTo)
        report.fromTo[{named(places.first), named(places.second)}] += moved;
    for (const auto& [place, shift] : tally.byPlace) {
        add(report.byDestination[named(place)], shift);
        if (place.first == Outcome::Kind::Agent)
            add(report.byAgent[named(place)], shift);
    }
    report.byTier = tally.byTier;
    report.hits = tally.hits;
    report.alerts = tally.alerts;
    report.handedOff = tally.handedOff;
    for (const auto& [version, decisions] : tally.decisions) {
        report.decisions += decisions;
        if (const auto rules = m_state->then.find(version); rules != m_state->then.end())
            for (const std::string& attribute : rules->second.notKept)
                report.notKept[attribute] += decisions;
    }
    if (report.decisions > 0) {
        report.from = tally.from;
        report.to = tally.to;
        report.days = std::max(1.0, std::chrono::duration<double, std::ratio<86400>>(tally.to - tally.from).count());
    }
    report.examples = tally.examples;
    std::ranges::sort(report.examples, {},
                      [](const MovedConversation& moved) {
                          return std::tuple(moved.at, moved.id.value.size(), moved.id.value);   // 2 before 10
                      });
    if (report.examples.size() > mostExamples)
        report.examples.resize(mostExamples);
    for (MovedConversation& example : report.examples) {
        example.from = words(example.before);
        example.to = words(example.after);
    }
    return report;
}

}
