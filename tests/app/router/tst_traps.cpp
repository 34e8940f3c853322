// What others' users complained of, each as the promise that it does not happen here. Further ones stand where they belong:
// the AI is silent after a take-over (tst_ai_path), a resend adds nothing (tst_intake), only the owner replies (tst_rights),
// many threads at once (tst_router_host).
#include "tests/app/router/router_floor.h"

#include "app/router/history_check.h"

namespace signalbox {
namespace {

const char* const toSales
    = R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})";

class Traps : public test::RouterFloor {
protected:
    Traps()
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

    void publishQueues(const std::string& queues, const std::string& policies = toSales, const std::string& more = {})
    {
        publish(R"({"rulebook": 1, "queues": [)" + queues + R"(], "policies": [)" + policies + "]" + more + "}");
    }
    void join(const std::string& id, const std::string& team)
    {
        Agent agent;
        agent.id = {id};
        agent.name = id;
        agent.team = team;
        ASSERT_TRUE(command(SaveAgent{agent, {}}));
    }
    std::string offeredTo(const std::string& id) { return row(id).offeredTo.value; }
};

TEST_F(Traps, AnAgentBackFromLeaveDoesNotReceiveEverything)
{
    presence("tomasz", Presence::OnBreak);
    clock.advance(std::chrono::hours{24 * 14});
    presence("leila", Presence::Online);
    clock.advance(seconds{60});
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "one"));
    EXPECT_EQ(offeredTo("1"), "leila") << "Tomasz had nothing for two weeks, but has only just come back";
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(writes("v2", "two"));
    EXPECT_EQ(offeredTo("2"), "tomasz");
    ASSERT_TRUE(accept("tomasz"));
    clock.advance(seconds{1});
    ASSERT_TRUE(writes("v3", "three"));
    ASSERT_TRUE(writes("v4", "four"));
    EXPECT_NE(offeredTo("3"), offeredTo("4")) << "one for each";
}

TEST_F(Traps, WhoWaitsGoesBeforeWhoIsNewer)
{
    addAgent("leila", "Leila Haddad", 1);
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "one"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(writes("v2", "waits"));
    clock.advance(seconds{5});
    ASSERT_TRUE(writes("v3", "newer"));
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, ""}));
    EXPECT_EQ(offeredTo("2"), "leila");
    EXPECT_EQ(offeredTo("3"), "");
}

TEST_F(Traps, WhoIsFullIsNeverPickedHoweverOftenItIsLookedAt)
{
    addAgent("leila", "Leila Haddad", 1);
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "one"));
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(writes("v2", "two"));
    for (int i = 0; i < 200; ++i)
        tick();
    EXPECT_EQ(journaled<OfferMade>().size(), 1u);
    presence("tomasz", Presence::Online);
    EXPECT_EQ(offeredTo("2"), "tomasz") << "the one who is full is in nobody's way";
}

TEST_F(Traps, WhatWasAssignedByHandIsNeverOverwritten)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_EQ(offeredTo("1"), "leila");
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"tomasz"}}));
    publish(test::rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []},
        "actions": [{"type": "transfer_to_agent", "agent": "leila", "fallback_queue": "support"}]})"));
    ASSERT_TRUE(writes("v1", "again"));
    tick(seconds{60});
    presence("leila", Presence::Away);
    presence("leila", Presence::Online);
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Agent, {"sales"}, {"tomasz"}}));
    EXPECT_EQ(journaled<OfferMade>().size(), 1u);
}

TEST_F(Traps, TheAssigneeIsInTheTeamEvenWhenTheTeamChangesWhileTheOfferIsOut)
{
    publishQueues(R"({"id": "sales", "team": "east"})");
    join("leila", "east");
    join("tomasz", "west");
    presence("leila", Presence::Online);
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_EQ(offeredTo("1"), "leila");
    const Offer offer = offersOut().front();
    join("leila", "west");
    EXPECT_EQ(offeredTo("1"), "");
    EXPECT_EQ(journaled<OfferEnded>().back().reason, "leila: Not in team “east”");
    EXPECT_FALSE(command(AcceptOffer{offer.id, {"leila"}}));
    join("tomasz", "east");
    EXPECT_EQ(offeredTo("1"), "tomasz");
    publishQueues(R"({"id": "sales", "team": "west"})");
    EXPECT_EQ(offeredTo("1"), "leila") << "the queue's team changed as well";
}

TEST_F(Traps, AnOfferToTheOneItIsForStandsThoughItFillsThemUp)
{
    publishQueues(R"({"id": "sales"}, {"id": "support"})", R"({"id": "key", "when": {"all": []},
        "actions": [{"type": "transfer_to_agent", "agent": "leila", "fallback_queue": "support"}]})");
    Agent leila;
    leila.id = {"leila"};
    leila.name = "Leila Haddad";
    leila.capacity = 1;
    leila.queues = {QueueId{"sales"}};
    ASSERT_TRUE(command(SaveAgent{leila, {}}));
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_EQ(offeredTo("1"), "leila");
    tick(seconds{20});
    EXPECT_EQ(offeredTo("1"), "leila");
    EXPECT_EQ(journaled<OfferMade>().size(), 1u);
}

TEST_F(Traps, ARuleThatIsSwitchedOffCancelsItsArmedTimers)
{
    const std::string withFollowUp = R"({"id": "later", "name": "Later", "enabled": ENABLED, "when": {"all": []},
        "actions": [{"type": "follow_up", "after_seconds": 60, "owner": "leila", "note": "Call back"},
                    {"type": "transfer_to_queue", "queue": "sales"}]})";
    const auto switched = [&withFollowUp](const char* enabled) {
        std::string policy = withFollowUp;
        return policy.replace(policy.find("ENABLED"), 7, enabled);
    };
    publish(test::rulebookWith(switched("true")));
    ASSERT_TRUE(writes("v1", "hello"));
    publish(test::rulebookWith(switched("false") + "," + toSales));
    start();
    tick(seconds{61});
    tick();
    EXPECT_TRUE(journaled<AlertRaised>().empty()) << "nobody is reminded";
    EXPECT_EQ(messages("1").back().text, "Follow-up dropped, as Policy later is switched off: Call back");
    publish(test::rulebookWith(switched("true")));
    tick();
    EXPECT_TRUE(journaled<AlertRaised>().empty()) << "and not later either, when it is switched on again";
}

TEST_F(Traps, AClosedFallbackAnEmptyRuleAndOneThatIsSwitchedOffDoNotStopTheWaterfall)
{
    publishQueues(R"({"id": "sales", "schedule": "never", "fallback": "support"},
                     {"id": "support", "schedule": "never", "fallback": "night"}, {"id": "night"})",
                  R"({"id": "off", "enabled": false, "when": {"all": []}, "actions": [{"type": "keep_with_ai"}]},
                     {"id": "nothing", "when": {"any": []}, "actions": [{"type": "keep_with_ai"}]},)"
                      + std::string(toSales),
                  R"(, "schedules": [{"id": "never", "timezone": "UTC", "weekly": []}])");
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(row("1").owner.queue.value, "night");
}

TEST_F(Traps, WhatNoRuleTakesGoesToTheDefaultAndIsNotLost)
{
    publishQueues(R"({"id": "sales"}, {"id": "support"})", R"({"id": "tag", "when": {"all": []},
        "actions": [{"type": "add_tag", "tag": "seen"}]})");
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    EXPECT_EQ(row("1").owner.queue.value, "sales") << "a rule that sends nowhere leaves it to the AI, which hands over";
    publishQueues(R"({"id": "support"}, {"id": "sales"})", R"({"id": "named", "when": {"all": []},
        "actions": [{"type": "transfer_to_queue", "queue": {"attr": "page.title"}}]})");
    ASSERT_TRUE(writes("v2", "hello"));
    EXPECT_EQ(row("2").owner.queue.value, "support") << "an attribute that is missing names the first queue";
}

TEST_F(Traps, AChangeOfPresencePassesTheOfferedConversationOn)
{
    for (const Presence gone : {Presence::Away, Presence::OnBreak, Presence::Offline}) {
        presence("leila", Presence::Online);
        const std::string id = std::to_string(journaled<ConversationOpened>().size() + 1);
        ASSERT_TRUE(writes("v" + id, "hello"));
        ASSERT_EQ(offeredTo(id), "leila");
        presence("tomasz", Presence::Online);
        presence("leila", gone);
        EXPECT_EQ(offeredTo(id), "tomasz");
        ASSERT_TRUE(accept("tomasz"));
        presence("tomasz", Presence::Away);
    }
}

TEST_F(Traps, TheTimeToAnswerStopsWhenItIsResolved)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(row("1").answerBy);
    ASSERT_TRUE(accept("leila"));
    ASSERT_TRUE(row("1").answerBy) << "accepting is no answer";
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "solved"}));
    const std::size_t before = journal().size();
    tick(seconds{3600});
    EXPECT_FALSE(row("1").answerBy);
    EXPECT_FALSE(row("1").waitingSince);
    EXPECT_EQ(journal().size(), before) << "and nothing is done about it any more";
}

TEST_F(Traps, TheLunchBreakCountsAsClosed)
{
    publishQueues(R"({"id": "sales", "schedule": "day"})", toSales, R"(, "schedules": [{"id": "day",
        "timezone": "Europe/Berlin", "weekly": [{"days": ["tue"], "from": "09:00", "to": "12:30"},
                                                {"days": ["tue"], "from": "13:30", "to": "18:00"}]}])");
    clock.set(*fromIso8601("2026-06-09T10:29:59Z"));
    presence("leila", Presence::Online);
    tick();
    ASSERT_TRUE(writes("v1", "at half past twelve"));
    EXPECT_EQ(offeredTo("1"), "");
    tick(seconds{3599});
    EXPECT_EQ(offeredTo("1"), "");
    tick();
    EXPECT_EQ(offeredTo("1"), "leila");
}

TEST_F(Traps, EqualCandidatesAreChosenByTheirIdInWhateverOrderTheyCame)
{
    for (const char* const id : {"zoe", "amira"})
        addAgent(id, id);
    for (const char* const id : {"zoe", "tomasz", "leila", "amira"})
        presence(id, Presence::Online);
    ASSERT_TRUE(writes("v1", "one"));
    ASSERT_TRUE(writes("v2", "two"));
    EXPECT_EQ(offeredTo("1"), "amira");
    EXPECT_EQ(offeredTo("2"), "leila");
}

TEST_F(Traps, ADuplicateOfAnyInputAddsNoRow)
{
    presence("leila", Presence::Online);
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE(fromVisitor("v1", VisitorWrote{{"m1"}, "hello"}));
    const Offer offer = offersOut().front();
    ASSERT_TRUE(command(AcceptOffer{offer.id, offer.agent}));
    const std::size_t owners = journaled<OwnerChanged>().size();
    EXPECT_FALSE(command(AcceptOffer{offer.id, offer.agent}));
    EXPECT_TRUE(command(TakeConversation{{"1"}, {"leila"}})) << "it is theirs already";
    presence("leila", Presence::Online);
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/a")));
    const std::size_t events = journal().size();
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/a")));
    EXPECT_EQ(journal().size(), events);
    EXPECT_EQ(journaled<OwnerChanged>().size(), owners);
    EXPECT_EQ(journaled<DecisionMade>().size(), 1u);
    EXPECT_EQ(journaled<PresenceChanged>().size(), 1u);
}

}
}
