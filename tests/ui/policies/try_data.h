#pragma once

#include "tests/support/studio_fixture.h"

#include <QTest>

namespace signalbox::test {

inline Condition atLeast(const char* attribute, double number)
{
    return Condition{Comparison{attribute, Operator::Ge, Value{number}}};
}

inline Condition is(const char* attribute, const char* word)
{
    return Condition{Comparison{attribute, Operator::Eq, Value{std::string(word)}}};
}

inline Policy aPolicy(const char* id, const char* name, Condition when, std::vector<Action> actions)
{
    Policy made;
    made.id = PolicyId{id};
    made.name = name;
    made.when = std::move(when);
    made.actions = std::move(actions);
    return made;
}

// Six policies, two queues, two tiers: 2 asks for a company of 500, 4 is off, 6 takes the rest.
inline Rulebook rulesToTry()
{
    Rulebook rulebook;
    rulebook.attributes["visitor.country"] = {ValueType::String, "", ""};
    const auto tier = [](const char* id, const char* name, Condition when) {
        Tier made;
        made.id = TierId{id};
        made.name = name;
        made.when = std::move(when);
        return made;
    };
    rulebook.tiers = {tier("P1", "Act now", atLeast("crm.deal_size", 100000)), tier("P2", "Soon", Condition{AllOf{}})};
    const auto queue = [](const char* id, const char* name) {
        Queue made;
        made.id = QueueId{id};
        made.name = name;
        return made;
    };
    rulebook.queues = {queue("sales", "Sales EMEA"), queue("enterprise", "Enterprise EMEA")};
    const auto to = [](const char* id) { return std::vector<Action>{TransferToQueue{{id, {}}}}; };
    rulebook.policies
        = {aPolicy("legal", "Legal threat", is("ai.intent", "legal"), to("sales")),
           aPolicy("enterprise", "Enterprise pricing", atLeast("crm.company_size", 500), to("enterprise")),
           aPolicy("deal", "Open deal", is("crm.owner", "ines"), to("sales")),
           aPolicy("refund", "Refund above €500", atLeast("crm.deal_size", 500), to("sales")),
           aPolicy("ready", "Ready to buy", atLeast("intent_score", 55), to("sales")),
           aPolicy("rest", "Everything else", Condition{AllOf{}}, {AnswerWithAi{}})};
    rulebook.policies[3].enabled = false;
    double priority = 0;
    for (Policy& policy : rulebook.policies)
        policy.priority = priority += 10;
    return rulebook;
}

inline Values valuesToTry()
{
    return {{"crm.company_size", 480.0},
            {"ai.intent", std::string("demo")},
            {"intent_score", 61.0},
            {"conversation.channel", std::string("website")},
            {"visitor.language", std::string("de")}};
}

inline PastSample aPastSample()
{
    PastSample sample;
    sample.conversation = ConversationId{"4809"};
    sample.visitorName = "Jörg Müller";
    sample.decision.conversation = sample.conversation;
    sample.decision.at = testNow() - std::chrono::minutes{3};
    sample.decision.snapshot = valuesToTry();
    sample.decision.signalShares = {};
    return sample;
}

// The draft is compiled as it stands now.
inline bool isReady(StudioFixture& fixture)
{
    return QTest::qWaitFor([&fixture] { return fixture.studio.engine.draft() && fixture.studio.engine.isCurrent(); });
}

}
