#include "routing/engine.h"
#include "routing/trace/counterfactual.h"
#include "tests/routing/support/rulebooks.h"

namespace signalbox {
namespace {

const Instant noon = *fromIso8601("2026-06-09T12:00:00Z");

const char* const rules = R"({"rulebook":1,
 "schedules":[{"id":"office","timezone":"UTC","weekly":[]}],
 "attributes":{"crm.segment":{"type":"string"}},
 "tiers":[{"id":"P1","when":{"attr":"intent_score","op":"ge","value":70},"thresholds":{"whatsapp":{"intent_score":30}}},
          {"id":"P2","when":{"all":[]}}],
 "policies":[{"id":"vip","when":{"attr":"crm.segment","op":"eq","value":"vip"},"actions":[{"type":"transfer_to_queue","queue":"key"}]},
             {"id":"big","when":{"all":[{"attr":"crm.deal_size","op":"ge","value":50000},{"schedule":"office","op":"open"}]},
              "actions":[{"type":"transfer_to_queue","queue":"sales"}]},
             {"id":"owner","when":{"attr":"crm.owner","op":"exists"},"actions":[{"type":"transfer_to_agent","agent":{"attr":"crm.owner"}}]},
             {"id":"rest","when":{"all":[]},"actions":[{"type":"answer_with_ai"}]}],
 "queues":[{"id":"sales"},{"id":"key"}]})";

struct Case {
    Engine engine{rulebookOf(rules), 1, {}};
    Context context;

    void set(const std::string& attribute, Value value)
    {
        context.apply({attribute, std::move(value), "test", {}}, noon);
    }
    Counterfactual to(Goal::Kind kind, const std::string& id, Channel channel = Channel::Website)
    {
        const Decision decision = engine.decide({ConversationId{"1"}, channel, &context, nullptr, {}}, noon);
        return engine.whatWouldLeadTo(decision, {kind, id});
    }
};

TEST(Counterfactual, oneValueAtItsBoundaryIsEnough)
{
    Case made;
    made.set("schedule.office", true);
    EXPECT_EQ(made.to(Goal::Kind::Policy, "vip").edits,
              (std::vector<ContextEdit>{{"crm.segment", std::nullopt, std::string("vip")}}));
}

TEST(Counterfactual, findsTwoChangesWhereOneIsTooFew)
{
    Case made;
    made.set("crm.deal_size", 42'000.0);
    const Counterfactual found = made.to(Goal::Kind::Policy, "big");
    ASSERT_TRUE(found.found);
    EXPECT_TRUE(found.searchedAll);
    EXPECT_EQ(found.edits,
              (std::vector<ContextEdit>{{"crm.deal_size", 42'000.0, 50'000.0}, {"schedule.office", false, true}}));
}

TEST(Counterfactual, takesAwayWhatFiresBefore)
{
    Case made;
    made.set("crm.segment", std::string("vip"));
    const Counterfactual found = made.to(Goal::Kind::Policy, "rest");
    ASSERT_EQ(found.edits.size(), 1u);
    EXPECT_EQ(found.edits[0].attribute, "crm.segment");
}

TEST(Counterfactual, leadsToATierOnItsChannelAndToAnAgentByAnAttribute)
{
    Case made;
    EXPECT_EQ(made.to(Goal::Kind::Tier, "P1").edits, (std::vector<ContextEdit>{{"intent_score", 0.0, 70.0}}));
    EXPECT_EQ(made.to(Goal::Kind::Tier, "P1", Channel::WhatsApp).edits,
              (std::vector<ContextEdit>{{"intent_score", 0.0, 30.0}}));
    EXPECT_EQ(made.to(Goal::Kind::Agent, "ann").edits,
              (std::vector<ContextEdit>{{"crm.owner", std::nullopt, std::string("ann")}}));
}

TEST(Counterfactual, saysWhenNothingLeadsThere)
{
    EXPECT_FALSE(Case{}.to(Goal::Kind::Queue, "nowhere").found);
    EXPECT_TRUE(Case{}.to(Goal::Kind::Policy, "rest").found);
    EXPECT_TRUE(Case{}.to(Goal::Kind::Policy, "rest").edits.empty()) << "it led there";
}

// Somebody else's rules: what an agent's queues, an answer that is not good enough and a fallback lead to.
const char* const floorRules = R"({"rulebook":1,
 "schedules":[{"id":"office","timezone":"UTC","weekly":[]}],
 "attributes":{"crm.segment":{"type":"string"}},
 "tiers":[{"id":"P1","when":{"attr":"intent_score","op":"ge","value":70},"thresholds":{"whatsapp":{"intent_score":30}},"keep_for_seconds":300},
          {"id":"P2","when":{"attr":"intent_score","op":"ge","value":20}},{"id":"P3","when":{"all":[]}}],
 "policies":[{"id":"angry","when":{"attr":"crm.deal_size","op":"between","value":[50000,60000]},
              "actions":[{"type":"set_tier","tier":"P2"},{"type":"transfer_to_queue","queue":"calm"}]},
             {"id":"big","when":{"attr":"crm.deal_size","op":"ge","value":50000},"actions":[{"type":"transfer_to_queue","queue":"day"}]},
             {"id":"off","enabled":false,"when":{"all":[]},"actions":[{"type":"keep_with_ai"}]},
             {"id":"known","when":{"attr":"crm.segment","op":"eq","value":"key"},
              "actions":[{"type":"transfer_to_agent","agent":"ann","fallback_queue":"calm"}]},
             {"id":"ai","when":{"all":[]},"actions":[{"type":"answer_with_ai","min_score":0.6,"fallback_queue":"support"}]}],
 "queues":[{"id":"first"},{"id":"day","schedule":"office","fallback":"night"},{"id":"night"},{"id":"support"},{"id":"calm"}]})";

struct FloorCase : Case {
    FloorCase() { set("ai.answer_score", 0.9); }
    Decision decide(std::optional<TierHeld> before = {}) const
    {
        return floor.decide({ConversationId{"1"}, Channel::Website, &context, nullptr, {}, std::move(before), {}},
                            noon);
    }
    Counterfactual to(const Goal& goal) const { return floor.whatWouldLeadTo(decide(), goal); }
    Engine floor{rulebookOf(floorRules), 1, {}};
};

TEST(Counterfactual, aValueThatAnotherPolicyTakesIsPassedBy)
{
    FloorCase made;
    const Counterfactual found = made.to({Goal::Kind::Policy, "big"});
    EXPECT_EQ(found.edits, (std::vector<ContextEdit>{{"crm.deal_size", std::nullopt, 60'001.0}}))
        << "from 50,000 to 60,000 it is the angry one";
    EXPECT_TRUE(found.searchedAll);
}

TEST(Counterfactual, theAiHandsOverWhenNoAnswerIsGoodEnoughOrAPersonIsAskedFor)
{
    FloorCase made;
    const Counterfactual found = made.to({Goal::Kind::Queue, "support"});
    ASSERT_EQ(found.edits.size(), 1u);
    EXPECT_TRUE(found.edits[0].attribute.starts_with("ai.")) << found.edits[0].attribute;
}

TEST(Counterfactual, aQueueIsReachedThroughTheOneThatIsClosed)
{
    FloorCase made;
    EXPECT_EQ(made.to({Goal::Kind::Queue, "night"}).edits,
              (std::vector<ContextEdit>{{"crm.deal_size", std::nullopt, 60'001.0}}));
    EXPECT_FALSE(made.to({Goal::Kind::Queue, "day"}).found) << "it is closed, and no value of the context opens it";
}

TEST(Counterfactual, anAgentIsReachedByNameOrThroughAQueueOfTheirs)
{
    FloorCase made;
    EXPECT_EQ(made.to({Goal::Kind::Agent, "ann", {QueueId{"first"}}}).edits,
              (std::vector<ContextEdit>{{"crm.segment", std::nullopt, std::string("key")}}));
    EXPECT_EQ(made.to({Goal::Kind::Agent, "bob", {QueueId{"night"}}}).edits,
              (std::vector<ContextEdit>{{"crm.deal_size", std::nullopt, 60'001.0}}));
    EXPECT_FALSE(made.to({Goal::Kind::Agent, "cem", {QueueId{"first"}}}).found)
        << "nothing sends anybody to that queue";
}

TEST(Counterfactual, aTierIsReachedByItsConditionOrByAPolicyThatSetsIt)
{
    FloorCase made;
    EXPECT_EQ(made.to({Goal::Kind::Tier, "P1"}).edits.size(), 1u);
    EXPECT_EQ(made.to({Goal::Kind::Tier, "P2"}).edits.size(), 1u);
    made.set("crm.deal_size", 55'000.0);
    const Counterfactual found = made.to({Goal::Kind::Tier, "P3"});
    ASSERT_EQ(found.edits.size(), 1u) << "the policy that sets P2 must not fire";
    EXPECT_EQ(found.edits[0].attribute, "crm.deal_size");
}

TEST(Counterfactual, noValueLeadsToALowerTierWhileAHigherOneIsKept)
{
    FloorCase made;
    const Decision kept = made.decide(TierHeld{TierId{"P1"}, noon - seconds{10}});
    ASSERT_EQ(kept.tier, TierId{"P1"});
    EXPECT_FALSE(made.floor.whatWouldLeadTo(kept, {Goal::Kind::Tier, "P3"}).found);
}

TEST(Counterfactual, isFoundBehindAThousandPolicies)
{
    std::string policies;
    for (int i = 0; i < 1'000; ++i)
        policies += (i == 0 ? "" : ",") + std::string(R"({"id":"p)") + std::to_string(i)
            + R"(","when":{"all":[{"attr":"crm.company_size","op":"ge","value":)" + std::to_string(i * 10)
            + R"(},{"attr":"crm.owner","op":"eq","value":"o)" + std::to_string(i)
            + R"("}]},"actions":[{"type":"keep_with_ai"}]})";
    const Engine engine{rulebookOf("[" + policies + "]"), 1, {}};
    const Context nothing;
    const Decision decision = engine.decide({ConversationId{"1"}, Channel::Website, &nothing, nullptr, {}}, noon);
    const Counterfactual found = engine.whatWouldLeadTo(decision, {Goal::Kind::Policy, "p999"});
    EXPECT_EQ(found.edits,
              (std::vector<ContextEdit>{{"crm.company_size", std::nullopt, 9'990.0},
                                        {"crm.owner", std::nullopt, std::string("o999")}}));
    EXPECT_TRUE(found.searchedAll);
}

}
}
