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
    const Counterfactual found = made.to(Goal::Kind::Queue, "sales");
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

}
}
