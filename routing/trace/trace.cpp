#include "routing/trace/trace.h"

#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

std::string foundInWords(const std::string& attribute, const Rulebook& rulebook, const Facts& facts)
{
    const auto found = facts.values.find(attribute);
    return found == facts.values.end() ? "missing" : valueInWords(found->second, attribute, rulebook);
}

void fillIn(TraceStep& step, const Culprit& culprit, const Rulebook& rulebook, const Facts& facts)
{
    if (const auto* const comparison = std::get_if<const Comparison*>(&culprit.leaf)) {
        step.attribute = (*comparison)->attribute;
        step.found = foundInWords(step.attribute, rulebook, facts);
        step.wanted = wantedInWords(**comparison, culprit.wantedToFail, rulebook);
    } else if (const auto* const test = std::get_if<const ScheduleTest*>(&culprit.leaf)) {
        const bool wantedOpen = (*test)->open != culprit.wantedToFail;
        step.attribute = scheduleAttribute((*test)->schedule);
        step.found = wantedOpen ? "closed" : "open";
        step.wanted = wantedOpen ? "open" : "closed";
    } else {
        step.found = "no conditions";
        step.wanted = "at least one that holds";
    }
}

std::vector<const Policy*> everyPolicyInOrder(const Rulebook& rulebook)
{
    std::vector<const Policy*> order;
    for (const Policy& policy : rulebook.policies)
        order.push_back(&policy);
    std::stable_sort(order.begin(), order.end(),
                     [](const Policy* a, const Policy* b) { return a->priority < b->priority; });
    return order;
}

}

std::vector<TraceStep> trace(const Rulebook& rulebook, const Facts& facts)
{
    std::vector<TraceStep> steps;
    for (const Policy* policy : everyPolicyInOrder(rulebook)) {
        TraceStep step{policy->id, policy->name, TraceStep::Outcome::DidNotMatch, {}, {}, {}};
        if (!policy->enabled)
            step.outcome = TraceStep::Outcome::Disabled;
        else if (holds(policy->when, facts))
            step.outcome = TraceStep::Outcome::Fired;
        else
            fillIn(step, firstFailure(policy->when, facts), rulebook, facts);
        steps.push_back(std::move(step));
        if (steps.back().outcome == TraceStep::Outcome::Fired)
            break;
    }
    return steps;
}

}
