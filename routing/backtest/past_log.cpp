#include "routing/backtest/past_log.h"

#include <bit>

namespace signalbox {
namespace {

constexpr std::size_t mostSnapshotsKept = 4096;
constexpr std::string_view nowAttribute = "now";
constexpr std::string_view schedulePrefix = "schedule.";   // follows from the time and the rulebook

bool isKept(std::string_view attribute) { return attribute != nowAttribute && !attribute.starts_with(schedulePrefix); }

}

void PastLog::open(const ConversationId& id, Channel channel, Origin origin, const std::string& visitorName)
{
    const auto [place, added] = m_places.try_emplace(id, static_cast<std::uint32_t>(m_conversations.size()));
    if (added)
        m_conversations.push_back({id, 0, channel, origin, none, none, 0});
    m_conversations[place->second].visitorName = m_texts.numberOf(visitorName);
}

const PastLog::Conversation* PastLog::find(const ConversationId& id) const
{
    const auto place = m_places.find(id);
    return place == m_places.end() ? nullptr : &m_conversations[place->second];
}

PastLog::Cell PastLog::cellOf(std::uint32_t name, const Value& value)
{
    if (const auto* const text = std::get_if<std::string>(&value))
        return {name, Cell::Kind::Text, m_texts.numberOf(*text)};
    if (const auto* const number = std::get_if<double>(&value))
        return {name, Cell::Kind::Number, std::bit_cast<std::int64_t>(*number)};
    if (const auto* const flag = std::get_if<bool>(&value))
        return {name, Cell::Kind::Boolean, *flag ? 1 : 0};
    if (const auto* const time = std::get_if<Instant>(&value))
        return {name, Cell::Kind::Time, toMicroseconds(*time)};
    const auto& members = std::get<StringSet>(value);
    const auto [known, added] = m_setNumbers.try_emplace(members, static_cast<std::uint32_t>(m_sets.size()));
    if (added)
        m_sets.push_back(members);
    return {name, Cell::Kind::Set, known->second};
}

Value PastLog::valueOf(const Cell& cell) const
{
    switch (cell.kind) {
    case Cell::Kind::Text:
        return m_texts.text(static_cast<std::uint32_t>(cell.bits));
    case Cell::Kind::Number:
        return std::bit_cast<double>(cell.bits);
    case Cell::Kind::Boolean:
        return cell.bits != 0;
    case Cell::Kind::Set:
        return m_sets[static_cast<std::size_t>(cell.bits)];
    default:
        return fromMicroseconds(cell.bits);
    }
}

PastLog::Snapshot PastLog::snapshotOf(const Decision& decision)
{
    Snapshot snapshot;
    for (const auto& [attribute, value] : decision.snapshot)
        if (isKept(attribute)) {
            const Cell cell = cellOf(m_names.numberOf(attribute), value);
            snapshot.emplace(std::pair(false, cell.name), std::pair(cell.kind, cell.bits));
        }
    for (const SignalShare& share : decision.signalShares)
        snapshot.emplace(std::pair(true, m_names.numberOf(share.id.value)),
                         std::pair(Cell::Kind::Seen, toMicroseconds(share.observedAt)));
    return snapshot;
}

// Of a conversation that was quiet for long it is put together again, change by change.
PastLog::Snapshot& PastLog::lastSnapshot(std::uint32_t conversation)
{
    if (const auto kept = m_lastSnapshots.find(conversation); kept != m_lastSnapshots.end())
        return kept->second;
    if (m_lastSnapshots.size() >= mostSnapshotsKept)
        m_lastSnapshots.clear();
    Snapshot& snapshot = m_lastSnapshots[conversation];
    for (std::uint32_t at = m_conversations[conversation].first; at != none; at = m_steps[at].next)
        for (std::uint32_t i = 0; i < m_steps[at].cells; ++i) {
            const Cell& cell = cellsOf(m_steps[at])[i];
            const bool isSignal = cell.kind == Cell::Kind::Seen || cell.kind == Cell::Kind::Unseen;
            if (cell.kind == Cell::Kind::Removed || cell.kind == Cell::Kind::Unseen)
                snapshot.erase({isSignal, cell.name});
            else
                snapshot.insert_or_assign({isSignal, cell.name}, std::pair(cell.kind, cell.bits));
        }
    return snapshot;
}

void PastLog::keepChanges(const Snapshot& before, const Snapshot& after)
{
    for (const auto& [name, value] : after)
        if (const auto known = before.find(name); known == before.end() || known->second != value)
            m_cells.push_back({name.second, value.first, value.second});
    for (const auto& [name, value] : before)
        if (!after.contains(name))
            m_cells.push_back({name.second, name.first ? Cell::Kind::Unseen : Cell::Kind::Removed, 0});
}

std::uint32_t PastLog::numberOf(const Outcome& outcome)
{
    std::optional<std::string> policy;
    if (outcome.policy)
        policy = outcome.policy->value;
    const auto [known, added]
        = m_outcomeNumbers.try_emplace({static_cast<int>(outcome.kind), outcome.target, outcome.tier.value, policy},
                                       static_cast<std::uint32_t>(m_outcomes.size()));
    if (added)
        m_outcomes.push_back(outcome);
    return known->second;
}

void PastLog::add(const PastDecision& past)
{
    const Decision& decision = past.decision;
    const auto place = m_places.find(decision.conversation);
    if (place == m_places.end())
        return;
    Conversation& conversation = m_conversations[place->second];
    const auto [list, isNew] = m_alertNumbers.try_emplace(past.alerts, static_cast<std::uint32_t>(m_alertLists.size()));
    if (isNew)
        m_alertLists.push_back(past.alerts);
    Outcome where = conversation.last == none ? Outcome{} : outcome(m_steps[conversation.last].place);
    follow(where, past.leadsTo);

    Step step;
    step.sequence = past.sequence;
    step.at = decision.at;
    step.firstCell = m_cells.size();
    step.version = decision.rulebookVersion;
    if (decision.policy)
        step.policy = m_names.numberOf(decision.policy->value);
    step.place = numberOf(where);
    step.leadsTo = numberOf(past.leadsTo);
    step.alerts = list->second;
    step.stopped = decision.stoppedTransfer.has_value();
    if (step.stopped)
        m_sentTo.emplace(past.sequence, decision.sentTo);
    Snapshot& before = lastSnapshot(place->second);
    Snapshot after = snapshotOf(decision);
    keepChanges(before, after);
    before = std::move(after);
    step.cells = static_cast<std::uint32_t>(m_cells.size() - step.firstCell);

    const auto number = static_cast<std::uint32_t>(m_steps.size());
    (conversation.last == none ? conversation.first : m_steps[conversation.last].next) = number;
    conversation.last = number;
    ++conversation.steps;
    ++m_byVersion[step.version];
    m_steps.push_back(step);
}

const std::vector<QueueId>& PastLog::sentTo(const Step& step) const
{
    static const std::vector<QueueId> nowhere;
    const auto kept = m_sentTo.find(step.sequence);
    return kept == m_sentTo.end() ? nowhere : kept->second;
}

std::size_t PastLog::bytes() const
{
    return m_steps.size() * sizeof(Step) + m_cells.size() * sizeof(Cell)
        + m_conversations.size() * sizeof(Conversation);
}

}
