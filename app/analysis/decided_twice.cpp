#include "app/analysis/decided_twice.h"

#include "app/analysis/draft_rules.h"
#include "app/analysis/past_conversation.h"
#include "routing/trace/labelled_words.h"

namespace signalbox {
namespace {

DecidedSide sideOf(const Engine& engine, const Decision& decision, const Outcome& place, const DestinationWords& words,
                   const AgentNames& agents)
{
    Explanation explanation = engine.explain(decision);
    DecidedSide side;
    side.decision = decision;
    side.place = words(place);
    side.trace = explanation.policies;
    explanation.policies.clear();
    side.parts = inWordsWithLabels(explanation, engine.rulebook(), agents);
    return side;
}

}

Result<std::vector<DecidedTwice>> decideTwice(History& history, const std::string& document, const ConversationId& id,
                                              Instant now)
{
    const auto past = history.with([&](Database& database) { return readPastConversation(database, id); });
    if (!past)
        return tl::unexpected(past.error());
    std::vector<int> versions;
    for (const Decision& decision : past->decisions)
        versions.push_back(decision.rulebookVersion);
    const auto rules = draftRules(history, document, versions, past->decisions.front().at, now);
    if (!rules)
        return tl::unexpected(rules.error());
    std::vector<PastDecision> then;
    for (const Decision& decision : past->decisions) {
        const auto version = rules->versions.find(decision.rulebookVersion);
        if (version == rules->versions.end())
            return failure("Version " + std::to_string(decision.rulebookVersion) + " of the rulebook cannot be read.");
        then.push_back(withConsequences(version->second->engine(), decision));
    }
    const auto agents = agentNames(history);
    if (!agents)
        return tl::unexpected(agents.error());
    const auto words = destinationWords(*agents, rulebooksOf(*rules));
    const auto decided = decideUnder(*rules->engine, then, rules->then);
    std::vector<DecidedTwice> twice;
    Outcome placeThen;
    Outcome placeNow;
    for (std::size_t i = 0; i < then.size(); ++i) {
        follow(placeThen, then[i].leadsTo);
        follow(placeNow, decided[i].leadsTo);
        const Engine& engineThen = rules->versions.at(then[i].decision.rulebookVersion)->engine();
        twice.push_back({sideOf(engineThen, then[i].decision, placeThen, words, *agents),
                         sideOf(*rules->engine, decided[i].decision, placeNow, words, *agents)});
    }
    return twice;
}

}
