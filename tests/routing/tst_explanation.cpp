#include "routing/trace/explanation.h"

#include "routing/trace/explanation_json.h"
#include "routing/trace/labelled_words.h"
#include "tests/routing/support/rulebooks.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

const Instant noon = *fromIso8601("2026-06-09T12:00:00Z");

const char* const rules = R"({"rulebook":1,
 "schedules":[{"id":"office","name":"Office hours","timezone":"UTC","weekly":[]}],
 "signals":[{"id":"asks","name":"Asks for a price","when":{"attr":"message.text","op":"contains","value":"price"},"weight":40}],
 "qualification":[{"id":"budget","name":"Budget fits","when":{"attr":"crm.deal_size","op":"ge","value":10000},"required":true,"ask":"What budget?"}],
 "tiers":[{"id":"P1","name":"Act now","when":{"attr":"intent_score","op":"ge","value":70},"thresholds":{"whatsapp":{"intent_score":60}},"keep_for_seconds":300},
          {"id":"P2","name":"Soon","when":{"all":[{"attr":"intent_score","op":"ge","value":30},{"not":{"attr":"visitor.language","op":"eq","value":"xx"}}]}},
          {"id":"P3","name":"Later","when":{"all":[]}}],
 "alerts":[{"id":"hot","name":"Hot lead","when":{"attr":"intent_score","op":"ge","value":90},"thresholds":{"whatsapp":{"intent_score":50}}},
           {"id":"shut","name":"After hours","when":{"schedule":"office","op":"closed"}}],
 "policies":[{"id":"big","name":"Big deals","when":{"all":[{"attr":"crm.deal_size","op":"ge","value":50000},{"schedule":"office","op":"open"}]},
              "actions":[{"type":"transfer_to_queue","queue":"key"}]},
             {"id":"gone","name":"Old","enabled":false,"when":{"all":[]},"actions":[{"type":"keep_with_ai"}]},
             {"id":"urgent","name":"Urgent","when":{"attr":"crm.owner","op":"eq","value":"ann"},"actions":[{"type":"set_tier","tier":"P1"}]},
             {"id":"rest","name":"The rest","when":{"attr":"visitor.language","op":"ne","value":"xx"},"actions":[{"type":"transfer_to_queue","queue":"sales"}]}],
 "queues":[{"id":"sales","name":"Sales"},{"id":"key","name":"Key accounts"}]})";

class Explaining : public ::testing::Test {
protected:
    Decision decide() const
    {
        return engine.decide({ConversationId{"1"}, channel, &context, &observed, {}, before, {}}, noon);
    }
    Explanation explained(Inquiry inquiry = {}) const { return explain(engine, decide(), inquiry); }
    void set(const std::string& attribute, Value value)
    {
        context.apply({attribute, std::move(value), "test", {}}, noon);
    }
    std::vector<std::string> part(const std::string& title, const Explanation& explanation) const
    {
        for (const ExplanationPart& part :
             inWords(explanation, engine.rulebook(), [](const AgentId& id) { return "Agent " + id.value; }))
            if (part.title.starts_with(title))
                return part.lines;
        return {};
    }

    Engine engine{rulebookOf(rules), 7, {}};
    Context context;
    std::map<SignalId, Instant> observed{{SignalId{"asks"}, noon}};
    Channel channel = Channel::Website;
    std::optional<TierHeld> before;
};

TEST_F(Explaining, everyTierUpToTheOneGivenIsToldWithWhatFailed)
{
    const Explanation explanation = explained();
    ASSERT_EQ(explanation.tiers.size(), 3u);
    EXPECT_EQ(explanation.tiers[0].failure, (Observation{"intent_score", "40", "at least 70", false}));
    EXPECT_EQ(explanation.tiers[1].outcome, RuleStep::Outcome::Held);
    EXPECT_EQ(explanation.tiers[1].comparisons.size(), 2u);
    EXPECT_EQ(explanation.tiers[2].outcome, RuleStep::Outcome::NotReached);
    EXPECT_EQ(explanation.tierReason, TierReason::Held);
    EXPECT_THAT(part("Tier P2 Soon, the first whose condition holds", explanation),
                testing::ElementsAre("Act now: did not hold, intent_score was 40, wanted at least 70", "Soon: holds",
                                     "Later: was not looked at"));
}

TEST_F(Explaining, theThresholdOfTheChannelIsNamed)
{
    channel = Channel::WhatsApp;
    observed.clear();
    const Explanation explanation = explained();
    EXPECT_EQ(explanation.tiers[0].failure, (Observation{"intent_score", "0", "at least 60", false}));
    EXPECT_EQ(explanation.tiers[0].thresholdOf, "whatsapp");
    EXPECT_EQ(explanation.tiers[1].thresholdOf, "");
    EXPECT_EQ(explanation.alerts[0].thresholdOf, "whatsapp");
    EXPECT_THAT(part("Alerts", explanation),
                testing::ElementsAre("Hot lead: did not hold, intent_score was 0, wanted at least 50 on whatsapp",
                                     "After hours: its trigger holds"));
}

TEST_F(Explaining, attributesAreCalledWhatPeopleCallThem)
{
    const auto parts
        = inWordsWithLabels(explained(), engine.rulebook(), [](const AgentId& id) { return "Agent " + id.value; });
    EXPECT_THAT(parts,
                testing::Contains(testing::Field(
                    &ExplanationPart::lines,
                    testing::Contains("Act now: did not hold, intent score was 40, wanted at least 70"))));
}

TEST_F(Explaining, aTierThatIsKeptOrSetByAPolicySaysSo)
{
    before = TierHeld{TierId{"P1"}, noon - seconds{60}};
    const Explanation kept = explained({{{Goal::Kind::Tier, "P3"}}, {}});
    EXPECT_EQ(kept.tierReason, TierReason::Kept);
    EXPECT_EQ(kept.tierKeptUntil, noon + seconds{240});
    EXPECT_EQ(kept.elsewhere.at(0).answer, Elsewhere::Answer::HigherTierKept);
    before.reset();
    set("crm.owner", std::string("ann"));
    EXPECT_EQ(explained().tierReason, TierReason::SetByPolicy);
}

TEST_F(Explaining, whatIsUnderANotIsWantedTheOtherWayRound)
{
    set("visitor.language", std::string("xx"));
    const Explanation explanation = explained();
    EXPECT_EQ(explanation.tiers[1].failure, (Observation{"visitor.language", "xx", "not xx", false}));
    EXPECT_EQ(explanation.decision.policy, std::nullopt);
    EXPECT_TRUE(explanation.fired.empty());
}

TEST_F(Explaining, thePoliciesTheScoresAndTheQualificationAreTold)
{
    set("crm.deal_size", 60'000.0);
    const Explanation explanation = explained();
    EXPECT_THAT(part("Policies", explanation),
                testing::ElementsAre("Big deals: did not match, schedule.office was closed, wanted open",
                                     "Old: is switched off", "Urgent: did not match, crm.owner was missing, wanted ann",
                                     "The rest: fired", "as wanted: visitor.language was missing, wanted not xx"));
    EXPECT_THAT(part("Scores", explanation),
                testing::ElementsAre("intent score 40", "Asks for a price: 40 for intent, seen 2026-06-09T12:00:00Z"));
    EXPECT_THAT(part("Qualification", explanation),
                testing::ElementsAre(testing::StartsWith("Budget fits (required): met")));
    EXPECT_THAT(part("Does", explanation), testing::ElementsAre("send to Sales"));
    EXPECT_EQ(engine.comparisonsOf({"big"}, explanation.decision),
              (std::vector<Observation>{{"crm.deal_size", "€60,000", "at least €50,000", true},
                                        {"schedule.office", "closed", "open", false}}));
}

TEST_F(Explaining, everyOtherTierAndQueueIsToldWithTheSmallestChange)
{
    const Decision decision = decide();
    EXPECT_THAT(part("What would have led elsewhere", explained({otherPlaces(engine, decision), {}})),
                testing::ElementsAre("Tier P1 Act now: intent_score 70 instead of 40",
                                     testing::StartsWith("Tier P3 Later: "),
                                     "Queue Key accounts: crm.deal_size €50,000 instead of missing and schedule.office "
                                     "open instead of closed"));
}

TEST_F(Explaining, aNamedGoalMayBeReachedSwitchedOffOrUnknown)
{
    const Explanation explanation = explained({{{Goal::Kind::Policy, "rest"},
                                                {Goal::Kind::Policy, "gone"},
                                                {Goal::Kind::Queue, "nowhere"},
                                                {Goal::Kind::Policy, "urgent"}},
                                               {}});
    EXPECT_THAT(part("What would have led elsewhere", explanation),
                testing::ElementsAre("Policy The rest: the decision leads there",
                                     "Policy Old: is switched off in this version of the rulebook",
                                     "Queue nowhere: was not in this version of the rulebook",
                                     "Policy Urgent: crm.owner ann instead of missing"));
}

TEST_F(Explaining, anAgentOfTheQueueIsToldWhatHinderedThem)
{
    Agent bob;
    bob.id = {"bob"};
    Offer offer;
    offer.agent = {"ann"};
    offer.candidates = {{{"ann"}, true, "Idle for 4 min: the longest"}, {{"bob"}, false, "Needs law 3, has 2; Away"}};
    const Explanation explanation = explained({{goalOf(bob, engine.rulebook())}, {offer}});
    EXPECT_EQ(explanation.elsewhere.at(0).answer, Elsewhere::Answer::LedThere);
    EXPECT_THAT(part("What would have led elsewhere", explanation),
                testing::ElementsAre("Agent bob: the decision leads there",
                                     "Agent bob was not offered it: Needs law 3, has 2; Away"));
    bob.queues = {QueueId{"key"}};
    const Explanation other = explained({{goalOf(bob, engine.rulebook())}, {offer}});
    EXPECT_EQ(other.elsewhere.at(0).changes.edits.size(), 2u);
}

TEST_F(Explaining, theJsonHasEveryPart)
{
    const JsonTree json = writeExplanation(explained({otherPlaces(engine, decide()), {}}));
    for (const char* key :
         {"rulebook_version", "policy", "actions", "trace", "comparisons", "tier", "tier_reason", "tiers",
          "intent_score", "signals", "qualification", "alerts", "leads_to_queue", "counterfactuals"})
        EXPECT_TRUE(json.find(key)) << key;
    EXPECT_EQ(printJson(json.find("tiers")->items.at(0), -1),
              R"({"tier":"P1","name":"Act now","outcome":"did_not_hold","attribute":"intent_score","found":"40",)"
              R"("wanted":"at least 70","comparisons":[{"attribute":"intent_score","found":"40",)"
              R"("wanted":"at least 70","holds":false}]})");
    EXPECT_EQ(json.find("leads_to_queue")->text, "sales");
    EXPECT_EQ(json.find("counterfactuals")->items.size(), 3u);
}

TEST(RoundInWords, saysWhatTakingTurnsWouldHaveCost)
{
    Offer offer;
    EXPECT_EQ(roundInWords(offer), "");
    offer.round = OfferRound{2, {0, 0, 0, 1}, 1, {}};
    EXPECT_EQ(roundInWords(offer), "Matched together: 2 offers; one after the other would have made 1 offer");
    offer.round = OfferRound{2, {0, 0, 0, 1}, 2, {1, 0, 0, 3}};
    EXPECT_THAT(roundInWords(offer), testing::HasSubstr("one after the other would have cost 1 asked again"));
}

}
}
