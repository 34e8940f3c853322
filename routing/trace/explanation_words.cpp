#include "routing/trace/explanation_words.h"

#include "model/domain/names.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"
#include "routing/trace/labelled_words.h"

namespace signalbox {
namespace {

std::string nameOr(const std::string& name, const std::string& id) { return name.empty() ? id : name; }

class Words {
public:
    Words(const Explanation& explanation, const Rulebook& rulebook, const AgentNames& agentName, bool withLabels)
        : m_explanation(explanation),
          m_decision(explanation.decision),
          m_rulebook(rulebook),
          m_agentName(agentName),
          m_withLabels(withLabels)
    {
    }

    std::vector<ExplanationPart> all() const
    {
        std::vector<ExplanationPart> parts{{"Policies", policies()},
                                           {tierTitle(), tiers()},
                                           {"Scores", scores()},
                                           {"Qualification", qualification()},
                                           {"Alerts", alerts()},
                                           {"Does", actions()},
                                           {"What would have led elsewhere", elsewhere()}};
        std::erase_if(parts, [](const ExplanationPart& part) { return part.lines.empty(); });
        return parts;
    }

private:
    std::string asFound(const std::string& attribute, const std::string& found, const std::string& wanted) const
    {
        return attribute.empty() ? "has " + found
                                 : (m_withLabels ? attributeLabel(attribute, m_rulebook) : attribute) + " was " + found
                + ", wanted " + wanted;
    }

    std::string policyLine(const TraceStep& step) const
    {
        const std::string name = nameOr(step.name, step.policy.value);
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
        return name + ": did not match, " + asFound(step.attribute, step.found, step.wanted);
    }

    std::string ruleLine(const RuleStep& step, const char* held) const
    {
        if (step.outcome == RuleStep::Outcome::NotReached)
            return step.name + ": was not looked at";
        if (step.outcome == RuleStep::Outcome::Held)
            return step.name + ": " + held;
        std::string line = step.name + ": did not hold, "
            + asFound(step.failure->attribute, step.failure->found, step.failure->wanted);
        if (!step.thresholdOf.empty())
            line += " on " + step.thresholdOf;
        return line;
    }

    std::vector<std::string> policies() const
    {
        std::vector<std::string> lines;
        for (const TraceStep& step : m_explanation.policies)
            lines.push_back(policyLine(step));
        for (const Observation& observed : m_explanation.fired)
            lines.push_back((observed.holds ? "as wanted: " : "not as wanted: ")
                            + asFound(observed.attribute, observed.found, observed.wanted));
        return lines;
    }

    std::string tierTitle() const
    {
        const std::string tier = m_decision.tier.empty() ? "none" : tierName(m_decision.tier.value);
        switch (m_explanation.tierReason) {
        case TierReason::SetByPolicy:
            return "Tier " + tier + ", set by the policy";
        case TierReason::Kept:
            return "Tier " + tier + ", kept until " + toIso8601(*m_explanation.tierKeptUntil);
        case TierReason::Held:
            return "Tier " + tier + ", the first whose condition holds";
        case TierReason::NoneHeld:
            break;
        }
        return "Tier none, as no condition holds";
    }

    std::vector<std::string> tiers() const
    {
        std::vector<std::string> lines;
        for (const RuleStep& step : m_explanation.tiers)
            lines.push_back(ruleLine(step, "holds"));
        return lines;
    }

    std::vector<std::string> scores() const
    {
        std::vector<std::string> lines{"intent score " + numberInWords(m_decision.intentScore)};
        for (const SignalShare& share : m_decision.signalShares)
            lines.push_back(nameOr(share.name, share.id.value) + ": " + numberInWords(share.points) + " for "
                            + std::string(nameOf(share.score)) + ", seen " + toIso8601(share.observedAt));
        return lines;
    }

    std::vector<std::string> qualification() const
    {
        std::vector<std::string> lines;
        for (const CriterionResult& criterion : m_decision.qualification) {
            std::string line = nameOr(criterion.name, criterion.id.value) + (criterion.required ? " (required)" : "");
            switch (criterion.state) {
            case CriterionState::Met:
                line += ": met";
                break;
            case CriterionState::NotMet:
                line += ": not met";
                break;
            case CriterionState::Unknown:
                line += ": unknown";
                break;
            }
            if (!criterion.evidence.empty())
                line += ", " + criterion.evidence;
            else if (!criterion.ask.empty())
                line += ", ask " + quoted(criterion.ask);
            lines.push_back(std::move(line));
        }
        return lines;
    }

    std::vector<std::string> alerts() const
    {
        std::vector<std::string> lines;
        for (const RuleStep& step : m_explanation.alerts)
            lines.push_back(ruleLine(step, "its trigger holds"));
        return lines;
    }

    std::vector<std::string> actions() const
    {
        std::vector<std::string> lines;
        for (const Action& action : m_decision.actions)
            lines.push_back(describe(action, m_rulebook));
        if (m_decision.stoppedTransfer)
            lines.push_back("stays: it was sent away from " + nameOf(*m_decision.stoppedTransfer, m_rulebook)
                            + ", and nothing but time has passed");
        return lines;
    }

    std::vector<std::string> elsewhere() const
    {
        std::vector<std::string> lines;
        for (const Elsewhere& place : m_explanation.elsewhere) {
            const std::string name = goalName(place.goal);
            lines.push_back(name + ": " + answer(place));
            for (const std::string& hindrance : place.hindrances)
                lines.push_back(name + " was not offered it: " + hindrance);
        }
        return lines;
    }

    std::string answer(const Elsewhere& place) const
    {
        switch (place.answer) {
        case Elsewhere::Answer::LedThere:
            return "the decision leads there";
        case Elsewhere::Answer::NotInRulebook:
            return "was not in this version of the rulebook";
        case Elsewhere::Answer::SwitchedOff:
            return "is switched off in this version of the rulebook";
        case Elsewhere::Answer::HigherTierKept:
            return "a higher tier was kept until " + toIso8601(*m_explanation.tierKeptUntil);
        case Elsewhere::Answer::NothingFound:
            return place.changes.searchedAll ? "no change of up to three values leads there"
                                             : "no small change was found; the search was cut short";
        case Elsewhere::Answer::Changes:
            break;
        }
        std::vector<std::string> edits;
        for (const ContextEdit& edit : place.changes.edits)
            edits.push_back(editInWords(edit, m_rulebook));
        return joined(edits, " and ") + (place.changes.searchedAll ? "" : " (perhaps not the smallest change)");
    }

    std::string tierName(const std::string& id) const
    {
        const std::string name = nameOf(TierId{id}, m_rulebook);
        return name.empty() || name == id ? id : id + " " + name;
    }

    std::string goalName(const Goal& goal) const
    {
        switch (goal.kind) {
        case Goal::Kind::Policy:
            for (const Policy& policy : m_rulebook.policies)
                if (policy.id.value == goal.id)
                    return "Policy " + nameOr(policy.name, goal.id);
            return "Policy " + goal.id;
        case Goal::Kind::Tier:
            return "Tier " + tierName(goal.id);
        case Goal::Kind::Queue:
            return "Queue " + nameOr(nameOf(QueueId{goal.id}, m_rulebook), goal.id);
        case Goal::Kind::Agent:
            break;
        }
        return m_agentName({goal.id});
    }

    const Explanation& m_explanation;
    const Decision& m_decision;
    const Rulebook& m_rulebook;
    const AgentNames& m_agentName;
    bool m_withLabels;
};

// "2 levels missing": what differs between two rounds, the gravest first.
std::string costInWords(const RoundCost& cost)
{
    const auto counted = [](std::int64_t count, const char* one, const char* several) {
        return numberInWords(static_cast<double>(count)) + (count == 1 ? one : several);
    };
    return counted(cost.askedAgain, " asked again", " asked again") + ", "
        + counted(cost.notTheirOwn, " with another than their own agent", " with others than their own agents") + ", "
        + counted(cost.levelsMissing, " level or requirement missing", " levels or requirements missing") + ", "
        + counted(cost.idlePlaces, " place down the order of idleness", " places down the order of idleness");
}

}

std::vector<ExplanationPart> inWords(const Explanation& explanation, const Rulebook& rulebook,
                                     const AgentNames& agentName)
{
    return Words(explanation, rulebook, agentName, false).all();
}

std::vector<ExplanationPart> inWordsWithLabels(const Explanation& explanation, const Rulebook& rulebook,
                                               const AgentNames& agentName)
{
    return Words(explanation, rulebook, agentName, true).all();
}

std::string roundInWords(const Offer& offer)
{
    if (!offer.round)
        return {};
    const OfferRound& round = *offer.round;
    const auto offers = [](std::int64_t count) {
        return numberInWords(static_cast<double>(count)) + (count == 1 ? " offer" : " offers");
    };
    if (round.inTurnOffers < round.offers)
        return "Matched together: " + offers(round.offers) + "; one after the other would have made "
            + offers(round.inTurnOffers);
    return "Matched together: " + costInWords(round.cost) + "; one after the other would have cost "
        + costInWords(round.inTurnCost);
}

std::string editInWords(const ContextEdit& edit, const Rulebook& rulebook)
{
    return edit.attribute + " " + foundInWords(edit.attribute, edit.to, rulebook) + " instead of "
        + foundInWords(edit.attribute, edit.from, rulebook);
}

}
