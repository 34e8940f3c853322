#include "tests/app/router/router_floor.h"

#include "app/router/history_check.h"

namespace signalbox {
namespace {

const char* const toSales
    = R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})";

class Offers : public test::RouterFloor {
protected:
    Offers()
    {
        publish(test::rulebookWith(toSales));
        addAgent("leila", "Leila Haddad");
        addAgent("tomasz", "Tomasz Wrona");
    }

    void TearDown() override
    {
        const auto report = checkHistory(*database);
        ASSERT_TRUE(report);
        for (const HistoryFault& fault : report->faults)
            ADD_FAILURE() << "#" << fault.conversation.value << " " << fault.what;
    }

    AgentId offeredTo() { return offersOut().empty() ? AgentId{} : offersOut().front().agent; }
};

TEST_F(Offers, AnOfferGoesToOneAgentAndAcceptingItMakesThemTheOwner)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_EQ(offersOut().size(), 1u);
    EXPECT_EQ(row("1").offeredTo.value, "leila");
    ASSERT_TRUE(accept("leila"));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Agent, {"sales"}, {"leila"}}));
    EXPECT_TRUE(row("1").waitingSince) << "the visitor still waits for the first answer";
    EXPECT_EQ(messages("1").back().text, "Leila Haddad joined");
    EXPECT_EQ(updates.back().ownerName, "Leila Haddad");
    ASSERT_TRUE(reply("1", "leila", "Good morning"));
    EXPECT_FALSE(row("1").waitingSince);
    ASSERT_TRUE(writes("v1", "one more thing"));
    EXPECT_EQ(row("1").waitingSince, clock.now());
    EXPECT_EQ(row("1").answerBy, clock.now() + seconds{300});
}

TEST_F(Offers, AnOfferLapsesAndGoesToTheNext)
{
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    const Offer first = offersOut().front();
    EXPECT_EQ(router->wakeAt(), first.lapsesAt);
    tick(seconds{29});
    EXPECT_EQ(offeredTo(), first.agent);
    tick();
    EXPECT_NE(offeredTo(), first.agent);
    ASSERT_TRUE(accept(offeredTo().value));
    const auto late = command(AcceptOffer{first.id, first.agent});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().message,
              first.agent.value == "leila" ? "This offer went to Tomasz Wrona." : "This offer went to Leila Haddad.");
}

TEST_F(Offers, AcceptingInTheVeryMomentOfLapsingIsTooLate)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    const Offer offer = offersOut().front();
    clock.advance(seconds{30});
    EXPECT_FALSE(command(AcceptOffer{offer.id, offer.agent}));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue);
}

TEST_F(Offers, WhoLetItLapseIsAskedAgainOnlyWhenNobodyElseCanTakeIt)
{
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    const AgentId first = offeredTo();
    ASSERT_TRUE(command(DeclineOffer{offersOut().front().id, first, "busy"}));
    const AgentId second = offeredTo();
    EXPECT_NE(second, first);
    presence(second.value, Presence::Away);
    EXPECT_EQ(offeredTo(), AgentId{}) << "not at once: nobody is asked the same thing in a loop";
    tick(seconds{59});
    EXPECT_EQ(offeredTo(), AgentId{});
    tick();
    EXPECT_EQ(offeredTo(), first) << "rather somebody who declined than nobody";
}

TEST_F(Offers, TheOnlyAgentIsLeftInPeaceForAWhileAfterAnOfferLapsed)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    tick(seconds{30});
    EXPECT_EQ(journaled<OfferEnded>().size(), 1u);
    start();
    for (int second = 1; second < 60; ++second)
        tick();
    EXPECT_EQ(journaled<OfferMade>().size(), 1u);
    tick();
    EXPECT_EQ(journaled<OfferMade>().size(), 2u);
    ASSERT_TRUE(writes("v2", "hello"));
    ASSERT_TRUE(command(DeclineOffer{offersOut().front().id, {"leila"}, "busy"}));
    EXPECT_EQ(offersOut().front().conversation.value, "2") << "others are offered meanwhile";
}

TEST_F(Offers, TwoAgentsNeverHaveTheSameConversation)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    const Offer offer = offersOut().front();
    int accepted = 0;
    std::vector<RouterInput> batch;
    for (int i = 0; i < 2; ++i) {
        batch.push_back({RouterInput::FromConsole{{1, AcceptOffer{offer.id, {"leila"}}},
                                                  [&](const auto& done) { accepted += done ? 1 : 0; }}});
        batch.push_back({RouterInput::FromConsole{{1, TakeConversation{{"1"}, {"tomasz"}}},
                                                  [&](const auto& done) { accepted += done ? 1 : 0; }}});
    }
    router->handle(std::move(batch));
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(row("1").owner.agent.value, "leila");
}

TEST_F(Offers, GoingAwayPassesTheOfferOn)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    presence("tomasz", Presence::Online);
    presence("leila", Presence::OnBreak);
    EXPECT_EQ(offeredTo().value, "tomasz");
    EXPECT_EQ(journaled<OfferEnded>().back().outcome, OfferOutcome::Withdrawn);
}

TEST_F(Offers, GoingOfflineGivesBackWhatIsUnansweredAtItsOldPlaceAndKeepsTheRest)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "answered"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(reply("1", "leila", "Done"));
    ASSERT_TRUE(writes("v2", "unanswered"));
    ASSERT_TRUE(accept("leila"));
    const Instant since = *row("2").waitingSince;
    clock.advance(seconds{50});
    presence("leila", Presence::Offline);
    EXPECT_EQ(row("1").owner.agent.value, "leila");
    EXPECT_EQ(row("2").owner, (Owner{OwnerKind::Queue, {"sales"}, {}}));
    EXPECT_EQ(row("2").waitingSince, since);
    EXPECT_EQ(journaled<OwnerChanged>().back().reason, "Leila Haddad went offline");
    ASSERT_TRUE(writes("v1", "are you there?"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue) << "who has gone home does not answer";
}

TEST_F(Offers, CapacityIsRespectedAndClosingFreesThePlace)
{
    addAgent("leila", "Leila Haddad", 1);
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "first"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(writes("v2", "second"));
    EXPECT_TRUE(offersOut().empty());
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "solved"}));
    EXPECT_EQ(offeredTo().value, "leila");
}

TEST_F(Offers, WhoWaitsLongerGoesFirstAndTheAgentBackFromLeaveDoesNotGetEverything)
{
    for (int i = 1; i <= 4; ++i) {
        ASSERT_TRUE(writes("v" + std::to_string(i), "hello"));
        clock.advance(seconds{5});
    }
    presence("tomasz", Presence::Online);
    EXPECT_EQ(offersOut().front().conversation.value, "1");
    ASSERT_TRUE(accept("tomasz"));
    presence("leila", Presence::Online);
    EXPECT_EQ(offersOut().size(), 2u) << "one for each, not all for the one who came";
}

TEST_F(Offers, AnAgentWhoIsRemovedLeavesNothingBehind)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(reply("1", "leila", "Done"));
    ASSERT_TRUE(command(RemoveAgent{{"leila"}, {}}));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue);
    EXPECT_EQ(changes.back().removedAgents.size(), 1u);
}

TEST_F(Offers, OffersAndTheirDeadlinesSurviveARestart)
{
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    const Offer offer = offersOut().front();
    start();
    tick(seconds{5});
    EXPECT_EQ(offersOut().front(), offer);
    tick(seconds{30});
    ASSERT_EQ(offersOut().size(), 1u);
    EXPECT_NE(offersOut().front().agent, offer.agent);
}

TEST_F(Offers, AConversationMeantForOneAgentWaitsForThemWhileTheyCanTakeIt)
{
    publish(test::rulebookWith(R"({"id": "key", "name": "Key account", "when": {"all": []},
        "actions": [{"type": "transfer_to_agent", "agent": "tomasz", "fallback_queue": "support"}]})"));
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(row("1").owner.queue.value, "support");
    EXPECT_EQ(offeredTo().value, "tomasz");
    EXPECT_EQ(messages("1").back().text, "I'm passing you to Tomasz Wrona.");
    tick(seconds{31});
    EXPECT_EQ(offeredTo().value, "leila");
}

}
}
