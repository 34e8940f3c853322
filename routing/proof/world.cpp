#include "routing/proof/world.h"

#include "routing/conditions/walk.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/each_condition.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::string_view nowAttribute = "now";
constexpr std::size_t mostMoments = 4'000;

// Every literal on the right of a comparison.
void forEachLiteral(const Comparison& comparison, const std::function<void(const Value&)>& visit)
{
    if (const auto* const value = std::get_if<Value>(&comparison.operand))
        visit(*value);
    else if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        std::for_each(list->begin(), list->end(), visit);
}

void addMembers(std::vector<std::string>& members, const Value& value)
{
    if (const auto* const text = std::get_if<std::string>(&value))
        members.push_back(*text);
    else if (const auto* const set = std::get_if<StringSet>(&value))
        members.insert(members.end(), set->begin(), set->end());
}

// A moment within [from, to) that reads well: a whole minute, else a whole second, where there is one.
Instant plainMomentWithin(Instant from, Instant to)
{
    const Instant middle = from + (to - from) / 2;
    const Instant minute = std::chrono::floor<std::chrono::minutes>(middle);
    const Instant second = std::chrono::floor<seconds>(middle);
    return minute >= from ? minute : second >= from ? second : middle;
}

}

Instant nowOf(const Values& values)
{
    const auto known = values.find(nowAttribute);
    const auto* const now = known == values.end() ? nullptr : std::get_if<Instant>(&known->second);
    return now ? *now : Instant{};
}

std::vector<Instant> momentsAskedFor(const Rulebook& rulebook)
{
    std::vector<Instant> moments;
    forEachCondition(rulebook, [&moments](const Condition& condition) {
        forEachLeaf(condition, [&moments](const Comparison& comparison) {
            if (comparison.attribute == nowAttribute)
                forEachLiteral(comparison, [&moments](const Value& value) {
                    if (const auto* const at = std::get_if<Instant>(&value))
                        moments.push_back(*at);
                });
        });
    });
    return moments;
}

World::World(std::vector<const Rulebook*> rulebooks, OpenIntervals intervals, Interval horizon)
    : m_rulebooks(std::move(rulebooks)), m_intervals(std::move(intervals))
{
    for (const Rulebook* rulebook : m_rulebooks) {
        forEachCondition(*rulebook, [this](const Condition& condition) { learn(condition); });
        for (const Instant at : momentsAskedFor(*rulebook)) {
            m_nowCuts.insert(at);
            m_nowCuts.insert(at + microseconds{1});
        }
    }
    settleMembers();
    findMoments(horizon);
}

void World::learn(const Condition& condition)
{
    m_patterns.addFrom(condition);
    const auto learnType = [this](const std::string& attribute) {
        for (const Rulebook* rulebook : m_rulebooks)
            if (const auto type = typeOfAttribute(attribute, *rulebook)) {
                m_types.emplace(attribute, *type);
                return;
            }
        m_types.emplace(attribute, ValueType::String);
    };
    forEachLeaf(
        condition,
        [this, &learnType](const Comparison& comparison) {
            learnType(comparison.attribute);
            m_asksNow = m_asksNow || comparison.attribute == nowAttribute;
            const auto* const other = std::get_if<AttributeRef>(&comparison.operand);
            if (other) {
                learnType(other->name);
                m_asksNow = m_asksNow || other->name == nowAttribute;
            }
            const bool isSet = typeOf(comparison.attribute) == ValueType::Set;
            if (isSet)
                forEachLiteral(comparison, [this, &comparison](const Value& value) {
                    addMembers(m_members[comparison.attribute], value);
                });
            if (isSet && other && typeOf(other->name) == ValueType::Set)
                m_relatedSets.insert({comparison.attribute, other->name});
            else if (other && (isSet || typeOf(other->name) == ValueType::Set))
                m_relatedSets.insert(isSet ? comparison.attribute : other->name);
        },
        [this](const ScheduleTest& test) { m_schedules.insert(test.schedule); });
}

// Sets that are compared with each other speak of the same members. Among k sets every way of sharing a member needs one
// that is not spoken of: 2^k - 1 of them.
void World::settleMembers()
{
    StringSet shared;
    for (const std::string& attribute : m_relatedSets)
        shared.insert(shared.end(), m_members[attribute].begin(), m_members[attribute].end());
    constexpr std::size_t mostRelated = 3;
    m_setsAreExact = m_relatedSets.size() <= mostRelated;
    for (const auto& [attribute, type] : m_types) {
        if (type != ValueType::Set)
            continue;
        const bool isRelated = m_relatedSets.contains(attribute);
        StringSet members = isRelated ? shared : m_members[attribute];
        const std::size_t others = isRelated ? (1u << std::min(m_relatedSets.size(), mostRelated)) - 1 : 1;
        for (std::size_t added = 0, number = 1; added < others; ++number) {
            std::string other = number == 1 ? "other" : "other-" + std::to_string(number);
            if (std::find(members.begin(), members.end(), other) == members.end()) {
                members.push_back(std::move(other));
                ++added;
            }
        }
        m_members[attribute] = makeStringSet(std::move(members));
    }
}

void World::findMoments(Interval horizon)
{
    std::set<Instant> cuts{horizon.from, horizon.to};
    std::set<ScheduleId> known;
    for (const ScheduleId& schedule : m_schedules)
        if (const auto intervals = m_intervals.find(schedule); intervals != m_intervals.end()) {
            known.insert(schedule);
            for (const Interval& interval : intervals->second)
                cuts.insert({interval.from, interval.to});
        }
    if (known.empty())
        return;
    cuts.insert(m_nowCuts.begin(), m_nowCuts.end());
    std::set<std::pair<std::vector<bool>, std::size_t>> seen;
    for (auto cut = cuts.lower_bound(horizon.from); cut != cuts.end() && *cut < horizon.to; ++cut) {
        const auto side = static_cast<std::size_t>(std::distance(m_nowCuts.begin(), m_nowCuts.upper_bound(*cut)));
        std::vector<bool> states;
        Moment moment{plainMomentWithin(*cut, *std::next(cut)), {}};
        for (const ScheduleId& schedule : known) {
            states.push_back(isOpen(m_intervals, schedule, *cut));
            moment.open.emplace(schedule, states.back());
        }
        if (!seen.emplace(std::move(states), side).second)
            continue;
        m_momentsAreComplete = m_moments.size() < mostMoments;
        if (m_momentsAreComplete)
            m_moments.push_back(std::move(moment));
    }
}

bool World::needsNow() const
{
    return (m_asksNow && typeOf(std::string(nowAttribute)) == ValueType::Time) || !m_moments.empty();
}

ValueType World::typeOf(const std::string& attribute) const
{
    const auto known = m_types.find(attribute);
    return known == m_types.end() ? ValueType::String : known->second;
}

const StringSet& World::membersOf(const std::string& attribute) const
{
    static const StringSet none;
    const auto known = m_members.find(attribute);
    return known == m_members.end() ? none : known->second;
}

bool World::holds(const Condition& condition, const Values& values) const
{
    return signalbox::holds(condition, Facts{values, m_patterns, m_intervals, nowOf(values)});
}

}
