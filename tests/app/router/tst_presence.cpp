#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

class PresenceOfAgents : public test::DeskFloor {
protected:
    PresenceOfAgents()
    {
        DeskSettings settings;
        settings.presenceStates = {{"lunch", "Lunch", Presence::OnBreak}, {"ready", "Calls only", Presence::Online}};
        settings.awayAfterMissedOffers = 3;
        settings.wrapUp = seconds{45};
        save(settings);
    }
    void letLapse() { tick(seconds{31}); }
};

TEST_F(PresenceOfAgents, AStateOfTheWorkspacesOwnCountsAsWhatItSays)
{
    ASSERT_TRUE(command(SetPresence{{"leila"}, Presence::Online, "lunch", {}}));
    EXPECT_EQ(onScreen("leila").presence, Presence::OnBreak) << "whatever the console said it was";
    EXPECT_EQ(onScreen("leila").presenceState, "lunch");
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_TRUE(offersOut().empty());
    ASSERT_TRUE(command(SetPresence{{"leila"}, Presence::Away, "ready", {}}));
    EXPECT_EQ(row("1").offeredTo.value, "leila");
    EXPECT_EQ(why(command(SetPresence{{"leila"}, Presence::Away, "yoga", {}})),
              "There is no presence state \"yoga\" in this workspace.");
    EXPECT_EQ(why(command(SetPresence{{"leila"}, Presence::Away, "wrap_up", {}})),
              "There is no presence state \"wrap_up\" in this workspace.");
}

TEST_F(PresenceOfAgents, ALeadChangesAnybodysAndAnAgentOnlyTheirOwn)
{
    presence("leila", Presence::Online);
    EXPECT_EQ(why(command(SetPresence{{"leila"}, Presence::Away, {}, {"tomasz"}})),
              "Only a lead or a supervisor may change somebody else's presence.");
    EXPECT_EQ(why(command(SetPresence{{"leila"}, Presence::Away, {}, {"ghost"}})),
              "There is no agent \"ghost\" in this workspace.");
    ASSERT_TRUE(command(SetPresence{{"leila"}, Presence::Away, {}, {"mira"}}));
    EXPECT_EQ(onScreen("leila").presence, Presence::Away);
    EXPECT_EQ(onScreen("leila").presenceReason, "Set by Mira Lindqvist");
    ASSERT_TRUE(command(SetPresence{{"leila"}, Presence::Online, {}, {"leila"}}));
    EXPECT_EQ(onScreen("leila").presenceReason, "");
}

TEST_F(PresenceOfAgents, WhoMissesThreeOffersInARowIsTakenToBeAway)
{
    presence("leila", Presence::Online);
    for (int offer = 1; offer <= 3; ++offer) {
        EXPECT_EQ(onScreen("leila").presence, Presence::Online);
        ASSERT_TRUE(writes("v" + std::to_string(offer), "hello"));
        letLapse();
    }
    EXPECT_EQ(onScreen("leila").presence, Presence::Away);
    EXPECT_EQ(onScreen("leila").presenceReason, "3 offers missed");
    EXPECT_TRUE(offersOut().empty());
    presence("leila", Presence::Online);
    EXPECT_EQ(onScreen("leila").presenceReason, "");
    ASSERT_TRUE(writes("v4", "hello"));
    letLapse();
    EXPECT_EQ(onScreen("leila").presence, Presence::Online) << "counted anew";
}

TEST_F(PresenceOfAgents, AcceptingBeginsTheCountOfMissedOffersAnew)
{
    presence("leila", Presence::Online);
    for (int offer = 1; offer <= 2; ++offer) {
        ASSERT_TRUE(writes("v" + std::to_string(offer), "hello"));
        letLapse();
    }
    ASSERT_TRUE(writes("v3", "hello"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(writes("v4", "hello"));
    letLapse();
    EXPECT_EQ(onScreen("leila").presence, Presence::Online);
}

TEST_F(PresenceOfAgents, NoOffersMissedSendAnybodyAwayWhereTheSettingIsOff)
{
    DeskSettings settings;
    settings.awayAfterMissedOffers = 0;
    save(settings);
    presence("leila", Presence::Online);
    for (int offer = 1; offer <= 6; ++offer) {
        ASSERT_TRUE(writes("v" + std::to_string(offer), "hello"));
        letLapse();
    }
    EXPECT_EQ(onScreen("leila").presence, Presence::Online);
}

TEST_F(PresenceOfAgents, WhoClosesIsLeftAloneForTheWrapUpAndThenOnlineByItself)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "resolved"}));
    EXPECT_EQ(onScreen("leila").presence, Presence::Away);
    EXPECT_EQ(onScreen("leila").presenceState, "wrap_up");
    EXPECT_EQ(onScreen("leila").presenceUntil, clock.now() + seconds{45});
    EXPECT_EQ(router->wakeAt(), clock.now() + seconds{45});
    ASSERT_TRUE(writes("v2", "hello"));
    EXPECT_TRUE(offersOut().empty());
    start();
    tick(seconds{44});
    EXPECT_EQ(onScreen("leila").presenceState, "wrap_up") << "a restart forgets nothing";
    tick();
    EXPECT_EQ(onScreen("leila").presence, Presence::Online);
    EXPECT_EQ(onScreen("leila").presenceState, "");
    EXPECT_EQ(row("2").offeredTo.value, "leila");
}

TEST_F(PresenceOfAgents, WhoChoosesSomethingElseDuringTheWrapUpStaysThat)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, ""}));
    ASSERT_TRUE(command(SetPresence{{"leila"}, Presence::OnBreak, "lunch", {}}));
    tick(seconds{60});
    EXPECT_EQ(onScreen("leila").presenceState, "lunch");
}

TEST_F(PresenceOfAgents, ThereIsNoWrapUpForWhoIsNotOnlineOrClosesForSomebodyElse)
{
    presence("mira", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"mira"}, ""}));
    EXPECT_EQ(onScreen("mira").presence, Presence::Online);
    EXPECT_EQ(onScreen("leila").presence, Presence::Offline);
    presence("mira", Presence::OnBreak);
    has("mira", "v2", "2");
    ASSERT_TRUE(command(CloseConversation{{"2"}, {"mira"}, ""}));
    EXPECT_EQ(onScreen("mira").presence, Presence::OnBreak);
}

TEST_F(PresenceOfAgents, UndoingTheCloseEndsItsWrapUp)
{
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, ""}));
    ASSERT_TRUE(command(ReopenConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(onScreen("leila").presence, Presence::Online);
}

TEST_F(PresenceOfAgents, WhoGoesOfflineGivesBackWhatWaitsAndTheCardSaysSo)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(accept("leila"));
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(command(SetPresence{{"leila"}, Presence::Offline, {}, {"mira"}}));
    EXPECT_EQ(row("1").offeredTo.value, "tomasz");
    EXPECT_EQ(journaled<OwnerChanged>().back().reason, "Leila Haddad went offline");
    EXPECT_EQ(ConversationStore(*database).routeReason({"1"}).value(), "Leila Haddad went offline");
}

}
}
