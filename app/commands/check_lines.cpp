#include "app/commands/check_lines.h"

#include "routing/json/json_tree.h"
#include "routing/rulebook/write_condition.h"

namespace signalbox {
namespace {

JsonTree contextOf(const Values& values)
{
    JsonTree context = JsonTree::object();
    for (const auto& [attribute, value] : values)
        context.set(attribute, writeValue(value));
    return context;
}

}

std::string jsonLineOf(const Finding& finding)
{
    JsonTree line = JsonTree::object();
    line.set("kind", JsonTree::ofText(nameOf(finding.kind)));
    line.set("policy", finding.policy.empty() ? JsonTree{} : JsonTree::ofText(finding.policy.value));
    JsonTree hiddenBy = JsonTree::array();
    for (const PolicyId& policy : finding.hiddenBy)
        hiddenBy.add(JsonTree::ofText(policy.value));
    line.set("hidden_by", std::move(hiddenBy));
    line.set("witness", finding.witness ? contextOf(*finding.witness) : JsonTree{});
    line.set("message", JsonTree::ofText(finding.message));
    if (!finding.place.empty())
        line.set("place", JsonTree::ofText(finding.place));
    return printJson(line, -1) + "\n";
}

std::string textOf(const Finding& finding)
{
    std::string text = std::string(nameOf(finding.kind)) + ": " + finding.message + "\n";
    if (finding.witness)
        text += "    for example " + printJson(contextOf(*finding.witness), -1) + "\n";
    return text;
}

}
