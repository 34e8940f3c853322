#include "routing/trace/near_miss.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

Condition compare(const char* attribute, Operator op, Value value)
{
    return {Comparison{attribute, op, std::move(value)}};
}
Condition negated(Condition condition) { return {Not{std::make_shared<const Condition>(std::move(condition))}}; }

struct Missing : ::testing::Test {
    Missing() { rulebook.attributes["crm.company_size"] = {ValueType::Number, "people", "company size"}; }
    NearMiss of(const Condition& condition) const
    {
        Patterns patterns;
        patterns.addFrom(condition);
        return nearMiss(condition, {values, patterns, intervals, {}}, rulebook);
    }

    Rulebook rulebook;
    Values values{
        {"crm.company_size", Value(480.0)}, {"ai.intent", Value(std::string("demo"))}, {"score", Value(0.61)}};
    OpenIntervals intervals;
    const Condition big = compare("crm.company_size", Operator::Ge, Value(500.0));
    const Condition legal = compare("ai.intent", Operator::Eq, Value(std::string("legal")));
};

TEST_F(Missing, saysByHowMuchANumberMissed)
{
    const NearMiss miss = of({AllOf{{big, negated(legal)}}});
    EXPECT_EQ(miss.attributes, std::vector<std::string>{"crm.company_size"});
    EXPECT_EQ(miss.by, "20 people");
    EXPECT_DOUBLE_EQ(miss.share, 0.04);
    EXPECT_TRUE(miss.isNear());
}

TEST_F(Missing, aConditionThatHoldsMissedNothing)
{
    EXPECT_EQ(of(negated(legal)), NearMiss{});
    EXPECT_FALSE(of({AllOf{}}).isNear());
}

TEST_F(Missing, ofAnAnyTheNearestPartCounts)
{
    const NearMiss miss = of({AnyOf{{{AllOf{{big, legal}}}, big}}});
    EXPECT_EQ(miss.attributes, std::vector<std::string>{"crm.company_size"});
}

TEST_F(Missing, severalThatFailedAreNotNear)
{
    const NearMiss miss = of({AllOf{{big, legal}}});
    EXPECT_EQ(miss.attributes, (std::vector<std::string>{"crm.company_size", "ai.intent"}));
    EXPECT_TRUE(miss.by.empty());
    EXPECT_FALSE(miss.isNear());
}

TEST_F(Missing, wordsAndWhatIsMissingHaveNoDistance)
{
    EXPECT_EQ(of(legal).by, "");
    EXPECT_DOUBLE_EQ(of(legal).share, 1);
    EXPECT_TRUE(of(compare("crm.stage", Operator::Ge, Value(3.0))).by.empty());
}

TEST_F(Missing, underANotTheBoundIsTheSame)
{
    EXPECT_EQ(of(negated(compare("score", Operator::Ge, Value(0.6)))).by, "0.01");
}

TEST_F(Missing, ofARangeTheNearerEndCounts)
{
    const Condition range{
        Comparison{"crm.company_size", Operator::Between, std::vector<Value>{Value(500.0), Value(900.0)}}};
    EXPECT_EQ(of(range).by, "20 people");
}

TEST_F(Missing, nothingCouldMakeAnAnyOfNothingHold) { EXPECT_TRUE(of({AllOf{{big, {AnyOf{}}}}}).attributes.empty()); }

}
}
