#include "model/figures/review_figures.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using std::chrono::minutes;

JudgedAlert judged(const std::string& trigger, std::optional<Judgement> first, const std::string& owner = "leila",
                   const std::string& heldBack = {}, const std::string& channel = "website")
{
    JudgedAlert alert;
    alert.trigger = trigger;
    alert.channel = channel;
    alert.owner = owner;
    alert.heldBack = heldBack;
    alert.first = first;
    alert.acknowledged = {minutes{4}, false};
    return alert;
}

std::vector<JudgedAlert> many(int truths, int falses, int unsure = 0, int unlabelled = 0)
{
    std::vector<JudgedAlert> alerts;
    const auto add = [&](int count, std::optional<Judgement> label) {
        alerts.insert(alerts.end(), static_cast<std::size_t>(count), judged("hot", label));
    };
    add(truths, Judgement::True);
    add(falses, Judgement::False);
    add(unsure, Judgement::Unsure);
    add(unlabelled, std::nullopt);
    return alerts;
}

TEST(ReviewFigures, unlabelledAndUnsureAreNeverCountedAsRight)
{
    const AlertFigures figures = countAlerts(many(41, 9, 3, 70));
    EXPECT_EQ(figures.raised, 123);
    EXPECT_EQ(figures.judged(), 50);
    EXPECT_EQ(figures.unsure, 3);
    EXPECT_EQ(figures.unlabelled, 70);
    EXPECT_FALSE(figures.isThin());
    // Wilson for 41 of 50, by hand: centre (0.82 + 3.8415 / 100) / (1 + 3.8415 / 50), half-width 0.1049.
    EXPECT_NEAR(figures.precision.value, 0.82, 1e-12);
    EXPECT_NEAR(figures.precision.low, 0.6920, 5e-5);
    EXPECT_NEAR(figures.precision.high, 0.9023, 5e-5);
}

TEST(ReviewFigures, withoutLabelsTheIntervalIsEverything)
{
    const AlertFigures none = countAlerts({});
    EXPECT_EQ(none.raised, 0);
    EXPECT_TRUE(none.isThin());
    EXPECT_EQ(none.precision.low, 0);
    EXPECT_EQ(none.precision.high, 1);
    EXPECT_EQ(none.perPerson(), 0);
    EXPECT_FALSE(none.acknowledged.median);
    EXPECT_TRUE(countAlerts(many(19, 0)).isThin());
    EXPECT_FALSE(countAlerts(many(19, 1)).isThin());
}

TEST(ReviewFigures, whatWasHeldBackLoadsNobody)
{
    std::vector<JudgedAlert> alerts{judged("hot", Judgement::True, "leila"),
                                    judged("hot", Judgement::True, "leila"),
                                    judged("hot", {}, "tomasz"),
                                    judged("hot", Judgement::False, "leila", "quiet"),
                                    judged("hot", {}, "mira", "budget"),
                                    judged("hot", {}, "mira", "budget")};
    alerts[0].acknowledged = {minutes{1}, true};
    alerts[0].actedOn = true;
    alerts[1].acknowledged = {minutes{3}, true};
    const AlertFigures figures = countAlerts(alerts);
    EXPECT_EQ(figures.told, 3);
    EXPECT_EQ(figures.heldBack, (std::map<std::string, std::int64_t>{{"budget", 2}, {"quiet", 1}}));
    EXPECT_EQ(figures.falses, 0) << "a label of what nobody was told of says nothing of the notices";
    EXPECT_EQ(figures.byOwner, (std::map<std::string, std::int64_t>{{"leila", 2}, {"tomasz", 1}}));
    EXPECT_NEAR(figures.perPerson(), 1.5, 1e-12);
    EXPECT_NEAR(figures.actedOnShare().value, 1.0 / 3, 1e-12);
    // One of three ended at 1 min, the next at 3 min: by then two thirds have.
    EXPECT_EQ(figures.acknowledged.median, minutes{3});
    EXPECT_EQ(figures.acknowledged.ended, 2);
}

TEST(ReviewFigures, eachTriggerAndChannelByItself)
{
    const auto figures = countByTrigger(
        {judged("hot", Judgement::True), judged("hot", Judgement::False, "a", "", "whatsapp"), judged("cold", {})});
    ASSERT_EQ(figures.size(), 5u);
    EXPECT_EQ(figures.at({"hot", ""}).raised, 2);
    EXPECT_EQ(figures.at({"hot", "website"}).truths, 1);
    EXPECT_EQ(figures.at({"hot", "whatsapp"}).falses, 1);
    EXPECT_EQ(figures.at({"cold", ""}).unlabelled, 1);
}

TEST(ReviewFigures, agreementNeedsTwentySecondLabels)
{
    std::vector<JudgedAlert> alerts = many(19, 0);
    for (JudgedAlert& alert : alerts)
        alert.second = Judgement::True;
    EXPECT_FALSE(countAlerts(alerts).agreement);
    alerts.push_back(judged("hot", Judgement::False));
    alerts.back().second = Judgement::False;
    alerts.push_back(judged("hot", Judgement::False));
    alerts.back().second = Judgement::True;
    const AlertFigures figures = countAlerts(alerts);
    EXPECT_EQ(figures.labelledTwice, 21);
    ASSERT_TRUE(figures.agreement);
    // Observed 20/21; by chance (19 * 20 + 2 * 1) / 441; kappa = (20/21 - 382/441) / (1 - 382/441).
    EXPECT_NEAR(figures.agreement->value, (20.0 / 21 - 382.0 / 441) / (1 - 382.0 / 441), 1e-9);
}

TEST(ReviewFigures, aChangeIsOnlySaidOfEnough)
{
    const AlertFigures before = countAlerts(many(12, 8)), after = countAlerts(many(41, 9));
    EXPECT_FALSE(precisionChange(countAlerts(many(10, 9)), after));
    const auto change = precisionChange(before, after);
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->value, 0.22, 1e-12);
    EXPECT_LT(change->low, 0.22);
    EXPECT_GT(change->high, 0.22);
}

}
}
