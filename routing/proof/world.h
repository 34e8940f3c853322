#pragma once

#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace signalbox {

// What the proofs about one rulebook, or about two, have in common: the types of attributes, the members that sets are
// asked for, and the moments that differ. Contexts are taken to hold values of their attributes' types.
class World {
public:
    // `intervals`: when the rulebooks' schedules are open within `horizon`. A schedule that is not in it may be open at
    // any time, as nothing is known of it.
    World(std::vector<const Rulebook*> rulebooks, OpenIntervals intervals, Interval horizon);

    const OpenIntervals& intervals() const { return m_intervals; }
    ValueType typeOf(const std::string& attribute) const;
    // Members that any condition speaks of, and as many others as it takes to tell apart what is asked.
    const StringSet& membersOf(const std::string& attribute) const;
    bool setsAreExact() const { return m_setsAreExact; }
    bool knows(const ScheduleId& schedule) const { return m_intervals.contains(schedule); }

    // One moment for each combination of schedules' states and of sides of the times `now` is compared with.
    struct Moment {
        Instant at;
        std::map<ScheduleId, bool> open;
    };
    const std::vector<Moment>& moments() const { return m_moments; }
    bool momentsAreComplete() const { return m_momentsAreComplete; }
    bool needsNow() const;   // a condition asks a schedule, or for the time

    // The plain evaluator's answer; `now` is the context's own.
    bool holds(const Condition& condition, const Values& values) const;
    const Patterns& patterns() const { return m_patterns; }

private:
    void learn(const Condition& condition);
    void settleMembers();
    void findMoments(Interval horizon);

    std::vector<const Rulebook*> m_rulebooks;
    OpenIntervals m_intervals;
    Patterns m_patterns;
    std::map<std::string, ValueType, std::less<>> m_types;
    std::map<std::string, StringSet, std::less<>> m_members;
    std::set<std::string> m_relatedSets;
    std::set<ScheduleId> m_schedules;
    std::set<Instant> m_nowCuts;
    bool m_asksNow = false;
    bool m_setsAreExact = true;
    std::vector<Moment> m_moments;
    bool m_momentsAreComplete = true;
};

// The moment a context names as `now`; 1970 when it names none.
Instant nowOf(const Values& values);
// The moments that `now` is compared with.
std::vector<Instant> momentsAskedFor(const Rulebook& rulebook);

}
