// What the router keeps from one decision to the next: tiers, where a conversation was sent, how long it waits, whose it was.
#include "tests/app/router/router_floor.h"

#include "app/router/history_check.h"

namespace signalbox {
namespace {

const char* const toSales
    = R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})";

std::string rulebook(const std::string& policies, const std::string& tiers, const std::string& queues)
{
    return R"({"rulebook": 1, "policies": [)" + policies + R"(], "tiers": [)" + tiers + R"(], "queues": [)" + queues
        + "]}";
}

const char* const twoTiers
    = R"({"id": "P1", "name": "Act now", "when": {"attr": "page.path", "op": "starts", "value": "/pricing"}},
        {"id": "P2", "name": "Soon", "when": {"all": []}})";

class RoutingOverTime : public test::RouterFloor {
protected:
    // What was kept has to lead to the same decisions again.
    void TearDown() override
    {
        const auto report = checkHistory(*database);
        ASSERT_TRUE(report);
        for (const HistoryFault& fault : report->faults)
            ADD_FAILURE() << "#" << fault.conversation.value << " " << fault.what;
    }

    std::vector<std::string> offered()   // "1>leila", in the order they were made
    {
        std::vector<std::string> all;
        for (const OfferMade& made : journaled<OfferMade>())
            all.push_back(made.offer.conversation.value + ">" + made.offer.agent.value);
        return all;
    }
};

TEST_F(RoutingOverTime, ATierIsHeldForItsTimeThoughWhatGaveItIsGoneAndAlsoAfterARestart)
{
    publish(rulebook(toSales,
                     R"({"id": "P1", "name": "Act now", "keep_for_seconds": 60,
                         "when": {"attr": "page.path", "op": "starts", "value": "/pricing"}},
                        {"id": "P2", "name": "Soon", "when": {"all": []}})",
                     R"({"id": "sales"})"));
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing")));
    ASSERT_TRUE(writes("v1", "How much is it?"));
    ASSERT_EQ(row("1").tier.value, "P1");
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/about")));
    EXPECT_EQ(row("1").tier.value, "P1");
    start();
    tick(seconds{59});
    EXPECT_EQ(row("1").tier.value, "P1");
    tick(seconds{16});
    EXPECT_EQ(row("1").tier.value, "P2") << "looked at again by the passing of time alone";
}

const char* const pingPong
    = R"({"id": "busy", "name": "Busy", "when": {"attr": "queue.sales.waiting", "op": "ge", "value": 1},
          "actions": [{"type": "transfer_to_queue", "queue": "support"}]},
         {"id": "quiet", "name": "Quiet", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})";

TEST_F(RoutingOverTime, ATransferThatWouldGoRoundIsStoppedAndSaidUntilSomethingHappens)
{
    publish(rulebook(pingPong, twoTiers, R"({"id": "sales"}, {"id": "support"})"));
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_EQ(row("1").owner.queue.value, "sales");
    for (int i = 0; i < 10; ++i)
        tick(seconds{16});
    EXPECT_EQ(row("1").owner.queue.value, "support") << "sent on once, as sales had one waiting: itself";
    EXPECT_EQ(journaled<OwnerChanged>().size(), 2u);
    EXPECT_EQ(journaled<DecisionMade>().back().decision.stoppedTransfer, QueueId{"sales"});
    ASSERT_TRUE(writes("v1", "are you there?"));
    EXPECT_EQ(row("1").owner.queue.value, "sales") << "a message starts afresh";
}

TEST_F(RoutingOverTime, WaitingRaisesAConversationOverOneOfAHigherTier)
{
    publish(rulebook(toSales, twoTiers, R"({"id": "sales", "raise_after_seconds": 120})"));
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(writes("v1", "hello"));
    clock.advance(seconds{121});
    ASSERT_TRUE(seesPage("v2", "page.path", std::string("/pricing")));
    ASSERT_TRUE(writes("v2", "How much is it?"));
    ASSERT_EQ(row("2").tier.value, "P1");
    presence("leila", Presence::Online);
    EXPECT_EQ(offered(), std::vector<std::string>{"1>leila"});
}

TEST_F(RoutingOverTime, AConversationIsKeptForWhoHadItLastUntilTheTimeIsOver)
{
    publish(rulebook(toSales, twoTiers, R"({"id": "sales", "affinity_seconds": 60})"));
    addAgent("leila", "Leila Haddad");
    addAgent("tomasz", "Tomasz Wrona", 1);
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    presence("leila", Presence::Online);
    clock.advance(seconds{10});
    ASSERT_TRUE(accept("tomasz"));
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"tomasz"}, "solved"}));
    ASSERT_TRUE(writes("v1", "me again"));
    ASSERT_EQ(offered().back(), "2>tomasz") << "though Leila has been idle longer";
    ASSERT_TRUE(accept("tomasz"));
    ASSERT_TRUE(command(CloseConversation{{"2"}, {"tomasz"}, "solved"}));
    ASSERT_TRUE(writes("v2", "somebody new"));
    ASSERT_TRUE(command(TakeConversation{{"3"}, {"tomasz"}}));
    ASSERT_TRUE(writes("v1", "and again"));
    EXPECT_TRUE(row("4").offeredTo.empty()) << "Tomasz is full: it waits for him";
    tick(seconds{59});
    EXPECT_TRUE(row("4").offeredTo.empty());
    tick();
    EXPECT_EQ(row("4").offeredTo.value, "leila");
}

TEST_F(RoutingOverTime, ThoseWhoWaitAreMatchedTogetherAndWhatThatSparesIsJournaled)
{
    publish(rulebook(
        R"({"id": "german", "name": "German", "when": {"attr": "page.path", "op": "eq", "value": "/de"},
            "actions": [{"type": "require_skill", "skill": "german"}, {"type": "transfer_to_queue", "queue": "sales"}]},)"
            + std::string(toSales),
        twoTiers, R"({"id": "sales"})"));
    Agent ann;
    ann.id = {"ann"};
    ann.name = "Ann Ebert";
    ann.skills = {{SkillId{"german"}, 2}};
    ASSERT_TRUE(command(SaveAgent{ann, {}}));
    addAgent("bob", "Bob Marsh");
    ASSERT_TRUE(writes("v1", "hello"));
    clock.advance(seconds{5});
    ASSERT_TRUE(seesPage("v2", "page.path", std::string("/de")));
    ASSERT_TRUE(writes("v2", "guten Tag"));
    std::vector<RouterInput> bothCome;
    for (const char* const id : {"ann", "bob"})
        bothCome.push_back({RouterInput::FromConsole{{1, SetPresence{{id}, Presence::Online}}, {}}});
    router->handle(std::move(bothCome));
    EXPECT_EQ(offered(), (std::vector<std::string>{"1>bob", "2>ann"}));
    const auto made = journaled<OfferMade>();
    ASSERT_TRUE(made.front().offer.round);
    EXPECT_EQ(made.front().offer.round->offers, 2);
    EXPECT_EQ(made.front().offer.round->inTurnOffers, 1) << "Ann, the first by name, would have gone to the one before";
}

}
}
