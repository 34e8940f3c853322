#include "routing/trace/observation.h"

#include "routing/rulebook/phrases.h"

namespace signalbox {
Observation Observer::of(const Comparison& comparison, bool wantedToFail, bool asWanted)
{
    return {comparison.attribute, found(comparison.attribute), wantedInWords(comparison, wantedToFail, m_rulebook),
            asWanted};
}

Observation Observer::of(const ScheduleTest& test, bool wantedToFail) const
{
    const bool holdsNow = holds(test, m_facts);
    const bool wantedOpen = test.open != wantedToFail;
    return {scheduleAttribute(test.schedule), holdsNow == test.open ? "open" : "closed",
            wantedOpen ? "open" : "closed", holdsNow != wantedToFail};
}

void Observer::collect(const Condition& condition, bool wantedToFail, std::vector<Observation>& into)
{
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        for (const Condition& part : all->parts)
            collect(part, wantedToFail, into);
    else if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        for (const Condition& part : any->parts)
            collect(part, wantedToFail, into);
    else if (const auto* const inverse = std::get_if<Not>(&condition.node))
        collect(*inverse->part, !wantedToFail, into);
    else if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        into.push_back(of(*comparison, wantedToFail, holds(*comparison, m_facts) != wantedToFail));
    else
        into.push_back(of(std::get<ScheduleTest>(condition.node), wantedToFail));
}

const std::string& Observer::found(const std::string& attribute)
{
    const auto [entry, isNew] = m_found.try_emplace(attribute);
    if (isNew) {
        const auto known = m_facts.values.find(attribute);
        entry->second = foundInWords(
            attribute, known == m_facts.values.end() ? std::nullopt : std::optional(known->second), m_rulebook);
    }
    return entry->second;
}

Observation Observer::whatFailed(const Condition& condition)
{
    const Culprit culprit = firstFailure(condition, m_facts);
    if (const auto* const comparison = std::get_if<const Comparison*>(&culprit.leaf))
        return of(**comparison, culprit.wantedToFail, false);
    if (const auto* const test = std::get_if<const ScheduleTest*>(&culprit.leaf))
        return of(**test, culprit.wantedToFail);
    return {{}, "no conditions", "at least one that holds", false};
}

std::vector<Observation> Observer::everything(const Condition& condition)
{
    std::vector<Observation> all;
    collect(condition, false, all);
    return all;
}

std::string foundInWords(const std::string& attribute, const std::optional<Value>& value, const Rulebook& rulebook)
{
    if (!value)
        return "missing";
    const bool* const state = attribute.starts_with("schedule.") ? std::get_if<bool>(&*value) : nullptr;
    if (state)
        return *state ? "open" : "closed";
    return valueInWords(*value, attribute, rulebook);
}

}
