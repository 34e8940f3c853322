#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

class FollowUps : public test::DeskFloor {
protected:
    FollowUps() { has("leila", "v1", "1"); }

    Instant setIn(seconds after, const std::string& owner = "leila", const std::string& note = "Call back")
    {
        const Instant due = clock.now() + after;
        EXPECT_TRUE(command(SetFollowUp{{"1"}, {"leila"}, due, {owner}, note}));
        return due;
    }
    std::vector<FollowUpOnScreen> shown() { return router->everything().followUps; }
    Result<void> end(Instant due, const std::string& by, bool done = true)
    {
        return command(EndFollowUp{{"1"}, due, {by}, done});
    }
};

TEST_F(FollowUps, IsRemindedOfWhenDueAndStaysInTheListUntilItIsEnded)
{
    const Instant due = setIn(seconds{60});
    EXPECT_EQ(changes.back().followUps.size(), 1u);
    tick(seconds{59});
    EXPECT_TRUE(journaled<AlertRaised>().empty());
    tick();
    EXPECT_EQ(journaled<AlertRaised>().back().text, "Follow-up due for Leila Haddad: Call back (conversation #1)");
    EXPECT_EQ(lastNote("1"), "Follow-up due for Leila Haddad: Call back");
    const FollowUpOnScreen told = changes.back().followUps.back();
    EXPECT_TRUE(told.reminded);
    EXPECT_EQ(told.note, "Call back");
    EXPECT_EQ(told.owner, "leila");
    tick(seconds{60});
    EXPECT_EQ(journaled<AlertRaised>().size(), 1u) << "once";
    ASSERT_EQ(shown().size(), 1u);
    EXPECT_TRUE(shown().front().reminded);
    ASSERT_TRUE(end(due, "leila"));
    EXPECT_TRUE(shown().empty());
    const FollowUpOnScreen ended = changes.back().followUps.back();
    EXPECT_EQ(ended.endedAt, clock.now());
    EXPECT_TRUE(ended.done);
    EXPECT_EQ(ended.note, "Call back") << "the list shows what ended";
    EXPECT_EQ(why(end(due, "leila")), "This follow-up is not there any more.");
}

TEST_F(FollowUps, ComesThoughTheConversationIsClosedMeanwhile)
{
    const Instant due = setIn(seconds{60});
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "resolved", {}}));
    const std::int64_t count = row("1").messageCount;
    start();
    tick(seconds{60});
    ASSERT_EQ(journaled<AlertRaised>().size(), 1u);
    EXPECT_EQ(row("1").messageCount, count) << "no note in what is closed";
    ASSERT_EQ(shown().size(), 1u);
    EXPECT_TRUE(shown().front().reminded);
    EXPECT_TRUE(router->everything().conversations.empty()) << "it stays off the floor";
    start();
    tick(seconds{60});
    EXPECT_EQ(journaled<AlertRaised>().size(), 1u);
    ASSERT_TRUE(end(due, "leila"));
    EXPECT_TRUE(shown().empty());
}

TEST_F(FollowUps, ComesAfterARestartInAConversationNobodyLookedAtSince)
{
    setIn(seconds{60});
    start();
    tick(seconds{60});
    EXPECT_EQ(lastNote("1"), "Follow-up due for Leila Haddad: Call back");
}

TEST_F(FollowUps, IsEndedByWhoseItIsWhoSetItAndLeads)
{
    const Instant first = setIn(seconds{60}, "mira");
    EXPECT_EQ(why(end(first, "tomasz")), "This follow-up is for Mira Lindqvist.");
    EXPECT_EQ(why(end(first + seconds{1}, "leila")), "This follow-up is not there any more.");
    EXPECT_EQ(why(command(EndFollowUp{{"9"}, first, {"leila"}, true})), "There is no conversation #9.");
    EXPECT_TRUE(end(first, "leila", false)) << "Leila set it";
    EXPECT_FALSE(journaled<FollowUpEnded>().back().done);
    const Instant second = setIn(seconds{70}, "tomasz");
    EXPECT_TRUE(end(second, "tomasz"));
    const Instant third = setIn(seconds{80}, "leila");
    EXPECT_TRUE(end(third, "mira"));
    tick(seconds{90});
    EXPECT_TRUE(journaled<AlertRaised>().empty()) << "what is ended reminds nobody";
}

TEST_F(FollowUps, TwoAtTheSameMomentAreTwo)
{
    setIn(seconds{60});
    setIn(seconds{60}, "mira", "And send the offer");
    ASSERT_EQ(shown().size(), 2u);
    EXPECT_NE(shown()[0].due, shown()[1].due);
    tick(seconds{61});
    EXPECT_EQ(journaled<AlertRaised>().size(), 2u);
}

TEST_F(FollowUps, ThoseOfPoliciesShowTooAndAreCalledOffWithTheirPolicy)
{
    const std::string policy = R"({"id": "later", "name": "Later", "enabled": ENABLED, "when": {"all": []},
        "actions": [{"type": "follow_up", "after_seconds": 60, "owner": "tomasz", "note": "Ask again"},
                    {"type": "transfer_to_queue", "queue": "sales"}]})";
    const auto published = [&](const char* enabled) {
        std::string text = policy;
        text.replace(text.find("ENABLED"), 7, enabled);
        publish(test::rulebookWith(text));
    };
    published("true");
    ASSERT_TRUE(writes("v2", "hello"));
    ASSERT_EQ(shown().size(), 1u);
    EXPECT_EQ(shown().front().owner, "tomasz");
    published("false");
    tick(seconds{60});
    EXPECT_TRUE(shown().empty());
    EXPECT_TRUE(journaled<AlertRaised>().empty());
    ASSERT_EQ(journaled<FollowUpEnded>().size(), 1u);
    EXPECT_FALSE(journaled<FollowUpEnded>().front().done);
}

TEST_F(FollowUps, ATimeThatIsOverOrAnOwnerNobodyKnowsIsRefused)
{
    EXPECT_EQ(why(command(SetFollowUp{{"1"}, {"leila"}, clock.now(), {"leila"}, "x"})),
              "Choose a time that is still to come.");
    EXPECT_EQ(why(command(SetFollowUp{{"1"}, {"leila"}, clock.now() + seconds{1}, {"ghost"}, "x"})),
              "There is no agent \"ghost\" in this workspace.");
    EXPECT_EQ(why(command(SetFollowUp{{"1"}, {"leila"}, clock.now() + seconds{1}, {"leila"}, ""})),
              "The note is empty.");
}

}
}
