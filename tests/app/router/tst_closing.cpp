#include "tests/app/router/router_floor.h"

#include <limits>

namespace signalbox {
namespace {

class Closing : public test::DeskFloor {
protected:
    Result<void> close(const std::string& outcome, std::optional<double> value = std::nullopt)
    {
        return command(CloseConversation{{"1"}, {"leila"}, outcome, value});
    }
    Result<void> reopen(const std::string& by = "leila") { return command(ReopenConversation{{"1"}, {by}}); }
};

TEST_F(Closing, OnlyAConversionHasAValue)
{
    has("leila", "v1", "1");
    EXPECT_EQ(why(close("resolved", 10)), "Only what was converted has a value.");
    for (const double nonsense :
         {-1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
        EXPECT_EQ(why(close("converted", nonsense)), "The value is a number, 0 or more.");
    ASSERT_TRUE(close("converted", 42'000));
    EXPECT_EQ(row("1").outcome, "converted");
    EXPECT_EQ(row("1").outcomeValue, 42'000);
}

TEST_F(Closing, ReopenedItIsBackWithWhoHadItAsItWas)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""}));
    const Conversation before = row("1");
    ASSERT_TRUE(before.waitingSince);
    ASSERT_TRUE(close("resolved"));
    EXPECT_FALSE(row("1").waitingSince);
    clock.advance(seconds{8});
    ASSERT_TRUE(reopen());
    EXPECT_EQ(row("1"), before);
    EXPECT_EQ(updates.back().owner, OwnerKind::Agent);
    EXPECT_EQ(updates.back().ownerName, "Leila Haddad");
    EXPECT_EQ(onScreen("leila").placesUsed, 1);
    EXPECT_TRUE(reply("1", "leila", "Sorry, my mistake"));
    ASSERT_TRUE(writes("v1", "never mind"));
    EXPECT_EQ(row("1").lastText, "never mind") << "the visitor goes on in the same conversation";
}

TEST_F(Closing, ReopeningIsTheSameAfterARestartAndInTheBatchOfTheClose)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(close("resolved"));
    start();
    ASSERT_TRUE(reopen());
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    std::vector<std::string> answers;
    const auto answered = [&](const Result<void>& done) { answers.push_back(why(done)); };
    std::vector<RouterInput> batch;
    batch.push_back({RouterInput::FromConsole{{1, CloseConversation{{"1"}, {"leila"}, "spam", {}}}, answered}});
    batch.push_back({RouterInput::FromConsole{{2, ReopenConversation{{"1"}, {"leila"}}}, answered}});
    batch.push_back({RouterInput::FromConsole{{3, ReopenConversation{{"1"}, {"leila"}}}, answered}});
    router->handle(std::move(batch));
    EXPECT_EQ(answers, (std::vector<std::string>{"done", "done", "Conversation #1 is not closed."}));
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    EXPECT_EQ(row("1").outcome, "");
}

TEST_F(Closing, WhatWasHeldIsHeldAgainAndWhatWaitedInAQueueWaitsAgain)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, clock.now() + seconds{600}}));
    ASSERT_TRUE(close(""));
    ASSERT_TRUE(reopen());
    EXPECT_TRUE(row("1").held);
    ASSERT_TRUE(writes("v2", "spam spam"));
    const Conversation waiting = row("2");
    ASSERT_EQ(waiting.owner.kind, OwnerKind::Queue);
    ASSERT_TRUE(command(CloseConversation{{"2"}, {"mira"}, "spam", {}}));
    ASSERT_TRUE(command(ReopenConversation{{"2"}, {"mira"}}));
    EXPECT_EQ(row("2").owner, waiting.owner);
    EXPECT_EQ(row("2").waitingSince, waiting.waitingSince);
    presence("tomasz", Presence::Online);
    EXPECT_EQ(row("2").offeredTo.value, "tomasz");
}

TEST_F(Closing, ReopeningIsRefusedKindly)
{
    has("leila", "v1", "1");
    EXPECT_EQ(why(reopen()), "Conversation #1 is not closed.");
    EXPECT_EQ(why(command(ReopenConversation{{"7"}, {"leila"}})), "There is no conversation #7.");
    EXPECT_EQ(why(command(ReopenConversation{{"x7"}, {"leila"}})), "There is no conversation #x7.");
    ASSERT_TRUE(close("resolved"));
    EXPECT_EQ(why(reopen("tomasz")), "Leila Haddad had this conversation. Ask them or a lead to reopen it.");
    ASSERT_TRUE(writes("v1", "hello again"));
    EXPECT_EQ(why(reopen("mira")), "The visitor has begun another conversation since. Answer there.");
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Nobody);
}

TEST_F(Closing, WhoIsNotThereAnyMoreIsReplacedByWhoReopens)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(close("resolved"));
    ASSERT_TRUE(command(RemoveAgent{{"leila"}, {}}));
    ASSERT_TRUE(reopen("tomasz"));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Agent, {"sales"}, {"tomasz"}}));
}

TEST_F(Closing, AClosedConversationLeavesTheFloorWhateverHappensToIt)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(close("resolved"));
    EXPECT_FALSE(reply("1", "leila", "too late"));
    EXPECT_FALSE(command(HoldConversation{{"1"}, {"leila"}, {}}));
    EXPECT_TRUE(router->everything().conversations.empty());
    tick(seconds{60});
    EXPECT_TRUE(router->everything().conversations.empty());
}

VisitorInput history(const std::string& visitor, std::optional<Ending> ending)
{
    VisitorInput input;
    input.visitor = {visitor};
    input.channel = Channel::Import;
    input.origin = Origin::Imported;
    input.offerable = false;
    input.at = fromIso8601("2024-03-04T10:00:00Z");
    input.what = VisitorWrote{{visitor + "-1"}, "hello", {}, std::move(ending)};
    return input;
}

TEST_F(Closing, HistoryEndsAsItsFileSaysAndMayBeReopened)
{
    const ContextChange truth{"truth.tier", Value(std::string("P1")), "import", std::nullopt};
    const Instant over = *fromIso8601("2024-03-04T12:00:00Z");
    ASSERT_TRUE(give(history("v1", Ending{over, "converted", 80, {truth}})));
    EXPECT_EQ(row("1").closedAt, over);
    EXPECT_EQ(row("1").outcomeValue, 80);
    EXPECT_EQ(journaled<DecisionMade>().size(), 1u) << "nothing is decided after the truth is known";
    EXPECT_FALSE(journaled<DecisionMade>().front().decision.snapshot.contains("truth.tier"));
    EXPECT_TRUE(give(history("v1", Ending{over, "converted", 80, {truth}}))->alreadyKnown);
    ASSERT_TRUE(command(ReopenConversation{{"1"}, {"mira"}}));
    EXPECT_FALSE(row("1").closedAt);
}

TEST_F(Closing, OnlyHistoryComesWithItsEnding)
{
    const Instant over = *fromIso8601("2024-03-04T12:00:00Z");
    VisitorInput live = history("v1", Ending{over, "resolved"});
    live.offerable = true;
    EXPECT_FALSE(give(live));
    EXPECT_FALSE(give(history("v1", Ending{*fromIso8601("2024-03-04T09:59:59Z"), "resolved"})));
    EXPECT_FALSE(give(history("v1", Ending{over, "resolved", 3})));
    const ContextChange fact{"crm.deal_size", Value(3.0), "import", std::nullopt};
    EXPECT_FALSE(give(history("v1", Ending{over, "resolved", {}, {fact}})));
    EXPECT_FALSE(seesPage("v1", "truth.tier", std::string("P1"))) << "before its ending nobody knows the truth";
    EXPECT_TRUE(journaled<ConversationOpened>().empty());
}

}
}
