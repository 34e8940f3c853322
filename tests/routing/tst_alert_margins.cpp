#include "routing/alerts/margins.h"
#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

AlertTrigger trigger(const std::string& when, const std::string& more = {})
{
    const auto rulebook
        = readRulebook(R"({"rulebook": 1, "alerts": [{"id": "hot", "when": )" + when + more + "}]}");
    if (!rulebook)
        throw std::runtime_error(rulebook.error().front().place + ": " + rulebook.error().front().expected);
    return rulebook->alerts.front();
}

constexpr const char* scoreAtLeast70 = R"({"attr": "intent_score", "op": "ge", "value": 70})";

bool staysOn(const AlertTrigger& alert, const std::string& channel, double score)
{
    const Values values{{"intent_score", Value(score)}};
    return holds(eased(alert).on(channel), Facts{values, Patterns{}, OpenIntervals{}, Instant{}});
}

TEST(AlertMargins, EaseTheThresholdOfEachChannel)
{
    const AlertTrigger alert = trigger(
        scoreAtLeast70, R"(, "thresholds": {"whatsapp": {"intent_score": 50}}, "margins": {"intent_score": 10})");
    EXPECT_TRUE(staysOn(alert, "website", 60));
    EXPECT_FALSE(staysOn(alert, "website", 59));
    EXPECT_TRUE(staysOn(alert, "whatsapp", 40));
    EXPECT_FALSE(staysOn(alert, "whatsapp", 39));
}

TEST(AlertMargins, GoTheOtherWayUnderANotAndForAtMost)
{
    for (const char* const when : {R"({"not": {"attr": "intent_score", "op": "lt", "value": 70}})", scoreAtLeast70})
        EXPECT_TRUE(staysOn(trigger(when, R"(, "margins": {"intent_score": 10})"), "website", 61)) << when;
    const AlertTrigger low
        = trigger(R"({"attr": "intent_score", "op": "le", "value": 30})", R"(, "margins": {"intent_score": 5})");
    EXPECT_TRUE(staysOn(low, "website", 35));
    EXPECT_FALSE(staysOn(low, "website", 36));
}

TEST(AlertMargins, TheMeasureIsWhatHasAThresholdOrTheOnlyNumberAskedFor)
{
    EXPECT_EQ(measureOf(trigger(scoreAtLeast70), "website"), (Measure{"intent_score", 70}));
    const std::string two = R"({"all": [{"attr": "intent_score", "op": "ge", "value": 70},
                                        {"attr": "crm.deal_size", "op": "gt", "value": 1000}]})";
    EXPECT_EQ(measureOf(trigger(two), "website"), std::nullopt);
    const AlertTrigger chosen = trigger(two, R"(, "thresholds": {"whatsapp": {"crm.deal_size": 500}})");
    EXPECT_EQ(measureOf(chosen, "whatsapp"), (Measure{"crm.deal_size", 500}));
    EXPECT_EQ(measureOf(chosen, "website"), (Measure{"crm.deal_size", 1000}));
    EXPECT_EQ(measureOf(trigger(R"({"attr": "intent_score", "op": "le", "value": 30})"), "website"), std::nullopt);
}

TEST(AlertTriggers, AreWrittenAsTheyAreRead)
{
    const AlertTrigger alert = trigger(scoreAtLeast70, R"(, "name": "Hot lead", "margins": {"intent_score": 10},
        "hold_seconds": 30, "cooldown_seconds": 600, "notify": ["owner", "lead"], "ways": ["email", "desktop"],
        "group_seconds": 300, "budget_per_hour": 6, "escalate_after_seconds": 120, "escalate_to": ["on_call"])");
    EXPECT_EQ(alert.ways, (std::vector{AlertWay::Email, AlertWay::Desktop}));
    Rulebook rulebook;
    rulebook.alerts = {alert, alert};
    rulebook.alerts[1].id.value = "cold";
    rulebook.alerts[1].silencedBy = {alert.id};
    const auto again = readRulebook(writeRulebook(rulebook));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->alerts, rulebook.alerts);
}

TEST(AlertTriggers, SayWhatIsWrongAndWhere)
{
    const auto wrong = readRulebook(R"({"rulebook": 1, "alerts": [{"id": "hot",
        "when": {"attr": "intent_score", "op": "ge", "value": 70}, "ways": ["pigeon", "email", "email"],
        "silenced_by": ["hot", "cold"], "quiet": "nights", "margins": {"custom.x": 1}, "group_seconds": 3601}]})");
    ASSERT_FALSE(wrong);
    std::vector<std::string> places;
    for (const RulebookIssue& issue : wrong.error())
        places.push_back(issue.place);
    EXPECT_EQ(places, (std::vector<std::string>{"/alerts/0/margins/custom.x", "/alerts/0/ways/0", "/alerts/0/ways/2",
                                                "/alerts/0/silenced_by/0", "/alerts/0/silenced_by/1", "/alerts/0/quiet",
                                                "/alerts/0/group_seconds"}));
}

}
}
