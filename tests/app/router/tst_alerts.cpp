#include "tests/app/router/router_floor.h"

#include "model/storage/alert_store.h"

namespace signalbox {
namespace {

// Every trigger looks at one fact, so that a page view raises and ends it.
std::string scoredAt(int threshold, const std::string& more = {})
{
    return R"({"id": "hot", "name": "Hot lead", "when": {"attr": "custom.score", "op": "ge", "value": )"
        + std::to_string(threshold) + "}" + more + "}";
}

class Alerts : public test::DeskFloor {
protected:
    void rules(const std::string& triggers, const std::string& more = {})
    {
        publish(test::rulebookWith("", R"("alerts": [)" + triggers + "]" + more));
    }
    void score(double value, const std::string& visitor = "v1")
    {
        ASSERT_TRUE(seesPage(visitor, "custom.score", Value(value)));
    }
    std::vector<Alert> open() { return *AlertStore(*database).open(); }
    std::vector<Alert> all(const std::string& conversation = "1") { return *AlertStore(*database).of({conversation}); }
    Alert last() { return all().back(); }
};

TEST_F(Alerts, AnEpisodeLastsAsLongAsItsConditionHolds)
{
    has("leila", "v1", "1");
    rules(scoredAt(70, R"(, "thresholds": {"website": {"custom.score": 80}}, "cooldown_seconds": 60)"));
    score(75);
    EXPECT_TRUE(open().empty()) << "on this channel the threshold is higher";
    score(85);
    score(95);
    ASSERT_EQ(open().size(), 1u) << "one episode, not a stream of notices";
    const Alert raised = open().front();
    EXPECT_EQ(raised.owner.value, "leila");
    EXPECT_EQ(raised.ownerReason, "has the conversation");
    EXPECT_EQ(raised.measure, "custom.score");
    EXPECT_EQ(raised.score, 85);
    EXPECT_EQ(raised.rulebookVersion, 2);
    EXPECT_EQ(changes.back().alerts, std::vector<Alert>{}) << "nothing is new";
    score(60);
    EXPECT_TRUE(open().empty());
    EXPECT_EQ(last().endReason, "Its condition no longer holds");
    EXPECT_TRUE(last().endedBy.empty());
    score(90);
    EXPECT_TRUE(open().empty()) << "it cools down first";
    tick(seconds{61});
    score(91);
    EXPECT_EQ(open().size(), 1u);
    EXPECT_EQ(all().size(), 2u);
}

TEST_F(Alerts, AMarginKeepsItFromFlickering)
{
    has("leila", "v1", "1");
    rules(scoredAt(70, R"(, "margins": {"custom.score": 10}, "cooldown_seconds": 1)"));
    score(69);
    EXPECT_TRUE(open().empty());
    score(70);
    score(61);
    EXPECT_EQ(open().size(), 1u);
    score(59.9);
    EXPECT_TRUE(open().empty());
}

TEST_F(Alerts, AConditionThatHasToHoldForAWhileIsLookedAtAgainByTime)
{
    has("leila", "v1", "1");
    rules(scoredAt(70, R"(, "hold_seconds": 30)"));
    score(80);
    tick(seconds{20});
    score(50);
    score(80);
    tick(seconds{29});
    EXPECT_TRUE(open().empty()) << "it began anew";
    tick(seconds{1});
    EXPECT_EQ(open().size(), 1u);
}

struct Held {
    const char* name;
    const char* more;
    HeldBack expected;
};

TEST_F(Alerts, WhatIsHeldBackIsListedAllTheSame)
{
    has("leila", "v1", "1");
    has("leila", "v2", "2");
    has("leila", "v3", "3");
    const std::string schedules = R"(, "schedules": [{"id": "always", "name": "Always", "timezone": "UTC", "weekly":
        [{"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "00:00", "to": "24:00"}]}])";
    const std::string urgent = R"({"id": "urgent", "when": {"attr": "custom.score", "op": "ge", "value": 90}},)";
    for (const Held& held : {Held{"silenced", R"(, "silenced_by": ["urgent"])", HeldBack::Silenced},
                             Held{"quiet", R"(, "quiet": "always")", HeldBack::Quiet}}) {
        rules(urgent + scoredAt(70, std::string(held.more) + R"(, "cooldown_seconds": 1)"), schedules);
        score(0);
        tick(seconds{2});
        score(95);
        EXPECT_EQ(last().trigger.value, "hot") << held.name;
        EXPECT_EQ(last().heldBack, held.expected) << held.name;
        EXPECT_FALSE(last().endedAt) << held.name;
    }
    tick(seconds{3601});
    rules(scoredAt(70, R"(, "group_seconds": 600)"));
    score(80, "v2");
    score(80, "v3");
    EXPECT_EQ(all("2").back().heldBack, HeldBack::No);
    EXPECT_EQ(all("3").back().heldBack, HeldBack::Grouped);
}

TEST_F(Alerts, ABudgetCountsWhatAPersonWasToldWithinTheHourAlsoAfterARestart)
{
    for (const char* const number : {"1", "2", "3"})
        has("leila", std::string("v") + number, number);
    rules(scoredAt(70, R"(, "budget_per_hour": 1)"));
    score(80, "v1");
    start();
    score(80, "v2");
    EXPECT_EQ(all("1").back().heldBack, HeldBack::No);
    EXPECT_EQ(all("2").back().heldBack, HeldBack::Budget);
    tick(seconds{3601});
    score(80, "v3");
    EXPECT_EQ(all("3").back().heldBack, HeldBack::No);
}

TEST_F(Alerts, ItGoesToTheFirstWhoIsThere)
{
    join("leila", "East");
    join("mira", "East");
    struct Case {
        const char* notify;
        const char* owner;
        const char* reason;
    };
    int number = 0;
    for (const Case& each : {Case{R"(["crm_owner", "lead"])", "mira", "leads East"}, Case{R"(["owner"])", "leila", "has the conversation"},
                             Case{R"(["on_call", "tomasz"])", "tomasz", "is named by the trigger"}, Case{R"(["nobody"])", "", ""}}) {
        const std::string id = std::to_string(++number);
        has("leila", "v" + id, id);
        rules(scoredAt(70, R"(, "notify": )" + std::string(each.notify)));
        score(80, "v" + id);
        EXPECT_EQ(all(id).back().owner.value, each.owner) << each.notify;
        EXPECT_EQ(all(id).back().ownerReason, each.reason) << each.notify;
    }
}

TEST_F(Alerts, NobodyAcknowledgesItAndItIsPassedOn)
{
    has("leila", "v1", "1");
    rules(scoredAt(70, R"(, "escalate_after_seconds": 120, "escalate_to": ["lead"])"));
    score(80);
    tick(seconds{119});
    EXPECT_EQ(last().owner.value, "leila");
    tick(seconds{1});
    EXPECT_EQ(last().owner.value, "mira");
    EXPECT_TRUE(last().escalated);
    EXPECT_EQ(changes.back().alerts.size(), 1u);
    tick(seconds{600});
    EXPECT_EQ(journaled<AlertHandedOn>().size(), 1u) << "once";
}

TEST_F(Alerts, IsAcknowledgedSnoozedHandedOnAndResolved)
{
    has("leila", "v1", "1");
    rules(scoredAt(70, R"(, "escalate_after_seconds": 120)"));
    score(80);
    const std::int64_t number = last().number;
    EXPECT_EQ(why(command(AcknowledgeAlert{number, {"tomasz"}})), "This alert is for Leila Haddad.");
    ASSERT_TRUE(command(SnoozeAlert{number, {"leila"}, clock.now() + seconds{300}}));
    tick(seconds{299});
    EXPECT_TRUE(last().snoozedUntil);
    EXPECT_FALSE(last().escalated) << "who snoozes it has seen it";
    ASSERT_TRUE(command(AcknowledgeAlert{number, {"leila"}}));
    tick(seconds{1});
    EXPECT_FALSE(last().snoozedUntil);
    EXPECT_EQ(last().acknowledgedBy.value, "leila");
    ASSERT_TRUE(command(HandOnAlert{number, {"mira"}, {"tomasz"}})) << "a lead may";
    EXPECT_EQ(last().ownerReason, "handed on by Mira Lindqvist");
    start();
    ASSERT_TRUE(command(ResolveAlert{number, {"tomasz"}, "Called them"}));
    EXPECT_EQ(last().endReason, "Called them");
    EXPECT_EQ(last().endedBy.value, "tomasz");
    EXPECT_EQ(why(command(AcknowledgeAlert{number, {"tomasz"}})), "This alert is over.");
    EXPECT_EQ(why(command(AcknowledgeAlert{4711, {"tomasz"}})), "There is no such alert.");
}

TEST_F(Alerts, OfPracticeVisitorsStayInTheConsole)
{
    rules(scoredAt(70, R"(, "ways": ["email", "desktop"])"));
    for (const Origin origin : {Origin::Live, Origin::Practice}) {
        const std::string visitor = origin == Origin::Live ? "v1" : "v2";
        ASSERT_TRUE(give({{visitor}, "Amelia", Channel::Website, origin, true, {}, VisitorWrote{{visitor}, "hello", {}}}));
        score(80, visitor);
    }
    EXPECT_EQ(all("1").back().ways, (std::vector{AlertWay::Email, AlertWay::Desktop}));
    EXPECT_EQ(all("2").back().ways, (std::vector{AlertWay::Desktop}));
}

TEST_F(Alerts, EndWithTheirConversationAndWithTheirTrigger)
{
    has("leila", "v1", "1");
    has("leila", "v2", "2");
    rules(scoredAt(70));
    score(80, "v1");
    score(80, "v2");
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "resolved", {}}));
    EXPECT_EQ(all("1").back().endReason, "The conversation was closed");
    ASSERT_EQ(changes.back().alerts.size(), 1u);
    EXPECT_TRUE(changes.back().alerts.front().endedAt);
    publish(test::rulebookWith(""));
    score(81, "v2");
    EXPECT_EQ(all("2").back().endReason, "The rulebook has this trigger no longer");
}

TEST_F(Alerts, AreLabelledAndTheLabelTakenBack)
{
    has("leila", "v1", "1");
    rules(scoredAt(70));
    score(80);
    const std::int64_t number = last().number;
    const auto label = [&](const char* by, std::optional<Verdict> verdict, bool second = false) {
        return command(GiveLabel{{{"1"}, number, {"hot"}, verdict, {}, "Wanted a price", {by}, second, {}}});
    };
    const auto labels = [&] { return *AlertStore(*database).labels({"1"}); };
    ASSERT_TRUE(label("leila", Verdict::False));
    ASSERT_TRUE(label("leila", Verdict::True));
    ASSERT_TRUE(label("mira", Verdict::Unsure, true));
    ASSERT_EQ(labels().size(), 2u) << "the last one of each";
    EXPECT_EQ(labels().front().verdict, Verdict::True);
    EXPECT_EQ(labels().front().at, clock.now());
    EXPECT_TRUE(labels().back().second);
    EXPECT_EQ(changes.back().labels.size(), 1u);
    ASSERT_TRUE(label("leila", std::nullopt));
    EXPECT_EQ(labels().size(), 1u);
    EXPECT_EQ(why(label("leila", Verdict::True, true)), "A second label is for a lead or a supervisor to give.");
    EXPECT_EQ(why(command(GiveLabel{{{"1"}, number, {"other"}, Verdict::True, {}, {}, {"mira"}, false, {}}})),
              "That alert is of the trigger \"hot\".");
    EXPECT_EQ(why(command(GiveLabel{{{"1"}, 0, {"cold"}, Verdict::True, {}, {}, {"mira"}, false, {}}})),
              "There is no alert \"cold\" in the live rulebook.");
    ASSERT_TRUE(command(GiveLabel{{{"1"}, 0, {"hot"}, Verdict::False, {}, {}, {"mira"}, false, {}}}));
}

}
}
