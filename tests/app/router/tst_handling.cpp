#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

class Handling : public test::DeskFloor {
protected:
    Result<void> hold(std::optional<Instant> until = std::nullopt)
    {
        return command(HoldConversation{{"1"}, {"leila"}, until});
    }
    std::vector<Looking> looking() { return *router->everything().looking; }
};

TEST_F(Handling, WhatIsPutAsideHoldsNoPlaceAndOwesNothing)
{
    addAgent("leila", "Leila Haddad", 1);
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(writes("v1", "one more thing"));
    EXPECT_EQ(onScreen("leila").placesUsed, 1);
    ASSERT_TRUE(hold());
    EXPECT_TRUE(row("1").held);
    EXPECT_FALSE(row("1").waitingSince);
    EXPECT_FALSE(row("1").answerBy);
    EXPECT_EQ(onScreen("leila").placesUsed, 0);
    EXPECT_EQ(changes.back().agents.size(), 1u) << "consoles are told of the free place";
    ASSERT_TRUE(writes("v2", "hello"));
    EXPECT_EQ(row("2").offeredTo.value, "leila") << "and another is offered";
}

TEST_F(Handling, TheVisitorWhoWritesEndsTheHoldAndIsOwedAnAnswerFromThenOn)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(hold(clock.now() + std::chrono::hours{20}));
    clock.advance(seconds{600});
    ASSERT_TRUE(writes("v1", "I found it"));
    EXPECT_FALSE(row("1").held);
    EXPECT_FALSE(row("1").heldUntil);
    EXPECT_EQ(row("1").waitingSince, clock.now());
    EXPECT_EQ(row("1").answerBy, clock.now() + seconds{300});
    EXPECT_EQ(journaled<HoldEnded>().back().reason, "The visitor wrote");
}

TEST_F(Handling, AHoldUntilATimeEndsThenAndAnAnswerIsOwedWithTheTiersTarget)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(hold(clock.now() + seconds{120}));
    start();
    tick(seconds{119});
    EXPECT_TRUE(row("1").held);
    tick();
    EXPECT_FALSE(row("1").held);
    EXPECT_EQ(row("1").waitingSince, clock.now());
    EXPECT_EQ(row("1").answerBy, clock.now() + seconds{300});
}

TEST_F(Handling, AHoldWithoutATimeLastsUntilTheVisitorWrites)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(hold());
    tick(seconds{86'400});
    EXPECT_TRUE(row("1").held);
}

TEST_F(Handling, WhatIsHeldStaysTheirsWhenTheyGoOfflineUntilSomebodyWaits)
{
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(writes("v1", "one more thing"));
    ASSERT_TRUE(hold());
    presence("leila", Presence::Offline);
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    ASSERT_TRUE(writes("v1", "anybody there?"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue);
    EXPECT_EQ(row("1").offeredTo.value, "tomasz");
    EXPECT_EQ(journaled<OwnerChanged>().back().reason, "Leila Haddad is offline");
}

TEST_F(Handling, TakenUpAgainItOwesWhatTheVisitorSaidLast)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(hold());
    ASSERT_TRUE(command(ResumeConversation{{"1"}, {"leila"}}));
    EXPECT_FALSE(row("1").waitingSince) << "Leila spoke last";
    ASSERT_TRUE(writes("v1", "and?"));
    ASSERT_TRUE(hold());
    clock.advance(seconds{30});
    ASSERT_TRUE(command(ResumeConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(row("1").waitingSince, clock.now());
    EXPECT_TRUE(command(ResumeConversation{{"1"}, {"leila"}})) << "again does nothing";
    EXPECT_EQ(journaled<HoldEnded>().size(), 2u);
}

TEST_F(Handling, OnlyWhoHasItOrALeadPutsItAside)
{
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(why(hold()), "Take the conversation first: nobody has it yet.");
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(why(command(HoldConversation{{"1"}, {"tomasz"}, std::nullopt})), "Leila Haddad has this conversation.");
    EXPECT_EQ(why(hold(clock.now())), "Choose a time that is still to come.");
    EXPECT_TRUE(command(HoldConversation{{"1"}, {"mira"}, std::nullopt}));
}

TEST_F(Handling, WhoIsInvitedRepliesAndItsOwnerStays)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(writes("v1", "and?"));
    EXPECT_EQ(why(reply("1", "tomasz", "hi")), "Leila Haddad has this conversation; only they can reply.");
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, "Can you look at the invoice?"}));
    EXPECT_EQ(row("1").invited, std::vector<AgentId>{{"tomasz"}});
    EXPECT_EQ(lastNote("1"), "Can you look at the invoice?");
    ASSERT_TRUE(reply("1", "tomasz", "It is paid"));
    EXPECT_EQ(messages("1").back().authorName, "Tomasz Wrona");
    EXPECT_FALSE(row("1").waitingSince) << "the visitor has an answer";
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    ASSERT_TRUE(command(LeaveConversation{{"1"}, {"tomasz"}, {"tomasz"}}));
    EXPECT_FALSE(reply("1", "tomasz", "One more"));
    EXPECT_EQ(journaled<OwnerChanged>().size(), 2u);
}

TEST_F(Handling, AnInvitationIsRefusedKindly)
{
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(why(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""})),
              "Take the conversation first: nobody has it yet.");
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(why(command(InviteAgent{{"1"}, {"leila"}, {"leila"}, ""})),
              "Leila Haddad has this conversation already.");
    EXPECT_EQ(why(command(InviteAgent{{"1"}, {"tomasz"}, {"mira"}, ""})), "Leila Haddad has this conversation.");
    EXPECT_EQ(why(command(LeaveConversation{{"1"}, {"mira"}, {"tomasz"}})), "Leila Haddad has this conversation.");
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""}));
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""}));
    EXPECT_EQ(journaled<AgentInvited>().size(), 1u);
}

TEST_F(Handling, WhoIsRemovedIsInvitedNowhereAndLooksAtNothing)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""}));
    ASSERT_TRUE(command(LookAt{{"tomasz"}, {"1"}}));
    ASSERT_TRUE(command(RemoveAgent{{"tomasz"}, {}}));
    EXPECT_TRUE(row("1").invited.empty());
    EXPECT_TRUE(looking().empty());
}

TEST_F(Handling, ANoteCallsWhomItMentions)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(command(AddNote{{"1"}, {"leila"}, {"n1"}, "@Tomasz look", {{"tomasz"}, {"ghost"}}}));
    EXPECT_EQ(messages("1").back().mentions, std::vector<AgentId>{{"tomasz"}}) << "nobody who is not there";
}

TEST_F(Handling, WhoLooksAndWhoWritesIsToldAndForgotten)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(command(LookAt{{"mira"}, {"1"}}));
    ASSERT_TRUE(command(AgentTyping{{"1"}, {"leila"}}));
    EXPECT_TRUE(updates.back().agentTyping) << "the visitor sees Leila write";
    ASSERT_EQ(looking().size(), 2u);
    EXPECT_FALSE(looking()[0].typing);
    EXPECT_TRUE(looking()[1].typing);
    const std::size_t told = changes.size();
    ASSERT_TRUE(command(AgentTyping{{"1"}, {"leila"}}));
    EXPECT_EQ(changes.size(), told) << "nothing new, nothing told";
    tick(seconds{6});
    EXPECT_FALSE(looking()[1].typing);
    ASSERT_TRUE(command(AgentTyping{{"1"}, {"leila"}}));
    ASSERT_TRUE(reply("1", "leila", "there you are"));
    EXPECT_FALSE(looking()[1].typing) << "what was typed is sent";
    tick(seconds{30});
    EXPECT_TRUE(looking().empty());
    EXPECT_EQ(changes.back().looking, std::vector<Looking>{});
}

TEST_F(Handling, AHandIsRaisedByWhoHasItAndLoweredAgain)
{
    has("leila", "v1", "1");
    EXPECT_EQ(why(command(RaiseHand{{"1"}, {"tomasz"}, true, ""})),
              "Only who has the conversation raises a hand in it.");
    ASSERT_TRUE(command(RaiseHand{{"1"}, {"leila"}, true, "May I give 10 %?"}));
    EXPECT_EQ(row("1").handRaisedBy.value, "leila");
    EXPECT_EQ(row("1").handNote, "May I give 10 %?");
    ASSERT_TRUE(command(RaiseHand{{"1"}, {"mira"}, false, ""}));
    EXPECT_TRUE(row("1").handRaisedBy.empty());
    ASSERT_TRUE(command(RaiseHand{{"1"}, {"mira"}, false, ""}));
    EXPECT_EQ(journaled<HandRaised>().size(), 2u);
}

}
}
