#include "routing/trace/trace.h"

#include "routing/trace/observation.h"

#include <algorithm>

namespace signalbox {
namespace {

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
    Observer observer(rulebook, facts);
    for (const Policy* policy : everyPolicyInOrder(rulebook)) {
        TraceStep step{policy->id, policy->name, TraceStep::Outcome::DidNotMatch, {}, {}, {}};
        if (!policy->enabled)
            step.outcome = TraceStep::Outcome::Disabled;
        else if (holds(policy->when, facts))
            step.outcome = TraceStep::Outcome::Fired;
        else {
            Observation failure = observer.whatFailed(policy->when);
            step.attribute = std::move(failure.attribute);
            step.found = std::move(failure.found);
            step.wanted = std::move(failure.wanted);
        }
        steps.push_back(std::move(step));
        if (steps.back().outcome == TraceStep::Outcome::Fired)
            break;
    }
    return steps;
}

}
