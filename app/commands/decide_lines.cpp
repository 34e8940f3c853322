#include "app/commands/decide_lines.h"

#include "routing/json/json_tree.h"
#include "routing/rulebook/rulebook_json.h"

#include <array>
#include <charconv>

namespace signalbox {
namespace {

JsonTree writeStep(const TraceStep& step)
{
    constexpr std::array<std::string_view, 4> outcomes{"fired", "did_not_match", "disabled", "not_reached"};
    JsonTree object = JsonTree::object();
    object.set("policy", JsonTree::ofText(step.policy.value)).set("name", JsonTree::ofText(step.name));
    object.set("outcome", JsonTree::ofText(outcomes.at(static_cast<std::size_t>(step.outcome))));
    if (step.outcome == TraceStep::Outcome::DidNotMatch) {
        object.set("attribute", JsonTree::ofText(step.attribute)).set("found", JsonTree::ofText(step.found));
        object.set("wanted", JsonTree::ofText(step.wanted));
    }
    return object;
}

}

const std::string& DecisionLines::idOf(std::size_t policy)
{
    std::string& id = m_policies[policy].id;
    if (id.empty())
        id = printJson(JsonTree::ofText(m_order[policy]->id.value), -1);
    return id;
}

const std::string& DecisionLines::outcomeOf(std::size_t policy, bool byException)
{
    std::string& outcome = m_policies[policy].outcome[byException];
    if (outcome.empty()) {
        const Policy& fired = *m_order[policy];
        outcome = ",\"policy\":" + idOf(policy)
            + ",\"actions\":" + actionsToJson(byException ? fired.exception->actions : fired.actions);
    }
    return outcome;
}

void DecisionLines::append(std::string& to, std::size_t index, const BareDecision& decision, bool withMatches,
                           const std::vector<TraceStep>* trace)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), index).ptr;
    to.append("{\"index\":").append(digits.data(), end);
    if (decision.policy == BareDecision::none)
        to += R"(,"policy":null,"actions":[])";
    else
        to += outcomeOf(decision.policy, decision.byException);
    if (withMatches) {
        to += ",\"matches\":[";
        for (std::size_t i = 0; i < decision.matches.size(); ++i)
            to.append(i > 0 ? "," : "").append(idOf(decision.matches[i]));
        to += ']';
    }
    if (trace) {
        JsonTree steps = JsonTree::array();
        for (const TraceStep& step : *trace)
            steps.add(writeStep(step));
        to += ",\"trace\":" + printJson(steps, -1);
    }
    to += "}\n";
}

}
