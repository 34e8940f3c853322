// Where in the document each finding stands, so that a screen can mark it; and when findings come.
#include "tests/routing/proof/checking.h"
#include "tests/routing/support/rulebooks.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

const std::string never
    = R"({"all":[{"attr":"custom.n","op":"lt","value":1},{"attr":"custom.n","op":"gt","value":2}]})";
const std::string answer = R"("actions":[{"type":"answer_with_ai"}])";
const std::string rest = R"({"id":"rest","when":{"all":[]},)" + answer + "}";

std::string policy(const std::string& id, const std::string& when, const std::string& more = "")
{
    return R"({"id":")" + id + R"(","when":)" + when + more + "," + answer + "}";
}

std::vector<std::string> placesOf(const std::string& document)
{
    std::vector<std::string> places;
    for (const Finding& finding : findingsOf(rulebookOf(document)))
        places.push_back(finding.place);
    return places;
}

using testing::ElementsAre;

TEST(FindingPlaces, ofAConditionWhosePartsAreAtOddsIsTheCondition)
{
    EXPECT_THAT(placesOf(R"({"rulebook":1,"policies":[)" + policy("p", never) + "," + rest + "]}"),
                ElementsAre("/policies/0/when"));
}

TEST(FindingPlaces, ofOnePartThatCannotHoldIsThatPart)
{
    const std::string when = R"({"all":[{"attr":"custom.m","op":"eq","value":1},{"any":[]}]})";
    EXPECT_THAT(placesOf(R"({"rulebook":1,"policies":[)" + policy("p", when) + "," + rest + "]}"),
                ElementsAre("/policies/0/when/all/1"));
}

TEST(FindingPlaces, countPoliciesAsTheFileDoesNotAsTheyAreTried)
{
    const std::string late = policy("late", R"({"attr":"custom.m","op":"eq","value":1})", R"(,"priority":9)");
    EXPECT_THAT(placesOf("[" + late + "," + rest + "]"), ElementsAre("/0"));
}

TEST(FindingPlaces, ofAGateIsTheCriterion)
{
    const std::string gated = policy("p", R"({"all":[]})", R"(,"requires_qualification":true)");
    const std::string criteria = R"("qualification":[{"id":"open","when":{"attr":"custom.m","op":"eq","value":1}},)"
                                 R"({"id":"c","required":true,"when":{"any":[]}}],)";
    EXPECT_THAT(placesOf(R"({"rulebook":1,)" + criteria + R"("policies":[)" + gated + "," + rest + "]}"),
                ElementsAre("/qualification/1/when", "/qualification/1/when"));
}

TEST(FindingPlaces, ofTiersSignalsSchedulesAndQueues)
{
    const std::string document = R"({"rulebook":1,"schedules":[{"id":"s","timezone":"UTC","weekly":[]}],)"
                                 R"("signals":[{"id":"x","weight":1,"when":)"
        + never + R"(}],"tiers":[{"id":"P1","when":{"all":[]}},{"id":"P2","when":{"all":[]}}],"policies":[)" + rest
        + R"(],"queues":[{"id":"a","fallback":"b"},{"id":"b","fallback":"a"}]})";
    EXPECT_THAT(placesOf(document), ElementsAre("/schedules/0", "/signals/0/when", "/tiers/1", "/queues/0/fallback"));
}

TEST(FindingPlaces, ofAThresholdIsItsChannel)
{
    const std::string when = R"({"all":[{"attr":"intent_score","op":"ge","value":7},)"
                             R"({"attr":"intent_score","op":"lt","value":9}]})";
    EXPECT_THAT(placesOf(R"({"rulebook":1,"alerts":[{"id":"a","when":)" + when
                         + R"(,"thresholds":{"api":{"intent_score":6}}}],"policies":[)" + rest + "]}"),
                ElementsAre("/alerts/0/thresholds/api"));
}

TEST(Check, tellsOfEachFindingAsItIsMade)
{
    const Rulebook rulebook
        = rulebookOf("[" + policy("p", never) + "," + rest + "," + policy("q", R"({"all":[]})") + "]");
    std::vector<Finding> heard;
    ProofLimits limits;
    limits.found = [&heard](const Finding& finding) { heard.push_back(finding); };
    EXPECT_EQ(checkRulebook(rulebook, {}, testHorizon, limits), heard);
    EXPECT_EQ(heard.size(), 2u);
}

TEST(Check, endsSoonAfterItIsCalledOff)
{
    std::string policies;
    for (int i = 0; i < 200; ++i)
        policies += policy("p" + std::to_string(i),
                           R"({"attr":"custom.n","op":"between","value":[)" + std::to_string(i) + ","
                               + std::to_string(i + 1) + "]}")
            + ",";
    const Rulebook rulebook = rulebookOf("[" + policies + rest + "]");
    bool isWanted = true;
    int askedAfterwards = 0;
    ProofLimits limits;
    limits.secondsLeft = [&] {
        askedAfterwards += !isWanted;
        return isWanted ? 1e9 : 0.0;
    };
    limits.progress = [&](const std::string&, std::size_t done, std::size_t) { isWanted = isWanted && done < 5; };
    const auto found = checkRulebook(rulebook, {}, testHorizon, limits);
    EXPECT_FALSE(isWanted);
    EXPECT_LT(askedAfterwards, 20);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(),
                            [](const Finding& finding) { return finding.kind == FindingKind::Undecided; }));
}

TEST(QuickCheck, findsWhatIsCertainAndSaysNothingOfWhatIsNotDecided)
{
    const Rulebook rulebook = rulebookOf("[" + policy("p", never) + "," + rest + "]");
    const auto found = quickCheck(rulebook, {}, testHorizon, {});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, FindingKind::Contradiction);
    ProofLimits none;
    none.secondsLeft = [] { return 0.0; };
    EXPECT_TRUE(quickCheck(rulebook, {}, testHorizon, none).empty());
}

}
}
