#pragma once

#include "routing/rulebook/rulebook.h"
#include "tests/support/page_fixture.h"
#include "ui/shared/explained_moment.h"

namespace signalbox::test {

inline std::shared_ptr<const Rulebook> rulesOfThen()
{
    Rulebook made;
    made.attributes["crm.company_size"] = {ValueType::Number, "people", "company size"};
    made.attributes["ai.sentiment"] = {ValueType::Number, "", "sentiment"};
    made.attributes["crm.stage"] = {ValueType::String, "", "CRM stage"};
    made.tiers = {{TierId{"P1"}, "Act now", {}, {}, seconds{60}, {}}, {TierId{"P2"}, "Soon", {}, {}, seconds{300}, {}}};
    made.queues.push_back({QueueId{"emea"}, "Sales EMEA", {}, {}, {}, {}, seconds{30}, seconds{60}, {}});
    return std::make_shared<const Rulebook>(std::move(made));
}

inline PolicyMet met(int number, const char* name, TraceStep::Outcome outcome,
                     std::vector<Observation> comparisons = {})
{
    return {number, PolicyId{"policy-" + std::to_string(number)}, name, outcome, std::move(comparisons)};
}

// The conversation of a visitor whose company is 20 people too small for Enterprise pricing.
inline ExplainedMoment aMoment(int chosen = 1)
{
    using std::chrono::minutes;
    using Outcome_ = TraceStep::Outcome;
    ExplainedMoment made;
    made.conversation = aConversation("4809")
                            .from("Jörg Müller", "Müller Fördertechnik")
                            .tier(1)
                            .waiting("emea", seconds{151}, seconds{300});
    const Instant at = testNow() - seconds{167};
    made.moments = {{at - seconds{48}, TierId{}, 0, Outcome::Kind::Ai, "the AI"},
                    {at, TierId{"P2"}, 1, Outcome::Kind::Queue, "Sales EMEA"},
                    {at + seconds{60}, TierId{"P2"}, 1, Outcome::Kind::Queue, "Sales EMEA"}};
    made.chosen = chosen;
    made.rulebook = rulesOfThen();
    made.version = 41;
    made.publishedBy = "ines";
    made.publishedAt = testNow() - std::chrono::days{7};
    Decision& decision = made.decision;
    decision.conversation = made.conversation.id;
    decision.at = made.moments[std::size_t(chosen)].at;
    decision.rulebookVersion = 41;
    decision.snapshot = {{"ai.intent", Value(std::string("Book a demo"))},
                         {"ai.sentiment", Value(0.42)},
                         {"crm.company_size", Value(480.0)},
                         {"intent_score", Value(61.0)},
                         {"conversation.channel", Value(std::string("website"))},
                         {"page.path", Value(std::string("/pricing/enterprise"))},
                         {"now", Value(decision.at)}};
    decision.policy = PolicyId{"policy-5"};
    decision.tier = TierId{"P2"};
    decision.tierRank = 1;
    decision.intentScore = 61;
    decision.actions = {TransferToQueue{{"emea", {}}}, SetTier{TierId{"P2"}}};
    decision.signalShares = {{SignalId{"prices"}, "Looked at prices", 25, at - minutes{1}},
                             {SignalId{"demo"}, "Asked for a demo", 22, at - minutes{1}}};
    made.outcome = {Outcome::Kind::Queue, "emea", TierId{"P2"}, PolicyId{"policy-5"}};
    made.place = "Sales EMEA";
    const auto fact = [&](const char* name, std::optional<Value> value, const char* source, bool asked = true) {
        made.facts.push_back({name, std::move(value), source, at - minutes{1}, asked});
    };
    fact("ai.intent", Value(std::string("Book a demo")), "ai");
    fact("ai.sentiment", Value(0.42), "ai");
    fact("conversation.channel", Value(std::string("website")), "");
    fact("crm.company_size", Value(480.0), "crm");
    made.facts.back().changedSince = true;
    made.facts.back().now = ContextEntry{Value(510.0), "crm", testNow() - minutes{1}, {}};
    fact("crm.stage", std::nullopt, "");
    made.facts.back().at.reset();
    fact("intent_score", Value(61.0), "");
    fact("page.path", Value(std::string("/pricing/enterprise")), "widget");
    fact("visitor.language", Value(std::string("de")), "widget", false);
    made.path
        = {met(1, "Legal threat or very angry", Outcome_::DidNotMatch,
               {{"ai.sentiment", "0.42", "at most −0.60", false}, {"ai.intent", "Book a demo", "Legal threat", false}}),
           met(2, "Enterprise pricing", Outcome_::DidNotMatch,
               {{"crm.company_size", "480", "at least 500", false},
                {"ai.intent", "Book a demo", "Enterprise pricing or Book a demo", true},
                {"page.path", "/pricing/enterprise", "starts with /pricing/enterprise", true}}),
           met(3, "Open deal", Outcome_::DidNotMatch, {{"crm.stage", "missing", "Proposal or Negotiation", false}}),
           met(4, "Refund above €500", Outcome_::Disabled),
           met(5, "Ready to buy", Outcome_::Fired,
               {{"intent_score", "61", "at least 60", true},
                {"conversation.channel", "website", "website or whatsapp", true}}),
           met(6, "Invoice or payment", Outcome_::NotReached),
           met(7, "Everything else", Outcome_::NotReached)};
    made.path[0].miss = {{"ai.sentiment", "ai.intent"}};
    made.path[1].miss = {{"crm.company_size"}, "20 people", 0.04};
    made.path[2].miss = {{"crm.stage"}};
    made.path[6].wouldHaveMatched = true;
    Offer offer = anOffer("o1", "4809", "hugo");
    offer.candidates = {{AgentId{"hugo"}, true, "German 3, 3 of 5 places used then, idle for 4 min: the longest"},
                        {AgentId{"mark"}, false, "Team lead: takes offers after 3 min of waiting. It was 4 s"},
                        {AgentId{"leila"}, false, "Not in Sales EMEA"}};
    made.offers = {offer};
    made.parts
        = {{"Tier P2 Soon, set by the policy", {"P1 Act now: did not hold, intent score was 61, wanted at least 70"}}};
    made.next = {{Happening::Kind::Offered, at + seconds{4}, AgentId{"hugo"}},
                 {Happening::Kind::Accepted, at + seconds{12}, AgentId{"hugo"}, {}, seconds{8}}};
    return made;
}

inline std::vector<AnotherWay> someWays()
{
    AnotherWay first;
    first.edits = {{"crm.company_size", Value(480.0), Value(500.0)}};
    first.decision.policy = PolicyId{"policy-2"};
    first.decision.tier = TierId{"P1"};
    first.outcome = {Outcome::Kind::Queue, "enterprise", TierId{"P1"}, PolicyId{"policy-2"}};
    first.place = "Enterprise EMEA";
    AnotherWay second;
    second.edits = {{"crm.stage", std::nullopt, Value(std::string("Proposal"))}};
    second.decision.policy = PolicyId{"policy-3"};
    second.outcome = {Outcome::Kind::Agent, "ines", {}, PolicyId{"policy-3"}};
    second.place = "agent Ines Carvalho";
    return {first, second};
}

}
