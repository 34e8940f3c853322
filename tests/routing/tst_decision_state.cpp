// What a decision takes from before: scores that are kept apart, tiers kept for a time, gates, and where it was sent.
#include "routing/engine.h"
#include "tests/routing/support/rulebooks.h"

namespace signalbox {
namespace {

const Instant noon = *fromIso8601("2026-06-09T12:00:00Z");

const char* const rules = R"({"rulebook":1,
 "signals":[{"id":"asks","when":{"attr":"message.text","op":"contains","value":"price"},"weight":40},
            {"id":"size","when":{"attr":"crm.company_size","op":"ge","value":500},"weight":60,"score":"fit"},
            {"id":"soon","when":{"attr":"message.text","op":"contains","value":"today"},"weight":80,"half_life_minutes":30,"score":"urgency"}],
 "qualification":[{"id":"budget","when":{"attr":"crm.deal_size","op":"ge","value":10000},"required":true},
                  {"id":"abroad","when":{"attr":"visitor.language","op":"ne","value":"en"},"required":true},
                  {"id":"known","when":{"attr":"visitor.email","op":"exists"}}],
 "tiers":[{"id":"P1","when":{"attr":"urgency_score","op":"ge","value":50},"keep_for_seconds":300},
          {"id":"P2","when":{"all":[]}}],
 "alerts":[{"id":"fit","when":{"attr":"fit_score","op":"ge","value":70},"thresholds":{"whatsapp":{"fit_score":50}}}],
 "policies":[{"id":"handoff","requires_qualification":true,"when":{"attr":"crm.owner","op":"empty"},
              "actions":[{"type":"transfer_to_queue","queue":"sales"}]},
             {"id":"busy","when":{"attr":"queue.sales.waiting","op":"gt","value":5},"actions":[{"type":"transfer_to_queue","queue":"support"}]},
             {"id":"quiet","when":{"attr":"queue.sales.waiting","op":"exists"},"actions":[{"type":"transfer_to_queue","queue":"sales"}]}],
 "queues":[{"id":"sales"},{"id":"support"}]})";

class DecisionState : public ::testing::Test {
protected:
    Decision decide(Instant at = noon) const
    {
        return engine.decide({ConversationId{"1"}, channel, &context, &observed, figures, before, sentTo}, at);
    }
    void set(const std::string& attribute, Value value)
    {
        context.apply({attribute, std::move(value), "test", {}}, noon);
    }

    Engine engine{rulebookOf(rules), 1, {}};
    Context context;
    std::map<SignalId, Instant> observed;
    Values figures;
    Channel channel = Channel::Website;
    std::optional<TierHeld> before;
    std::vector<QueueId> sentTo;
};

TEST_F(DecisionState, theScoresStayApart)
{
    observed
        = {{SignalId{"asks"}, noon}, {SignalId{"size"}, noon}, {SignalId{"soon"}, noon - std::chrono::minutes(30)}};
    const Decision decision = decide();
    EXPECT_EQ(decision.intentScore, 40);
    EXPECT_EQ(decision.snapshot.at("fit_score"), Value(60.0));
    EXPECT_EQ(decision.snapshot.at("urgency_score"), Value(40.0));
    EXPECT_FALSE(decision.snapshot.contains("value_score")) << "no signal counts for it";
    EXPECT_EQ(engine.decideAgain(decision), decision);
}

TEST_F(DecisionState, anAlertHasThresholdsByChannel)
{
    observed = {{SignalId{"size"}, noon}};
    EXPECT_TRUE(engine.alertsThatHold(decide().snapshot, noon).empty());
    channel = Channel::WhatsApp;
    EXPECT_EQ(engine.alertsThatHold(decide().snapshot, noon).size(), 1u);
}

TEST_F(DecisionState, aTierIsKeptForItsTimeAndAHigherOneIsTakenAtOnce)
{
    before = TierHeld{TierId{"P1"}, noon};
    const Decision kept = decide(noon + seconds{299});
    EXPECT_EQ(kept.tier, TierId{"P1"});
    EXPECT_EQ(engine.decideAgain(kept), kept);
    EXPECT_EQ(decide(noon + seconds{300}).tier, TierId{"P2"});
    before = TierHeld{TierId{"P2"}, noon};
    observed = {{SignalId{"soon"}, noon}};
    EXPECT_EQ(decide(noon + seconds{1}).tier, TierId{"P1"});
    before = TierHeld{TierId{"gone"}, noon};
    observed.clear();
    EXPECT_EQ(decide(noon + seconds{1}).tier, TierId{"P2"}) << "a tier that the rulebook no longer has is not kept";
}

TEST_F(DecisionState, aPolicyThatRequiresQualificationWaitsForEveryRequiredCriterion)
{
    set("crm.deal_size", 20'000.0);
    EXPECT_EQ(decide().policy, std::nullopt) << "a language that is missing is no evidence";
    set("visitor.language", std::string("de"));
    EXPECT_EQ(decide().policy, PolicyId{"handoff"});
    set("crm.deal_size", 9'999.0);
    const Decision decision = decide();
    EXPECT_EQ(decision.policy, std::nullopt);
    const auto steps = engine.explain(decision.snapshot, noon);
    EXPECT_EQ(steps.at(0).attribute, "crm.deal_size");
    EXPECT_EQ(steps.at(0).wanted, "at least €10,000");
}

TEST_F(DecisionState, aTransferThatWouldGoRoundIsStoppedAndSaid)
{
    figures["queue.sales.waiting"] = 3.0;
    sentTo = {QueueId{"sales"}, QueueId{"support"}};
    const Decision back = decide();
    EXPECT_EQ(back.policy, PolicyId{"quiet"});
    EXPECT_EQ(back.stoppedTransfer, QueueId{"sales"});
    EXPECT_EQ(engine.decideAgain(back), back);
    sentTo = {QueueId{"support"}, QueueId{"sales"}};
    EXPECT_EQ(decide().stoppedTransfer, std::nullopt) << "where it is sent already";
    sentTo = {QueueId{"support"}};
    EXPECT_EQ(decide().stoppedTransfer, std::nullopt);
}

}
}
