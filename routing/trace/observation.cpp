#include "routing/trace/observation.h"

#include "routing/rulebook/phrases.h"

namespace signalbox {
namespace {

std::optional<Value> valueOf(const std::string& attribute, const Values& values)
{
    const auto known = values.find(attribute);
    return known == values.end() ? std::nullopt : std::optional(known->second);
}

class Finder {
public:
    Finder(const Rulebook& rulebook, const Facts& facts) : m_rulebook(rulebook), m_facts(facts) { }

    Observation of(const Comparison& comparison, bool wantedToFail) const
    {
        return {comparison.attribute,
                foundInWords(comparison.attribute, valueOf(comparison.attribute, m_facts.values), m_rulebook),
                wantedInWords(comparison, wantedToFail, m_rulebook), holds(comparison, m_facts) != wantedToFail};
    }
    Observation of(const ScheduleTest& test, bool wantedToFail) const
    {
        const bool holdsNow = holds(test, m_facts);
        const bool wantedOpen = test.open != wantedToFail;
        return {scheduleAttribute(test.schedule), holdsNow == test.open ? "open" : "closed",
                wantedOpen ? "open" : "closed", holdsNow != wantedToFail};
    }

    void collect(const Condition& condition, bool wantedToFail, std::vector<Observation>& into) const
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
            into.push_back(of(*comparison, wantedToFail));
        else
            into.push_back(of(std::get<ScheduleTest>(condition.node), wantedToFail));
    }

private:
    const Rulebook& m_rulebook;
    const Facts& m_facts;
};

}

Observation whatFailed(const Condition& condition, const Rulebook& rulebook, const Facts& facts)
{
    const Culprit culprit = firstFailure(condition, facts);
    const Finder finder(rulebook, facts);
    if (const auto* const comparison = std::get_if<const Comparison*>(&culprit.leaf))
        return finder.of(**comparison, culprit.wantedToFail);
    if (const auto* const test = std::get_if<const ScheduleTest*>(&culprit.leaf))
        return finder.of(**test, culprit.wantedToFail);
    return {{}, "no conditions", "at least one that holds", false};
}

std::vector<Observation> everyObservation(const Condition& condition, const Rulebook& rulebook, const Facts& facts)
{
    std::vector<Observation> all;
    Finder(rulebook, facts).collect(condition, false, all);
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
