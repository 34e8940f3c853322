#include "routing/engine.h"
#include "tests/routing/support/rulebooks.h"

#include <rapidcheck.h>

namespace signalbox {
namespace {

const Instant noon = *fromIso8601("2026-06-09T12:00:00Z");

const char* const rules = R"({"rulebook":1,
 "schedules":[{"id":"office","timezone":"UTC","weekly":[]}],
 "signals":[{"id":"pricing","name":"Looked at prices","when":{"attr":"page.path","op":"starts","value":"/pricing"},"weight":40,"half_life_minutes":30},
            {"id":"rival","when":{"attr":"message.text","op":"contains","value":"rival"},"weight":50},
            {"id":"annoyed","when":{"attr":"message.text","op":"contains","value":"!!"},"weight":-20}],
 "qualification":[{"id":"budget","name":"Budget fits","when":{"attr":"crm.deal_size","op":"ge","value":10000},"required":true,"ask":"What budget?"},
                  {"id":"abroad","when":{"attr":"visitor.language","op":"ne","value":"en"}}],
 "tiers":[{"id":"P1","name":"Act now","when":{"attr":"intent_score","op":"ge","value":70},"thresholds":{"whatsapp":{"intent_score":30}},"response_target_seconds":60},
          {"id":"P2","when":{"attr":"intent_score","op":"ge","value":20},"response_target_seconds":300}],
 "policies":[{"id":"late","priority":30,"when":{"all":[]},"actions":[{"type":"answer_with_ai"}]},
             {"id":"off","enabled":false,"priority":1,"when":{"all":[]},"actions":[{"type":"keep_with_ai"}]},
             {"id":"big","name":"Big deals","priority":10,"when":{"all":[{"attr":"crm.deal_size","op":"ge","value":50000},{"attr":"queue.sales.waiting","op":"lt","value":5}]},
              "actions":[{"type":"transfer_to_queue","queue":"sales"},{"type":"set_tier","tier":"P1"},{"type":"require_skill","skill":"deals","level":2}],
              "except":{"when":{"schedule":"office","op":"closed"},"actions":[{"type":"send_message","text":"Until tomorrow"},{"type":"set_response_target","seconds":900}]}},
             {"id":"big too","priority":10,"when":{"attr":"crm.deal_size","op":"ge","value":50000},"actions":[{"type":"transfer_to_queue","queue":"sales"}]}],
 "queues":[{"id":"sales"}]})";

struct Floor {
    Context context;
    std::map<SignalId, Instant> observed;
    Values figures{{"queue.sales.waiting", 0.0}, {"queue.sales.agents_free", 3.0}};
    Channel channel = Channel::Website;

    DecisionInput input() const { return {ConversationId{"1"}, channel, &context, &observed, figures}; }
    void set(const std::string& attribute, Value value, std::optional<Instant> expires = {})
    {
        context.apply({attribute, std::move(value), "test", expires}, noon);
    }
};

Engine engineOf(bool officeOpen = true)
{
    OpenIntervals intervals;
    if (officeOpen)
        intervals[ScheduleId{"office"}] = {{noon - std::chrono::hours(1), noon + std::chrono::hours(1)}};
    return Engine(rulebookOf(rules), 7, intervals);
}

TEST(Engine, firesTheFirstEnabledPolicyByPriorityThenFileOrder)
{
    Floor floor;
    floor.set("crm.deal_size", 60'000.0);
    const Decision decision = engineOf().decide(floor.input(), noon);
    EXPECT_EQ(decision.policy, PolicyId{"big"});
    EXPECT_EQ(decision.rulebookVersion, 7);
    EXPECT_EQ(decision.tier, TierId{"P1"});
    EXPECT_EQ(decision.responseTarget, seconds{60});
    EXPECT_EQ(decision.requiredSkills, (std::vector<Skill>{{SkillId{"deals"}, 2}}));
    floor.figures["queue.sales.waiting"] = 5.0;
    EXPECT_EQ(engineOf().decide(floor.input(), noon).policy, PolicyId{"big too"});
}

TEST(Engine, theExceptBlockReplacesTheActions)
{
    Floor floor;
    floor.set("crm.deal_size", 60'000.0);
    const Decision decision = engineOf(false).decide(floor.input(), noon);
    EXPECT_TRUE(decision.byException);
    EXPECT_EQ(decision.actions.size(), 2u);
    EXPECT_EQ(decision.tier, TierId{});
    EXPECT_EQ(decision.tierRank, 2);   // after every tier there is
    EXPECT_EQ(decision.responseTarget, seconds{900});
}

TEST(Engine, tierThresholdsDependOnTheChannel)
{
    Floor floor;
    floor.observed = {{SignalId{"pricing"}, noon}};
    EXPECT_EQ(engineOf().decide(floor.input(), noon).tier, TierId{"P2"});
    floor.channel = Channel::WhatsApp;
    const Decision decision = engineOf().decide(floor.input(), noon);
    EXPECT_EQ(decision.tier, TierId{"P1"});
    EXPECT_EQ(decision.tierRank, 0);
}

TEST(Engine, signalsFadeByHalfInAHalfLife)
{
    Floor floor;
    floor.observed
        = {{SignalId{"pricing"}, noon - std::chrono::minutes(30)}, {SignalId{"rival"}, noon - std::chrono::hours(9)}};
    const Decision decision = engineOf().decide(floor.input(), noon);
    EXPECT_DOUBLE_EQ(decision.intentScore, 70);   // 40 halved, and 50 that never fade
    ASSERT_EQ(decision.signalShares.size(), 2u);
    EXPECT_DOUBLE_EQ(decision.signalShares[0].points, 20);
    EXPECT_EQ(decision.tier, TierId{"P1"});
    EXPECT_DOUBLE_EQ(engineOf().decide(floor.input(), noon + std::chrono::minutes(60)).intentScore, 55);
}

TEST(Engine, theIntentScoreStaysWithinZeroAndAHundred)
{
    const Engine engine = engineOf();
    EXPECT_EQ(engine.decide(Floor{{}, {{SignalId{"annoyed"}, noon}}}.input(), noon).intentScore, 0);
    EXPECT_TRUE(engine.signalShares({{SignalId{"gone"}, noon}}, noon).empty());
    EXPECT_DOUBLE_EQ(engine.signalShares({{SignalId{"pricing"}, noon + std::chrono::hours(1)}}, noon)[0].points, 40);
}

TEST(Engine, observesOnlySignalsThatLookAtWhatChanged)
{
    const Values values{{"page.path", std::string("/pricing/team")}, {"message.text", std::string("your rival")}};
    EXPECT_EQ(engineOf().observe(values, {"page.path"}, noon), (std::vector{SignalId{"pricing"}}));
    EXPECT_EQ(engineOf().observe(values, {"message.text"}, noon), (std::vector{SignalId{"rival"}}));
    EXPECT_TRUE(engineOf().observe(values, {"visitor.name"}, noon).empty());
}

TEST(Engine, criteriaAreMetUnknownOrNotMetWithTheirEvidence)
{
    Floor floor;
    auto results = engineOf().decide(floor.input(), noon).qualification;
    EXPECT_EQ(results[0].state, CriterionState::Unknown);
    EXPECT_EQ(results[0].ask, "What budget?");
    EXPECT_EQ(results[1].state, CriterionState::Unknown);   // `ne` on what is missing is no evidence
    floor.set("crm.deal_size", 42'000.0);
    floor.set("visitor.language", std::string("en"));
    results = engineOf().decide(floor.input(), noon).qualification;
    EXPECT_EQ(results[0].state, CriterionState::Met);
    EXPECT_EQ(results[0].evidence, "€42,000");
    EXPECT_EQ(results[1].state, CriterionState::NotMet);
    EXPECT_EQ(results[1].evidence, "en");
}

TEST(Engine, expiredValuesAreMissing)
{
    Floor floor;
    floor.set("crm.deal_size", 60'000.0, noon);
    EXPECT_EQ(engineOf().decide(floor.input(), noon).policy, PolicyId{"late"});
}

TEST(Engine, theSnapshotHoldsAllThatWasLookedAt)
{
    Floor floor;
    floor.set("crm.deal_size", 1.0);
    const Values snapshot = engineOf().decide(floor.input(), noon).snapshot;
    const Values expected{{"conversation.channel", std::string("website")},
                          {"crm.deal_size", 1.0},
                          {"intent_score", 0.0},
                          {"now", noon},
                          {"queue.sales.waiting", 0.0},
                          {"schedule.office", true}};
    EXPECT_EQ(snapshot, expected);
}

TEST(Engine, explainsEachPolicyAboveTheOneThatFired)
{
    Floor floor;
    floor.set("crm.deal_size", 42'000.0);
    const Engine engine = engineOf();
    const auto steps = engine.explain(engine.decide(floor.input(), noon).snapshot, noon);
    ASSERT_EQ(steps.size(), 4u);
    EXPECT_EQ(steps[0].outcome, TraceStep::Outcome::Disabled);
    EXPECT_EQ(steps[1].outcome, TraceStep::Outcome::DidNotMatch);
    EXPECT_EQ(steps[1].name, "Big deals");
    EXPECT_EQ(steps[1].attribute, "crm.deal_size");
    EXPECT_EQ(steps[1].found, "€42,000");
    EXPECT_EQ(steps[1].wanted, "at least €50,000");
    EXPECT_EQ(steps[3].policy, PolicyId{"late"});
    EXPECT_EQ(steps[3].outcome, TraceStep::Outcome::Fired);
}

TEST(Engine, decidesAgainWhatItDecidedAndExplainsThePolicyThatFired)
{
    const Engine open = engineOf();
    const Engine closed = engineOf(false);
    EXPECT_TRUE(rc::check([&] {
        Floor floor;
        if (*rc::gen::arbitrary<bool>())
            floor.set("crm.deal_size", static_cast<double>(*rc::gen::inRange(0, 100'000)));
        if (*rc::gen::arbitrary<bool>())
            floor.set("visitor.language", std::string(*rc::gen::element("en", "de")));
        for (const char* signal : {"pricing", "rival", "annoyed"})
            if (*rc::gen::arbitrary<bool>())
                floor.observed.emplace(SignalId{signal}, noon - std::chrono::minutes(*rc::gen::inRange(0, 500)));
        floor.figures["queue.sales.waiting"] = static_cast<double>(*rc::gen::inRange(0, 9));
        floor.channel = *rc::gen::element(Channel::Website, Channel::WhatsApp);
        const Decision decision = open.decide(floor.input(), noon);
        RC_ASSERT(open.decideAgain(decision) == decision);
        RC_ASSERT(closed.decideAgain(decision) == decision);   // what was open then stays open
        RC_ASSERT(open.explain(decision.snapshot, noon).back().policy == decision.policy);
    }));
}

TEST(Engine, aTamperedDecisionIsNotDecidedTheSameAgain)
{
    Floor floor;
    floor.observed = {{SignalId{"pricing"}, noon}};
    Decision decision = engineOf().decide(floor.input(), noon);
    decision.snapshot["intent_score"] = 99.0;
    EXPECT_NE(engineOf().decideAgain(decision), decision);
}

}
}
