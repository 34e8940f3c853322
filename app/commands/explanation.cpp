#include "app/commands/explanation.h"

#include "model/domain/names.h"
#include "routing/rulebook/describe.h"

#include <algorithm>
#include <cstdio>

namespace signalbox {
namespace {

std::string scoreText(double score)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.0f", score);
    return text;
}

std::string sentenceOf(const TraceStep& step)
{
    const std::string name = step.name.empty() ? step.policy.value : step.name;
    switch (step.outcome) {
    case TraceStep::Outcome::Fired:
        return name + ": fired";
    case TraceStep::Outcome::Disabled:
        return name + ": is switched off";
    case TraceStep::Outcome::NotReached:
        return name + ": was not reached";
    case TraceStep::Outcome::DidNotMatch:
        break;
    }
    return name + ": did not match, " + step.attribute + " was " + step.found + ", wanted " + step.wanted;
}

class Teller {
public:
    Teller(const std::vector<std::pair<Agent, Presence>>& agents, PastRules& rules) : m_agents(agents), m_rules(rules)
    {
    }

    Result<void> tell(const Event& event)
    {
        if (const DecisionMade* made = std::get_if<DecisionMade>(&event.payload))
            return tellDecision(made->decision, event.at);
        if (const OwnerChanged* changed = std::get_if<OwnerChanged>(&event.payload))
            add(event.at, nameOfOwner(changed->from) + " -> " + nameOfOwner(changed->to) + ": " + changed->reason);
        else if (const OfferMade* offer = std::get_if<OfferMade>(&event.payload))
            tellOffer(offer->offer, event.at);
        else if (const OfferEnded* ended = std::get_if<OfferEnded>(&event.payload))
            add(event.at,
                "The offer to " + agentName(ended->agent) + " was " + std::string(nameOf(ended->outcome))
                    + (ended->reason.empty() ? "" : ": " + ended->reason));
        else if (const ConversationClosed* closed = std::get_if<ConversationClosed>(&event.payload))
            add(event.at,
                "Closed by " + agentName(closed->by) + (closed->outcome.empty() ? "" : ": " + closed->outcome));
        return {};
    }

    std::string text() const { return m_text; }

private:
    void add(Instant at, const std::string& line) { m_text += toIso8601(at) + "  " + line + "\n"; }
    void addBelow(const std::string& line) { m_text += "    " + line + "\n"; }

    Result<void> tellDecision(const Decision& decision, Instant at)
    {
        const auto rules = m_rules.version(decision.rulebookVersion);
        if (!rules)
            return tl::unexpected(rules.error());
        const std::string fired
            = decision.policy ? (*rules)->policyTitle(*decision.policy) + " fired" : "No policy fired";
        add(at,
            fired + (decision.byException ? ", by its exception" : "") + " (rulebook version "
                + std::to_string(decision.rulebookVersion) + ")");
        addBelow("Tier " + (decision.tier.empty() ? "none" : decision.tier.value) + ", intent score "
                 + scoreText(decision.intentScore));
        for (const Action& action : decision.actions)
            addBelow("Does: " + describe(action, (*rules)->rulebook()));
        if (decision.stoppedTransfer)
            addBelow("Stays: it was sent away from " + (*rules)->queueName(*decision.stoppedTransfer)
                     + ", and nothing but time has passed");
        for (const TraceStep& step : (*rules)->engine().explain(decision.snapshot, decision.at))
            addBelow("- " + sentenceOf(step));
        return {};
    }

    void tellOffer(const Offer& offer, Instant at)
    {
        add(at, "Offered to " + agentName(offer.agent) + " until " + toIso8601(offer.lapsesAt));
        for (const CandidateReason& candidate : offer.candidates)
            addBelow("- " + agentName(candidate.agent) + (candidate.chosen ? " was chosen: " : " was not: ")
                     + candidate.reason);
    }

    std::string agentName(const AgentId& id) const
    {
        const auto found = std::ranges::find_if(m_agents, [&](const auto& entry) { return entry.first.id == id; });
        return found == m_agents.end() ? id.value : found->first.name;
    }

    std::string nameOfOwner(const Owner& owner) const
    {
        switch (owner.kind) {
        case OwnerKind::Ai:
            return "AI";
        case OwnerKind::Queue:
            return "queue " + owner.queue.value;
        case OwnerKind::Agent:
            return agentName(owner.agent);
        case OwnerKind::Nobody:
            break;
        }
        return "nobody";
    }

    const std::vector<std::pair<Agent, Presence>>& m_agents;
    PastRules& m_rules;
    std::string m_text;
};

}

Result<std::string> explanationInWords(const Conversation& conversation, const std::vector<Event>& events,
                                       const std::vector<std::pair<Agent, Presence>>& agents, PastRules& rules)
{
    Teller teller(agents, rules);
    for (const Event& event : events)
        if (auto told = teller.tell(event); !told)
            return tl::unexpected(told.error());
    return "Conversation #" + conversation.id.value + ": " + conversation.visitorName + ", "
        + std::string(nameOf(conversation.channel)) + "\n" + teller.text();
}

}
