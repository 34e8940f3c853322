#include "app/analysis/draft_rules.h"

#include "app/rules/open_intervals_of.h"
#include "routing/assignment/open_queue.h"
#include "routing/rulebook/rulebook_json.h"

#include <algorithm>

namespace signalbox {
namespace {

Result<Rulebook> readDraft(const std::string& document)
{
    auto rulebook = readRulebook(document);
    if (!rulebook) {
        const auto& issues = rulebook.error();
        const std::string more
            = issues.size() > 1 ? " And " + std::to_string(issues.size() - 1) + " more like it." : "";
        return failure("The rulebook has errors, so it cannot decide anything: " + toText(issues.front()) + "." + more,
                       issues.front().place);
    }
    if (rulebook->policiesOnly)
        return failure("This is only a list of policies. A whole rulebook is wanted: an object with \"rulebook\": 1.");
    return std::move(*rulebook);
}

// As the live version has it, to the letter.
bool isAsPublished(const Schedule& schedule, const Rules& live)
{
    return std::ranges::find(live.rulebook().schedules, schedule) != live.rulebook().schedules.end()
        && live.engine().openIntervals().contains(schedule.id);
}

}

Result<DraftRules> draftRules(History& history, const std::string& document, const std::vector<int>& versions,
                              Instant from, Instant now)
{
    auto draft = readDraft(document);
    if (!draft)
        return tl::unexpected(draft.error());
    const auto live = history.liveRules();
    if (!live)
        return tl::unexpected(live.error());
    auto intervals = openIntervalsOf(*draft, std::min(from, Instant(now)) - resolvedBack, now + resolvedAhead);
    if (!intervals)
        return tl::unexpected(intervals.error());
    for (const Schedule& schedule : draft->schedules)
        if (isAsPublished(schedule, **live))
            (*intervals)[schedule.id] = (*live)->engine().openIntervals().at(schedule.id);
    DraftRules rules;
    for (const int version : versions)
        if (const auto then = history.rules(version)) {   // one that cannot be read any more takes nothing over
            rules.then.emplace(version, rulesThen((*then)->rulebook(), *draft));
            rules.versions.emplace(version, *then);
        }
    rules.engine = std::make_shared<const Engine>(std::move(*draft), (*live)->version() + 1, std::move(*intervals));
    return rules;
}

std::vector<std::shared_ptr<const Rulebook>> rulebooksOf(const DraftRules& rules)
{
    std::vector<std::shared_ptr<const Rulebook>> rulebooks;   // each lives as long as what it belongs to
    rulebooks.emplace_back(rules.engine, &rules.engine->rulebook());
    for (auto version = rules.versions.rbegin(); version != rules.versions.rend(); ++version)
        rulebooks.emplace_back(version->second, &version->second->rulebook());
    return rulebooks;
}

Result<AgentNames> agentNames(History& history)
{
    const auto agents = history.with([](Database& database) { return WorkspaceStore(database).agents(); });
    if (!agents)
        return tl::unexpected(agents.error());
    std::map<AgentId, std::string> names;
    for (const auto& [agent, presence] : *agents)
        names.emplace(agent.id, agent.name);
    return AgentNames([names = std::move(names)](const AgentId& id) {
        const auto known = names.find(id);
        return known == names.end() || known->second.empty() ? id.value : known->second;
    });
}

DestinationWords destinationWords(AgentNames agents, std::vector<std::shared_ptr<const Rulebook>> rulebooks)
{
    return [agents = std::move(agents), rulebooks = std::move(rulebooks)](const Outcome& outcome) {
        const auto knows = std::ranges::find_if(
            rulebooks, [&](const auto& rulebook) { return findQueue(*rulebook, {outcome.target}) != nullptr; });
        const Rulebook none;
        return destinationInWords(outcome, knows == rulebooks.end() ? none : **knows, agents);
    };
}

}
