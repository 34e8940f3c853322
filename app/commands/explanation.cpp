#include "app/commands/explanation.h"

#include "model/domain/names.h"
#include "routing/trace/explanation_words.h"

#include <algorithm>

namespace signalbox {
namespace {

class Teller {
public:
    Teller(const ToExplain& what, PastRules& rules) : m_what(what), m_rules(rules) { }

    Result<void> tell(std::size_t place)
    {
        const Event& event = m_what.events[place];
        if (std::holds_alternative<DecisionMade>(event.payload))
            return tellDecision(place);
        if (const OwnerChanged* changed = std::get_if<OwnerChanged>(&event.payload))
            add(event.at, nameOfOwner(changed->from) + " -> " + nameOfOwner(changed->to) + ": " + changed->reason);
        else if (const OfferMade* offer = std::get_if<OfferMade>(&event.payload))
            tellOffer(offer->offer, event.at);
        else if (const OfferEnded* ended = std::get_if<OfferEnded>(&event.payload))
            add(event.at,
                "The offer to " + agentName(ended->agent) + " was " + std::string(nameOf(ended->outcome))
                    + (ended->reason.empty() ? "" : ": " + ended->reason));
        else if (const AlertRaised* alert = std::get_if<AlertRaised>(&event.payload))
            add(event.at, "Alert " + alert->alert.value + ": " + alert->text);
        else if (const ConversationClosed* closed = std::get_if<ConversationClosed>(&event.payload))
            add(event.at,
                (closed->by.empty() ? "Closed" : "Closed by " + agentName(closed->by))
                    + (closed->outcome.empty() ? "" : ": " + closed->outcome));
        return {};
    }

    std::string text() const { return m_text; }

private:
    void add(Instant at, const std::string& line) { m_text += toIso8601(at) + "  " + line + "\n"; }
    void addBelow(const std::string& line) { m_text += "    " + line + "\n"; }

    Result<void> tellDecision(std::size_t place)
    {
        const auto explained = explainDecision(m_what, place, m_rules);
        if (!explained)
            return tl::unexpected(explained.error());
        const Decision& decision = explained->explanation.decision;
        const Rules& rules = *explained->rules;
        const std::string fired = decision.policy ? rules.policyTitle(*decision.policy) + " fired" : "No policy fired";
        add(m_what.events[place].at,
            fired + (decision.byException ? ", by its exception" : "") + " (rulebook version "
                + std::to_string(decision.rulebookVersion) + ")");
        for (const ExplanationPart& part :
             inWords(explained->explanation, rules.rulebook(), [this](const AgentId& id) { return agentName(id); })) {
            addBelow(part.title);
            for (const std::string& line : part.lines)
                addBelow("  - " + line);
        }
        return {};
    }

    void tellOffer(const Offer& offer, Instant at)
    {
        add(at, "Offered to " + agentName(offer.agent) + " until " + toIso8601(offer.lapsesAt));
        for (const CandidateReason& candidate : offer.candidates)
            addBelow("- " + agentName(candidate.agent) + (candidate.chosen ? " was chosen: " : " was not: ")
                     + candidate.reason);
        if (const std::string round = roundInWords(offer); !round.empty())
            addBelow("- " + round);
    }

    std::string agentName(const AgentId& id) const
    {
        const auto found = std::ranges::find_if(m_what.agents, [&](const auto& entry) { return entry.first.id == id; });
        return found == m_what.agents.end() ? id.value : found->first.name;
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

    const ToExplain& m_what;
    PastRules& m_rules;
    std::string m_text;
};

}

Result<std::string> explanationInWords(const Conversation& conversation, const ToExplain& what, PastRules& rules)
{
    Teller teller(what, rules);
    for (std::size_t place = 0; place < what.events.size(); ++place)
        if (auto told = teller.tell(place); !told)
            return tl::unexpected(told.error());
    return "Conversation #" + conversation.id.value + ": " + conversation.visitorName + ", "
        + std::string(nameOf(conversation.channel)) + "\n" + teller.text();
}

}
