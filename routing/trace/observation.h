#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace signalbox {

// One comparison of a condition, or one look at a schedule, as it was found: in words for a person.
struct Observation {
    std::string attribute;   // "crm.deal_size", "schedule.office"
    std::string found;       // "€48,000", or "missing"
    std::string wanted;      // "at least €50,000"; what was wanted under a `not` is the opposite
    bool holds = false;      // found as wanted

    bool operator==(const Observation&) const = default;
};

// Looks at conditions with one set of facts; words of a value are made once. Both arguments outlive it.
class Observer {
public:
    Observer(const Rulebook& rulebook, const Facts& facts) : m_rulebook(rulebook), m_facts(facts) { }

    // What settled a condition that does not hold: its first comparison that was not as wanted.
    Observation whatFailed(const Condition& condition);
    // Every comparison of the condition, from left to right.
    std::vector<Observation> everything(const Condition& condition);

private:
    Observation of(const Comparison& comparison, bool wantedToFail, bool asWanted);
    Observation of(const ScheduleTest& test, bool wantedToFail) const;
    void collect(const Condition& condition, bool wantedToFail, std::vector<Observation>& into);
    const std::string& found(const std::string& attribute);

    const Rulebook& m_rulebook;
    const Facts& m_facts;
    std::unordered_map<std::string, std::string> m_found;
};

// "€48,000"; "missing" for none; "open" or "closed" for "schedule.<id>".
std::string foundInWords(const std::string& attribute, const std::optional<Value>& value, const Rulebook& rulebook);

}
