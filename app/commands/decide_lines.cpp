#include "app/commands/decide_lines.h"

#include "routing/json/json_tree.h"
#include "routing/rulebook/rulebook_json.h"

#include <array>

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

const std::string& DecisionLines::idOf(const Policy& policy)
{
    std::string& id = m_ids[&policy];
    if (id.empty())
        id = printJson(JsonTree::ofText(policy.id.value), -1);
    return id;
}

const std::string& DecisionLines::actionsOf(const std::vector<Action>& actions)
{
    std::string& json = m_actions[&actions];
    if (json.empty())
        json = actionsToJson(actions);
    return json;
}

void DecisionLines::append(std::string& to, std::size_t index, const BareDecision& decision, bool withMatches,
                           const std::vector<TraceStep>* trace)
{
    to += "{\"index\":" + std::to_string(index) + ",\"policy\":";
    to += decision.policy ? idOf(*decision.policy) : "null";
    to += ",\"actions\":";
    to += decision.actions ? actionsOf(*decision.actions) : "[]";
    if (withMatches) {
        to += ",\"matches\":[";
        for (const Policy* policy : decision.matches) {
            if (policy != decision.matches.front())
                to += ',';
            to += idOf(*policy);
        }
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
