// What differs between two rulebooks besides policies: tiers, signals, criteria, alerts and queues.
#include "tests/routing/proof/checking.h"
#include "tests/routing/support/rulebooks.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using testing::HasSubstr;

std::vector<Finding> differences(const std::string& now, const std::string& before)
{
    const auto book
        = [](const std::string& sections) { return rulebookOf(R"({"rulebook":1,)" + sections + R"(,"policies":[]})"); };
    return compareRulebooks(book(now), {}, book(before), {}, testHorizon, {});
}

std::string scoreFrom(int points)
{
    return R"({"attr":"intent_score","op":"ge","value":)" + std::to_string(points) + "}";
}

std::string tiers(int first, int second, const std::string& more = "")
{
    return R"("tiers":[{"id":"P1","when":)" + scoreFrom(first) + more + R"(},{"id":"P2","when":)" + scoreFrom(second)
        + "}]";
}

std::string signal(const std::string& when, int weight = 10)
{
    return R"("signals":[{"id":"prices","when":)" + when + R"(,"weight":)" + std::to_string(weight) + "}]";
}

std::string alert(const std::string& more) { return R"("alerts":[{"id":"hot","when":)" + scoreFrom(70) + more + "}]"; }

double scoreIn(const Finding& finding) { return std::get<double>(finding.witness->at("intent_score")); }

TEST(DifferenceOfRules, namesTheTierThatAContextGetsNow)
{
    const auto found = differences(tiers(80, 30), tiers(60, 30));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, FindingKind::Difference);
    EXPECT_TRUE(found[0].policy.empty());
    EXPECT_EQ(found[0].place, "/tiers/1");
    EXPECT_THAT(found[0].message, HasSubstr("Now the tier is P2. Before, the tier is P1."));
    EXPECT_GE(scoreIn(found[0]), 60);
    EXPECT_LT(scoreIn(found[0]), 80);
}

TEST(DifferenceOfRules, isNoneForTiersThatAreSaidOtherwise)
{
    const std::string otherwise
        = R"("tiers":[{"id":"P1","when":{"not":{"any":[{"attr":"intent_score","op":"lt","value":60},)"
          R"({"attr":"intent_score","op":"empty"}]}}},{"id":"P2","when":)"
        + scoreFrom(30) + "}]";
    EXPECT_TRUE(differences(otherwise, tiers(60, 30)).empty());
}

TEST(DifferenceOfRules, seesAThresholdOfOneChannel)
{
    const auto found = differences(tiers(60, 30, R"(,"thresholds":{"whatsapp":{"intent_score":50}})"), tiers(60, 30));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::string>(found[0].witness->at("conversation.channel")), "whatsapp");
    EXPECT_GE(scoreIn(found[0]), 50);
    EXPECT_LT(scoreIn(found[0]), 60);
}

TEST(DifferenceOfRules, tellsHowLongATierIsKept)
{
    const auto found = differences(tiers(60, 30, R"(,"keep_for_seconds":300)"), tiers(60, 30));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message, "Tier P1: the time it is kept was none and is 5 minutes.");
    EXPECT_EQ(found[0].place, "/tiers/0");
}

TEST(DifferenceOfRules, showsWhereASignalIsNewlySeenAndWhereNoLonger)
{
    const auto found = differences(signal(R"({"attr":"page.path","op":"starts","value":"/pricing"})"),
                                   signal(R"({"attr":"page.path","op":"starts","value":"/p"})"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_THAT(found[0].message, HasSubstr("Signal prices no longer is seen here"));
    EXPECT_EQ(found[0].place, "/signals/0/when");
    const auto& path = std::get<std::string>(found[0].witness->at("page.path"));
    EXPECT_TRUE(path.starts_with("/p") && !path.starts_with("/pricing"));
}

TEST(DifferenceOfRules, isNoneForASignalThatIsSaidOtherwise)
{
    EXPECT_TRUE(differences(signal(R"({"not":{"attr":"page.path","op":"ne","value":"/pricing"}})"),
                            signal(R"({"attr":"page.path","op":"eq","value":"/pricing"})"))
                    .empty());
}

TEST(DifferenceOfRules, tellsTheFieldsOfASignal)
{
    const auto found = differences(signal(scoreFrom(1), 30), signal(scoreFrom(1), 25));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message, "Signal prices: the weight was 25 and is 30.");
}

TEST(DifferenceOfRules, aCriterionIsMetOnlyByWhatIsKnown)
{
    const auto criterion = [](const std::string& when) {
        return R"("attributes":{"custom.n":{"type":"number"}},"qualification":[{"id":"c","when":)" + when + "}]";
    };
    const std::string notOne = R"({"attr":"custom.n","op":"ne","value":1})";
    EXPECT_TRUE(
        differences(criterion(R"({"all":[{"attr":"custom.n","op":"exists"},)" + notOne + "]}"), criterion(notOne))
            .empty());
}

TEST(DifferenceOfRules, tellsOfAnAlertsThresholdsAndOfWhomItTells)
{
    const auto found = differences(alert(R"(,"notify":["owner"],"thresholds":{"api":{"intent_score":90}})"),
                                   alert(R"(,"notify":[])"));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_THAT(found[0].message, HasSubstr("Alert hot no longer fires here"));
    EXPECT_EQ(found[1].message, "Alert hot: the list of whom it tells was none and is owner.");
}

TEST(DifferenceOfRules, tellsWhatIsNewAndWhatIsGone)
{
    const auto found = differences(signal(scoreFrom(1)), alert(""));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].message, "Signal prices is new.");
    EXPECT_EQ(found[1].message, "Alert hot is gone.");
}

TEST(DifferenceOfRules, tellsTheFieldsOfAQueueAndWhichIsTheFirst)
{
    const auto found = differences(
        R"("queues":[{"id":"b"},{"id":"a","fallback":"b","skills":[{"id":"german","level":3}],"offer_seconds":60}])",
        R"("queues":[{"id":"a"},{"id":"b"}])");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].message,
              "Queue a: the list of skills was none and is german at level 3; the fallback was none and is b; the time "
              "an offer stands was 30 seconds and is 1 minute.");
    EXPECT_THAT(found[1].message, HasSubstr("was a and is b"));
}

TEST(DifferenceOfRules, seesThatAQueuesScheduleOpensAtOtherTimes)
{
    const auto book = [](const std::string& to) {
        return rulebookOf(R"({"rulebook":1,"schedules":[{"id":"office","timezone":"Europe/Berlin","weekly":[)"
                          R"({"days":["mon"],"from":"09:00","to":")"
                          + to + R"("}]}],"queues":[{"id":"a","schedule":"office"}],"policies":[]})");
    };
    const Rulebook rulebook = book("18:00");
    const Rulebook against = book("17:00");
    const auto found
        = compareRulebooks(rulebook, intervalsOf(rulebook), against, intervalsOf(against), testHorizon, {});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_THAT(found[0].message, HasSubstr("its schedule office opens at other times"));
}

}
}
