#include "app/analysis/why.h"

#include "app/analysis/draft_rules.h"
#include "app/analysis/past_conversation.h"
#include "app/analysis/why_story.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"
#include "routing/qualification/gate.h"
#include "routing/trace/explanation.h"
#include "routing/trace/labelled_words.h"

#include <algorithm>
#include <set>

namespace signalbox {
namespace {

struct Material {
    PastConversation past;
    Conversation conversation;
    std::vector<Event> events;
};

Result<Material> readMaterial(Database& database, const ConversationId& id)
{
    auto past = readPastConversation(database, id);
    if (!past)
        return tl::unexpected(past.error());
    auto row = ConversationStore(database).find(id);
    auto events = JournalReader(database).eventsOf(id);
    if (!row || !events)
        return tl::unexpected(row ? events.error() : row.error());
    if (!*row)
        return failure("There is no conversation #" + id.value + ".");
    return Material{std::move(*past), std::move(**row), std::move(*events)};
}

int chosenMoment(const std::vector<Decision>& decisions, const WhyQuestion& question)
{
    const int last = static_cast<int>(decisions.size()) - 1;
    if (question.moment >= 0)
        return std::min(question.moment, last);
    if (!question.at)
        return last;
    const auto after = std::ranges::find_if(decisions, [&](const Decision& each) { return each.at > *question.at; });
    return std::max(0, static_cast<int>(after - decisions.begin()) - 1);
}

// How the policies, with their gates written out, were found by one decision.
class PathReader {
public:
    PathReader(const Engine& engine, const Decision& decision)
        : m_engine(engine), m_decision(decision), m_gated(withGates(engine.rulebook()))
    {
        for (const Policy& policy : m_gated.policies)
            m_patterns.addFrom(policy.when);
    }

    std::vector<PolicyMet> read() const
    {
        std::vector<const Policy*> order;
        for (const Policy& policy : m_gated.policies)
            order.push_back(&policy);
        std::ranges::stable_sort(order, {}, &Policy::priority);
        std::vector<PolicyMet> path;
        bool reached = true;
        for (const Policy* const policy : order) {
            path.push_back(met(*policy, reached));
            path.back().number = static_cast<int>(path.size());
            reached = reached && path.back().outcome != TraceStep::Outcome::Fired;
        }
        return path;
    }

private:
    PolicyMet met(const Policy& policy, bool reached) const
    {
        const Facts facts{m_decision.snapshot, m_patterns, m_engine.openIntervals(), m_decision.at};
        PolicyMet met{0, policy.id, policy.name.empty() ? policy.id.value : policy.name};
        if (!policy.enabled) {
            met.outcome = TraceStep::Outcome::Disabled;
        } else if (!reached) {
            met.wouldHaveMatched = holds(policy.when, facts);
        } else {
            met.outcome = m_decision.policy == policy.id ? TraceStep::Outcome::Fired : TraceStep::Outcome::DidNotMatch;
            met.comparisons = m_engine.comparisonsOf(policy.id, m_decision);
            met.miss = nearMiss(policy.when, facts, m_engine.rulebook());
        }
        return met;
    }

    const Engine& m_engine;
    const Decision& m_decision;
    Rulebook m_gated;
    Patterns m_patterns;
};

std::set<std::string> askedAttributes(const std::vector<PolicyMet>& path, const Explanation& explanation)
{
    std::set<std::string> asked;
    const auto add = [&asked](const std::vector<Observation>& comparisons) {
        for (const Observation& observed : comparisons)
            if (!observed.attribute.empty())
                asked.insert(observed.attribute);
    };
    for (const PolicyMet& met : path)
        add(met.comparisons);
    for (const RuleStep& tier : explanation.tiers)
        add(tier.comparisons);
    return asked;
}

void addProvenance(FactThen& fact, const StoryOfDecision& story)
{
    const ContextEntry* const then = story.contextThen.find(fact.attribute);
    if (!then || (fact.value && then->value != *fact.value))
        return;
    fact.source = then->source;
    fact.at = then->at;
}

void addChange(FactThen& fact, const StoryOfDecision& story)
{
    const ContextEntry* const then = story.contextThen.find(fact.attribute);
    const ContextEntry* const now = story.contextNow.find(fact.attribute);
    fact.changedSince = (then != nullptr) != (now != nullptr) || (then && now && then->value != now->value);
    if (fact.changedSince && now)
        fact.now = *now;
}

std::vector<FactThen> factsThen(const Decision& decision, const StoryOfDecision& story,
                                const std::set<std::string>& asked)
{
    std::set<std::string> names = asked;
    for (const auto& [attribute, value] : decision.snapshot)
        names.insert(attribute);
    for (const auto& [attribute, value] : story.contextThen.valuesAt(decision.at))
        names.insert(attribute);
    std::vector<FactThen> facts;
    for (const std::string& attribute : names) {
        FactThen fact{attribute, {}, {}, {}, asked.contains(attribute)};
        if (const auto known = decision.snapshot.find(attribute); known != decision.snapshot.end())
            fact.value = known->second;
        else if (const ContextEntry* const entry = story.contextThen.find(attribute);
                 entry && (!entry->expiresAt || *entry->expiresAt > decision.at))
            fact.value = entry->value;
        addProvenance(fact, story);
        addChange(fact, story);
        facts.push_back(std::move(fact));
    }
    return facts;
}

// Where the conversation was after each of its decisions, by the rules of the time.
Result<std::vector<DecisionHead>> headsOf(History& history, const std::vector<Decision>& decisions,
                                          const AgentNames& agentName)
{
    std::vector<DecisionHead> heads;
    Outcome place;
    for (const Decision& decision : decisions) {
        const auto rules = history.rules(decision.rulebookVersion);
        if (!rules)
            return tl::unexpected(rules.error());
        const Engine& engine = (*rules)->engine();
        follow(place, outcomeOf(decision, engine.rulebook(), engine.openIntervals()));
        heads.push_back({decision.at, decision.tier, decision.tierRank, place.kind,
                         destinationInWords(place, engine.rulebook(), agentName)});
    }
    return heads;
}

void fill(ExplainedWhy& why, const StoryOfDecision& story)
{
    ExplainedMoment& moment = why.moment;
    const Engine& engine = why.rules->engine();
    Explanation explanation = engine.explain(moment.decision);
    moment.rulebook = {why.rules, &engine.rulebook()};
    moment.version = why.rules->version();
    moment.publishedBy = why.rules->onScreen().by;
    moment.publishedAt = why.rules->onScreen().at;
    moment.outcome = outcomeOf(moment.decision, engine.rulebook(), engine.openIntervals());
    moment.place = destinationInWords(moment.outcome, engine.rulebook(), why.agentName);
    moment.path = PathReader(engine, moment.decision).read();
    moment.facts = factsThen(moment.decision, story, askedAttributes(moment.path, explanation));
    moment.offers = story.offers;
    moment.next = story.next;
    explanation.policies.clear();   // the path tells of them
    explanation.fired.clear();
    moment.parts = inWordsWithLabels(explanation, engine.rulebook(), why.agentName);
}

}

Result<ExplainedWhy> explainWhy(History& history, const WhyQuestion& question)
{
    const auto material
        = history.with([&](Database& database) { return readMaterial(database, question.conversation); });
    if (!material)
        return tl::unexpected(material.error());
    auto agents = agentNames(history);
    if (!agents)
        return tl::unexpected(agents.error());
    auto heads = headsOf(history, material->past.decisions, *agents);
    if (!heads)
        return tl::unexpected(heads.error());
    ExplainedWhy why;
    why.agentName = std::move(*agents);
    why.moment.conversation = material->conversation;
    why.moment.moments = std::move(*heads);
    why.moment.chosen = chosenMoment(material->past.decisions, question);
    why.moment.decision = material->past.decisions[static_cast<std::size_t>(why.moment.chosen)];
    const auto rules = history.rules(why.moment.decision.rulebookVersion);
    if (!rules)
        return tl::unexpected(rules.error());
    why.rules = *rules;
    fill(why, storyOfDecision(material->events, why.moment.chosen));
    return why;
}

}
