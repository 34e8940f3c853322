// What others' users complained of at the desk, each as the promise that it does not happen here. See tst_traps for the rest.
#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

using DeskTraps = test::DeskFloor;

TEST_F(DeskTraps, WhoPassesAConversationOnHasLeftItForGood)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(TransferConversation{{"1"}, {"leila"}, {"support"}, "", {}, {}, false}));
    EXPECT_EQ(onScreen("leila").placesUsed, row("1").offeredTo.value == "leila" ? 1 : 0);
    EXPECT_EQ(why(reply("1", "leila", "one more thing")), "Take the conversation first: nobody has it yet.");
    EXPECT_TRUE(row("1").invited.empty());
}

TEST_F(DeskTraps, WhatIsPutAsideIsNotHandedToSomebodyOffline)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, clock.now() + seconds{60}}));
    presence("leila", Presence::Offline);
    tick(seconds{60});
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Queue, {"sales"}, {}})) << "an answer is owed now, and Leila is gone";
    EXPECT_EQ(journaled<OwnerChanged>().back().reason, "Leila Haddad is offline");
    EXPECT_TRUE(offersOut().empty()) << "and nobody else is there";
    presence("tomasz", Presence::Online);
    EXPECT_EQ(row("1").offeredTo.value, "tomasz");
}

TEST_F(DeskTraps, AReopenedConversationDoesNotLoseItsOwner)
{
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "resolved", {}}));
    ASSERT_TRUE(command(ReopenConversation{{"1"}, {"mira"}}));
    tick(seconds{60});
    ASSERT_TRUE(writes("v1", "thanks"));
    EXPECT_EQ(row("1").owner.agent.value, "leila");
}

TEST_F(DeskTraps, TheTimeToAnswerStandsStillWhileItIsPutAside)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, std::nullopt}));
    tick(seconds{3600});
    EXPECT_FALSE(row("1").answerBy);
    ASSERT_TRUE(writes("v1", "here I am"));
    EXPECT_EQ(row("1").answerBy, clock.now() + seconds{300}) << "all of it again, not an hour too late";
}

TEST_F(DeskTraps, WhatComesBackFromHoldFillsUpButIsNotTakenAway)
{
    addAgent("leila", "Leila Haddad", 1);
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, std::nullopt}));
    ASSERT_TRUE(writes("v2", "hello"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(writes("v1", "here I am"));
    EXPECT_EQ(onScreen("leila").placesUsed, 2) << "of one";
    ASSERT_TRUE(writes("v3", "hello"));
    tick(seconds{60});
    EXPECT_TRUE(offersOut().empty());
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    EXPECT_EQ(row("2").owner.agent.value, "leila");
}

TEST_F(DeskTraps, OneVisitorHasOneOpenConversationHoweverReopeningAndWritingMeet)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "resolved", {}}));
    VisitorInput again;
    again.visitor = {"v1"};
    again.what = VisitorWrote{{"again"}, "hello again"};
    std::string answer;
    std::vector<RouterInput> batch;
    batch.push_back({RouterInput::FromVisitor{again, {}}});
    batch.push_back({RouterInput::FromConsole{{1, ReopenConversation{{"1"}, {"leila"}}},
                                              [&](const Result<void>& done) { answer = why(done); }}});
    router->handle(std::move(batch));
    EXPECT_EQ(answer, "The visitor has begun another conversation since. Answer there.");
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(troubles.empty());
}

TEST_F(DeskTraps, TheAiStaysSilentWhileItIsPutAsideOrSomebodyIsInvited)
{
    addFaq("hours", "What are your opening hours?", "From nine to six.");
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""}));
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, std::nullopt}));
    ASSERT_TRUE(writes("v1", "What are your opening hours?"));
    EXPECT_EQ(row("1").lastAuthor, Author::Visitor);
}

}
}
