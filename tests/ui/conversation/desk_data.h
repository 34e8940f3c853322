#pragma once

#include "routing/rulebook/rulebook_json.h"
#include "tests/support/page_fixture.h"

namespace signalbox::test {

inline RulebookOnScreen aRulebook(int version = 41)
{
    Rulebook rulebook;
    rulebook.attributes["crm.deal_size"] = {ValueType::Number, "EUR", "deal size"};
    rulebook.tiers = {{TierId{"P1"}, "Act now", {}, {}, seconds{60}, {}}, {TierId{"P2"}, "Soon", {}, {}, seconds{300}, {}}, {TierId{"P3"}, "Normal", {}, {}, seconds{1800}, {}}};
    rulebook.queues.push_back({QueueId{"fleet"}, "Fleet sales", {{SkillId{"fleet"}, 3}}, {}, {}, {{seconds{60}, 2}}, seconds{30}, seconds{60}, {}});
    rulebook.queues.push_back({QueueId{"service"}, "Service", {}, {}, {}, {}, seconds{30}, seconds{60}, {}});
    const auto policy = [&](const char* id, const char* name, double priority, Condition when, std::vector<Action> actions) {
        rulebook.policies.push_back({PolicyId{id}, name, true, priority, std::move(when), std::move(actions), std::nullopt});
    };
    const Condition angry{Comparison{"ai.asked_for_person", Operator::Eq, Value{true}}};
    const Condition big{Comparison{"crm.deal_size", Operator::Ge, Value{25000.0}}};
    const Condition pricing{Comparison{"page.path", Operator::Starts, Value{std::string("/pricing")}}};
    policy("person", "Asks for a person", 10, angry, {TransferToQueue{{"service", {}}}, SetTier{TierId{"P2"}}});
    policy("fleet-price", "Fleet pricing", 20, Condition{AllOf{{big, Condition{AnyOf{{pricing, angry}}}}}}, {TransferToQueue{{"fleet", {}}}, SetTier{TierId{"P1"}}});
    policy("prices", "Looks at prices", 30, pricing, {AnswerWithAi{0.6, QueueId{"fleet"}}, SetTier{TierId{"P3"}}});
    policy("rest", "Everything else", 40, Condition{AllOf{}}, {AnswerWithAi{0.5, QueueId{"service"}}});
    return {version, writeRulebook(rulebook), "First order", "ines", testNow() - std::chrono::hours{3}};
}

inline ChangeSet aDay()
{
    ChangeSet day;
    day.rulebook = aRulebook();
    day.agents = {anAgent("leila", "Leila Haddad", "Fleet", Presence::Online, 3, 5), anAgent("mark", "Mark Ashdown", "Fleet", Presence::Online, 1, 4),
                  anAgent("ines", "Ines Carvalho", "Service", Presence::Online, 0, 4, Role::Supervisor)};
    day.conversations = {
        aConversation("4817").from("Amelia Okafor", "Brightwater Logistics").about("Fleet pricing").tier(0).ownedBy("leila", "fleet").owed(seconds{48}, seconds{60}).said("Do you have a price for 220 bikes?"),
        aConversation("4811").from("Marek Dvořák").about("Roaming").tier(1).ownedBy("leila", "fleet").owed(seconds{200}, seconds{300}).said("Is the trailer included?"),
        aConversation("4802").from("Fiona Gallagher").tier(2).ownedBy("leila", "service").said("Here is the install guide", Author::Agent),
        aConversation("4790").from("Visitor C41D").tier(2).origin(Origin::Practice).ownedBy("leila", "service").said("Which frame size is it?", Author::Agent),
        aConversation("4820").from("Paulina Zielińska", "Trzy Rzeki").about("Fleet pricing").tier(1).worth(28000).waiting("fleet", seconds{34}, seconds{300}).offeredTo("leila").said("We need forty bikes before the summer.")};
    Offer offer = anOffer("o1", "4820", "leila");
    offer.candidates = {{AgentId{"leila"}, true, "Fleet 3, idle for 4 min: the longest"}, {AgentId{"mark"}, false, "Needs fleet 3, has 2"}};
    day.offersMade = {offer};
    return day;
}

inline ConversationDetail aDetail()
{
    using std::chrono::minutes;
    ConversationDetail detail;
    detail.conversation = aDay().conversations.front();
    detail.conversation.policy = PolicyId{"fleet-price"};
    const auto say = [&](Author author, const char* name, const char* text, seconds before) {
        Message message = aMessage(std::int64_t(detail.messages.size()) + 1, author, text, before);
        message.authorName = name;
        detail.messages.push_back(message);
    };
    say(Author::Visitor, "Amelia Okafor", "Hi, we run 220 delivery routes out of Hull and Rotterdam.", minutes{4});
    say(Author::Visitor, "Amelia Okafor", "What do your bikes cost for that many?", minutes{4});
    say(Author::Ai, "Assistant", "Fleet prices depend on the number of bikes. From 200 bikes the list price is €3,190 each, service in the first year included. Is there a date you need to be live by?", minutes{4});
    detail.messages.back().citations = {{"faq-fleet", "What does a fleet cost?"}};
    say(Author::Visitor, "Amelia Okafor", "Before our contract ends, so 1 September.", minutes{3});
    say(Author::Visitor, "Amelia Okafor", "I sign this one off myself. I’d rather talk to someone now.", minutes{3});
    say(Author::System, "", "Sent to Fleet sales, accepted by Leila Haddad", minutes{1});
    say(Author::Agent, "Mark Ashdown", "They asked for a quote in March and found setup too slow. Lead with the two-week rollout.", minutes{1});
    detail.messages.back().internalNote = true;
    say(Author::Agent, "Leila Haddad", "Hello Amelia, Leila here. 220 bikes by 1 September is comfortable: most fleets your size are live in two weeks.", seconds{50});
    say(Author::Visitor, "Amelia Okafor", "Good. Do you have a price for 220 bikes I can take to our board on Thursday?", seconds{40});
    detail.hasEarlier = false;
    const auto know = [&](const char* name, Value value) { detail.context.apply({name, std::move(value), "widget", std::nullopt}, testNow() - minutes{5}); };
    know("visitor.email", std::string("a.okafor@brightwater.example"));
    know("page.path", std::string("/pricing/fleet"));
    know("page.campaign", std::string("spring fleet"));
    know("visitor.language", std::string("en-GB"));
    know("visitor.device", std::string("desktop"));
    know("crm.deal_size", 42000.0);
    know("page.seconds", 95.0);
    Decision decision;
    decision.conversation = detail.conversation.id;
    decision.intentScore = 82;
    decision.policy = PolicyId{"fleet-price"};
    decision.signalShares = {{SignalId{"pricing"}, "Looked at fleet prices", 37, testNow() - minutes{6}}, {SignalId{"person"}, "Asked for a person", 25, testNow() - minutes{3}}, {SignalId{"date"}, "Gave a date", 20, testNow() - minutes{3}}};
    decision.qualification = {{CriterionId{"budget"}, "Budget fits", CriterionState::Met, true, "deal size is €42,000", ""},
                              {CriterionId{"decides"}, "Can decide", CriterionState::Met, false, "“I sign this one off myself”", ""},
                              {CriterionId{"systems"}, "Systems to connect", CriterionState::Unknown, false, "", "Which planning software do you use?"}};
    detail.decision = decision;
    detail.routeReason = "Policy 2 Fleet pricing";
    Offer offer = anOffer("o0", "4817", "leila");
    offer.candidates = {{AgentId{"leila"}, true, "Fleet 3, 2 of 5 places used, idle for 4 min: the longest"}, {AgentId{"mark"}, false, "Needs fleet 3, has 2"}};
    detail.offers = {offer};
    return detail;
}

}
