#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

using test::rulebookWith;
using Decisions = test::RouterFloor;

const char* const bigDealsToSales
    = R"({"id": "pricing", "name": "Pricing", "when": {"attr": "page.path", "op": "starts", "value": "/pricing"},
    "actions": [{"type": "send_message", "text": "Hello {{visitor.name}}, thanks for {{page.missing}}looking."},
                {"type": "add_tag", "tag": "hot"}, {"type": "call_webhook", "webhook": "crm"},
                {"type": "raise_alert", "alert": "hot-lead"}, {"type": "transfer_to_queue", "queue": "sales"}]},
   {"id": "rest", "name": "Rest", "when": {"all": []}, "actions": [{"type": "keep_with_ai"}]})";
const char* const hotLead
    = R"("alerts": [{"id": "hot-lead", "name": "Hot lead", "when": {"any": []}, "notify": ["owner"]}])";

TEST_F(Decisions, AllActionsOfThePolicyThatFiresHappenInTheirOrder)
{
    publish(rulebookWith(bigDealsToSales, hotLead));
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing/teams")));
    ASSERT_TRUE(seesPage("v1", "visitor.name", std::string("Amelia Okafor")));
    ASSERT_TRUE(writes("v1", "How much is it?"));
    const Conversation now = row("1");
    EXPECT_EQ(now.policy.value, "pricing");
    EXPECT_EQ(now.owner.queue.value, "sales");
    EXPECT_EQ(now.tags, std::vector<std::string>{"hot"});
    EXPECT_EQ(messages("1").at(1).text, "Hello Amelia Okafor, thanks for looking.");
    EXPECT_EQ(messages("1").at(2).text, "Webhook crm is not set up, nothing was sent.");
    EXPECT_TRUE(messages("1").at(2).internalNote);
    ASSERT_EQ(journaled<AlertRaised>().size(), 1u);
    EXPECT_EQ(journaled<AlertRaised>().front().text, "Hot lead: Amelia Okafor, conversation #1.");
    EXPECT_EQ(journaled<OwnerChanged>().front().reason, "Policy 1 Pricing");
}

TEST_F(Decisions, APolicyThatKeepsFiringSpeaksOnce)
{
    publish(rulebookWith(bigDealsToSales, hotLead));
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing")));
    ASSERT_TRUE(writes("v1", "one"));
    const std::size_t before = messages("1").size();
    ASSERT_TRUE(writes("v1", "two"));
    EXPECT_EQ(messages("1").size(), before + 1);
    EXPECT_EQ(journaled<AlertRaised>().size(), 1u);
    EXPECT_EQ(journaled<DecisionMade>().size(), 2u) << "every visitor message has its decision";
}

TEST_F(Decisions, AContextThatChangesIsDecidedAgainButJournaledOnlyWhenItMatters)
{
    publish(rulebookWith(bigDealsToSales, hotLead));
    ASSERT_TRUE(writes("v1", "Hello!"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Ai);
    const std::size_t decisions = journaled<DecisionMade>().size();
    ASSERT_TRUE(seesPage("v1", "page.title", std::string("About us")));
    EXPECT_EQ(journaled<DecisionMade>().size(), decisions);
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing")));
    EXPECT_EQ(journaled<DecisionMade>().size(), decisions + 1);
    EXPECT_EQ(row("1").owner.queue.value, "sales");
}

TEST_F(Decisions, ATierGivesTheTimeUntilAnAnswerIsDue)
{
    publish(rulebookWith(""));
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    EXPECT_EQ(row("1").tier.value, "P2");
    EXPECT_EQ(row("1").answerBy, clock.now() + seconds{300});
}

TEST_F(Decisions, PublishingARulebookMovesWhatWaits)
{
    publish(rulebookWith(""));
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    const Instant since = *row("1").waitingSince;
    clock.advance(seconds{10});
    publish(rulebookWith(
        R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "support"}]})"));
    EXPECT_EQ(row("1").owner.queue.value, "support");
    EXPECT_EQ(row("1").waitingSince, since) << "the place in the line is kept";
    EXPECT_EQ(router->everything().rulebook->version, 2);
}

TEST_F(Decisions, ABadRulebookIsRefusedWithItsErrorsAndChangesNothing)
{
    publish(rulebookWith(""));
    const auto refused = command(PublishRulebook{R"({"rulebook": 1, "queues": 7, "policies": "none"})", "bad", {}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("/queues"), std::string::npos);
    EXPECT_EQ(router->everything().rulebook->version, 1);
}

TEST_F(Decisions, AManualTransferIsNeverOverwritten)
{
    publish(rulebookWith(
        R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})"));
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(writes("v1", "one"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(writes("v1", "two"));
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    ASSERT_TRUE(command(TransferConversation{{"1"}, {"leila"}, {"support"}, "needs a technician"}));
    ASSERT_TRUE(writes("v1", "three"));
    tick(seconds{20});
    EXPECT_EQ(row("1").owner.queue.value, "support");
    start();
    ASSERT_TRUE(writes("v1", "four"));
    EXPECT_EQ(row("1").owner.queue.value, "support");
}

const char* const withHours = R"("schedules": [{"id": "lunch", "name": "Lunch", "timezone": "Europe/Berlin",
      "weekly": [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "12:30"},
                 {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "13:30", "to": "18:00"}]}],
    "queues": [{"id": "day", "name": "Day", "schedule": "lunch", "fallback": "night"},
               {"id": "night", "name": "Night", "schedule": "lunch", "fallback": "day"}, {"id": "always", "name": "Always"}])";

TEST_F(Decisions, QueuesThatAreClosedFallBackWithoutALoopAndALunchBreakCounts)
{
    const std::string policies
        = R"([{"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "day"}]}])";
    publish(std::string(R"({"rulebook": 1, "policies": )") + policies + ", " + withHours + "}");
    clock.set(*fromIso8601("2026-06-09T10:45:00Z"));   // 12:45 in Berlin: lunch; both queues fall back to each other
    ASSERT_TRUE(writes("v1", "one"));
    EXPECT_EQ(row("1").owner.queue.value, "day") << "it waits where it was sent";
    std::string always(withHours);
    always.replace(always.find(R"("fallback": "night")"), 19, R"("fallback": "always")");
    publish(std::string(R"({"rulebook": 1, "policies": )") + policies + ", " + always + "}");
    EXPECT_EQ(row("1").owner.queue.value, "always");
    tick();
    tick(seconds{3600});   // 13:45: open again, and looked at again because of it
    EXPECT_EQ(row("1").owner.queue.value, "day");
}

TEST_F(Decisions, FollowUpsRemindOnceAlsoAfterARestart)
{
    publish(rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [
        {"type": "follow_up", "after_seconds": 60, "owner": "leila", "note": "Call back"}]})"));
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    start();
    tick(seconds{30});
    EXPECT_FALSE(messages("1").back().internalNote);
    tick(seconds{60});
    EXPECT_EQ(messages("1").back().text, "Follow-up due for leila: Call back");
    const std::size_t before = messages("1").size();
    start();
    tick();
    tick();
    EXPECT_EQ(messages("1").size(), before);
}

}
}
