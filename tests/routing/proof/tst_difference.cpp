#include "tests/routing/proof/checking.h"
#include "tests/routing/support/rulebooks.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

const std::string head = R"({"rulebook":1,"queues":[{"id":"a"},{"id":"b"}],"policies":[)";
const std::string german
    = R"({"id":"de","when":{"attr":"visitor.language","op":"eq","value":"de"},"actions":[{"type":"transfer_to_queue","queue":"a"}]})";
const std::string rest = R"({"id":"rest","when":{"all":[]},"actions":[{"type":"answer_with_ai"}]})";

std::string large(int from)
{
    return R"({"id":"large","when":{"attr":"crm.deal_size","op":"ge","value":)" + std::to_string(from)
        + R"(},"actions":[{"type":"transfer_to_queue","queue":"b"}]})";
}

std::vector<Finding> differences(const std::string& policies, const std::string& before)
{
    const Rulebook rulebook = rulebookOf(head + policies + "]}");
    const Rulebook against = rulebookOf(head + before + "]}");
    return compareRulebooks(rulebook, {}, against, {}, testHorizon, {});
}

TEST(Difference, ofARulebookToItselfIsNone)
{
    EXPECT_TRUE(differences(german + "," + large(100) + "," + rest, german + "," + large(100) + "," + rest).empty());
}

TEST(Difference, isNoneWhenAConditionIsOnlySaidOtherwise)
{
    const std::string otherwise
        = R"({"id":"new","name":"Deutsch","when":{"not":{"attr":"visitor.language","op":"nin","value":["de"]}},"actions":[{"type":"transfer_to_queue","queue":"a"}]})";
    EXPECT_TRUE(differences(otherwise + "," + rest, german + "," + rest).empty());
}

TEST(Difference, isNoneWhenAPolicyThatNeverFiresGoes) { EXPECT_TRUE(differences(rest, rest + "," + german).empty()); }

TEST(Difference, namesWhatAThresholdMoves)
{
    const auto found = differences(large(500) + "," + rest, large(100) + "," + rest);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].kind, FindingKind::Difference);
    EXPECT_EQ(found[0].policy.value, "rest");
    const double size = std::get<double>(found[0].witness->at("crm.deal_size"));
    EXPECT_GE(size, 100);
    EXPECT_LT(size, 500);
    EXPECT_THAT(found[0].message, testing::HasSubstr("deal size is at least €100"));
}

TEST(Difference, ofAnOrderShowsWhereBothHold)
{
    const auto found = differences(german + "," + large(100) + "," + rest, large(100) + "," + german + "," + rest);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].policy.value, "de");
    EXPECT_EQ(found[0].witness->size(), 2u);
}

TEST(Difference, isShownForEachPairOfPoliciesThatFire)
{
    const auto found = differences(rest, german + "," + large(100) + "," + rest);
    EXPECT_EQ(found.size(), 2u);
}

TEST(Difference, ofAScheduleIsADifferenceOfItsPolicies)
{
    const auto book = [](const std::string& to) {
        return rulebookOf(
            R"({"rulebook":1,"queues":[{"id":"a"}],"schedules":[{"id":"office","timezone":"Europe/Berlin","weekly":[{"days":["mon"],"from":"09:00","to":")"
            + to
            + R"("}]}],"policies":[{"id":"day","when":{"schedule":"office","op":"open"},"actions":[{"type":"transfer_to_queue","queue":"a"}]},)"
            + rest + "]}");
    };
    const Rulebook rulebook = book("18:00");
    const Rulebook against = book("17:00");
    const auto found
        = compareRulebooks(rulebook, intervalsOf(rulebook), against, intervalsOf(against), testHorizon, {});
    ASSERT_EQ(found.size(), 1u);
    const Instant now = timeOf(*found[0].witness);
    EXPECT_EQ(Engine(rulebook, 1, intervalsOf(rulebook)).firstMatch(*found[0].witness, now)->id.value, "day");
    EXPECT_EQ(Engine(against, 1, intervalsOf(against)).firstMatch(*found[0].witness, now)->id.value, "rest");
}

TEST(Difference, ofAGateIsADifferenceOfItsPolicies)
{
    const auto book = [](int budget) {
        return rulebookOf(R"({"rulebook":1,"queues":[{"id":"a"}],)"
                          R"("qualification":[{"id":"budget","required":true,)"
                          R"("when":{"attr":"ai.budget","op":"ge","value":)"
                          + std::to_string(budget)
                          + R"(}}],"policies":[{"id":"fit","when":{"all":[]},"requires_qualification":true,)"
                            R"("actions":[{"type":"transfer_to_queue","queue":"a"}]},)"
                          + rest + "]}");
    };
    const auto found = compareRulebooks(book(500), {}, book(100), {}, testHorizon, {});
    ASSERT_EQ(found.size(), 2u);   // what the policy does, and the criterion itself
    EXPECT_EQ(found[0].policy.value, "rest");
    const double budget = std::get<double>(found[0].witness->at("ai.budget"));
    EXPECT_TRUE(budget >= 100 && budget < 500);
    EXPECT_THAT(found[1].message, testing::HasSubstr("Criterion budget no longer is met here"));
}

TEST(Check, saysUndecidedWhenTimeIsOver)
{
    const Rulebook rulebook = rulebookOf(head + german + "," + rest + "]}");
    ProofLimits limits;
    limits.secondsLeft = [] { return 0.0; };
    const auto found = checkRulebook(rulebook, {}, testHorizon, limits);
    EXPECT_FALSE(found.empty());
    for (const Finding& finding : found)
        EXPECT_EQ(finding.kind, FindingKind::Undecided) << finding.message;
}

}
}
