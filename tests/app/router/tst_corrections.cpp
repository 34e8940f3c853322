#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

class Corrections : public test::DeskFloor {
protected:
    Corrections()
    {
        publish(test::rulebookWith(
            R"({"id": "vip", "name": "VIP", "when": {"attr": "visitor.vip", "op": "eq", "value": true},
                "actions": [{"type": "set_tier", "tier": "P1"}, {"type": "transfer_to_queue", "queue": "sales"}]},
               {"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})",
            R"("qualification": [{"id": "budget", "name": "Budget fits",
                 "when": {"attr": "ai.budget", "op": "ge", "value": 10000}, "required": true, "ask": "What budget?"}],
               "signals": [{"id": "buys", "name": "Wants to buy", "when": {"attr": "ai.intent", "op": "eq", "value": "buy"},
                 "weight": 30, "half_life_minutes": 30}])"));
        presence("leila", Presence::Online);
    }
    Result<VisitorReceipt> overApi(decltype(VisitorInput::what) what)
    {
        VisitorInput input;
        input.visitor = {"v1"};
        input.channel = Channel::Api;
        input.what = std::move(what);
        return give(std::move(input));
    }
    Result<void> correct(const std::string& subject, const std::string& after,
                         const std::string& reason = "They said so")
    {
        return command(CorrectConversation{{"1"}, {"leila"}, subject, after, reason});
    }
};

TEST_F(Corrections, ATierGivenByHandStaysWhateverDecisionsSayLater)
{
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    EXPECT_EQ(row("1").tier.value, "P2");
    ASSERT_TRUE(correct("tier", "P1", "The chairman"));
    EXPECT_EQ(row("1").tier.value, "P1");
    EXPECT_EQ(row("1").tierRank, 0);
    EXPECT_EQ(row("1").answerBy, *row("1").waitingSince + seconds{60}) << "P1 is answered sooner";
    const ConversationCorrected made = journaled<ConversationCorrected>().back();
    EXPECT_EQ(made.before, "P2");
    EXPECT_EQ(made.reason, "The chairman");
    ASSERT_TRUE(writes("v1", "more"));
    EXPECT_EQ(row("1").tier.value, "P1");
    EXPECT_EQ(row("1").answerBy, *row("1").waitingSince + seconds{60});
    EXPECT_EQ(journaled<DecisionMade>().back().decision.tier.value, "P2") << "the decision is its own";
    ASSERT_TRUE(correct("tier", "P2"));
    ASSERT_TRUE(seesPage("v1", "visitor.vip", true));
    ASSERT_TRUE(writes("v1", "more"));
    EXPECT_EQ(row("1").tier.value, "P2") << "not even set_tier";
    EXPECT_EQ(journaled<DecisionMade>().back().decision.tier.value, "P1");
}

TEST_F(Corrections, ATierThatIsKeptForATimeIsDecidedAgainTheSameAfterACorrection)
{
    publish(R"({"rulebook": 1, "queues": [{"id": "sales"}], "tiers": [
        {"id": "P1", "name": "Act now", "when": {"attr": "visitor.hot", "op": "eq", "value": true}, "keep_for_seconds": 300},
        {"id": "P2", "name": "Soon", "when": {"all": []}}], "policies": []})");
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(seesPage("v1", "visitor.hot", true));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(correct("tier", "P2"));
    ASSERT_TRUE(seesPage("v1", "visitor.hot", false));
    tick(seconds{20});
    ASSERT_TRUE(writes("v1", "more"));
    const Decision last = journaled<DecisionMade>().back().decision;
    ASSERT_TRUE(last.tierBefore);
    EXPECT_EQ(last.tierBefore->tier.value, "P1") << "what decisions gave it, not what Leila did";
    EXPECT_EQ(last.tier.value, "P1") << "kept";
    EXPECT_EQ(row("1").tier.value, "P2");
}

TEST_F(Corrections, AWaitingConversationIsServedByTheTierAPersonGaveIt)
{
    presence("leila", Presence::Away);
    ASSERT_TRUE(writes("v1", "first"));
    clock.advance(seconds{5});
    ASSERT_TRUE(writes("v2", "second"));
    ASSERT_TRUE(command(CorrectConversation{{"2"}, {"mira"}, "tier", "P1", "A key account"}));
    presence("leila", Presence::Online);
    EXPECT_EQ(offersOut().front().conversation.value, "2");
}

TEST_F(Corrections, AnIntentAPersonPutRightIsNotOverwrittenAndIsDecidedUpon)
{
    ASSERT_TRUE(overApi(VisitorWrote{{"m1"}, "hello"}));
    ASSERT_TRUE(overApi(VisitorContext{{{"ai.intent", Value("complain"), "ai", std::nullopt}}}));
    ASSERT_TRUE(accept("leila"));
    ASSERT_EQ(row("1").intent, "complain");
    ASSERT_TRUE(correct("intent", "buy"));
    EXPECT_EQ(row("1").intent, "buy");
    EXPECT_EQ(journaled<SignalObserved>().back().signal.value, "buys");
    ASSERT_TRUE(overApi(VisitorWrote{{"m2"}, "so?"}));
    EXPECT_GT(row("1").intentScore, 20);
    ASSERT_TRUE(overApi(VisitorContext{{{"ai.intent", Value("complain"), "ai", std::nullopt}}}));
    EXPECT_EQ(row("1").intent, "buy");
    EXPECT_EQ(ConversationStore(*database).context({"1"}).value().find("ai.intent")->source, "agent");
    EXPECT_EQ(journaled<ConversationCorrected>().back().before, "complain");
}

TEST_F(Corrections, ACriterionIsRecordedWithWhatItWasBefore)
{
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(correct("criterion:budget", "met"));
    ASSERT_TRUE(correct("criterion:budget", "not_met"));
    const auto made = ConversationStore(*database).corrections({"1"}).value();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[0].before, "unknown");
    EXPECT_EQ(made[1].before, "met");
    EXPECT_EQ(made[1].at, clock.now());
    EXPECT_EQ(changes.back().corrections.size(), 1u);
}

TEST_F(Corrections, NonsenseIsRefusedKindly)
{
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    EXPECT_EQ(why(correct("tier", "P9")), "There is no tier \"P9\" in the live rulebook.");
    EXPECT_EQ(why(correct("tier", "P1", "")), "The reason is empty.");
    EXPECT_EQ(why(correct("tier", "P2")), "It is \"P2\" already.");
    EXPECT_EQ(why(correct("mood", "bad")), "An intent, a tier and a criterion can be corrected, not \"mood\".");
    EXPECT_EQ(why(correct("criterion:fame", "met")), "There is no criterion \"fame\" in its last decision.");
    EXPECT_EQ(why(correct("criterion:budget", "maybe")), "A criterion is met, not_met or unknown.");
    EXPECT_EQ(why(command(CorrectConversation{{"1"}, {"tomasz"}, "tier", "P1", "x"})),
              "Leila Haddad has this conversation.");
    EXPECT_TRUE(journaled<ConversationCorrected>().empty());
}

}
}
