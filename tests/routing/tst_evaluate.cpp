#include "routing/conditions/evaluate.h"
#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>

namespace signalbox {
namespace {

const OpenIntervals noIntervals;

// The condition of a bare policy written as JSON.
Condition conditionOf(const std::string& json)
{
    const auto rulebook = readRulebook(R"([{"id":"p","when":)" + json + R"(,"actions":[]}])");
    EXPECT_TRUE(rulebook.has_value()) << json << (rulebook ? "" : ": " + toText(rulebook.error().front()));
    return rulebook ? rulebook->policies.front().when : Condition{AnyOf{}};
}

bool isTrue(const Condition& condition, const Values& values, Instant now = {})
{
    Patterns patterns;
    patterns.addFrom(condition);
    return holds(condition, {values, patterns, noIntervals, now});
}

const Values present{{"text", std::string("Straße 5")},
                     {"empty", std::string()},
                     {"number", 10.0},
                     {"other", 12.0},
                     {"yes", true},
                     {"tags", makeStringSet({"vip", "trial"})},
                     {"none", StringSet{}},
                     {"tag", std::string("vip")},
                     {"when", Instant{seconds{1'780'000'000}}}};

struct Case {
    const char* json;
    bool expected;
};

class Comparing : public testing::TestWithParam<Case> { };

TEST_P(Comparing, saysWhatTheFormatSays)
{
    EXPECT_EQ(isTrue(conditionOf(GetParam().json), present), GetParam().expected) << GetParam().json;
}

INSTANTIATE_TEST_SUITE_P(
    Present, Comparing,
    testing::Values(
        Case{R"({"attr":"text","op":"eq","value":"Straße 5"})", true},
        Case{R"({"attr":"text","op":"eq","value":"straße 5"})", false},
        Case{R"({"attr":"text","op":"ne","value":"x"})", true},
        Case{R"({"attr":"text","op":"ne","value":"Straße 5"})", false},
        Case{R"({"attr":"number","op":"in","value":[1,10]})", true},
        Case{R"({"attr":"number","op":"in","value":[1,2]})", false},
        Case{R"({"attr":"number","op":"nin","value":[1,2]})", true},
        Case{R"({"attr":"number","op":"nin","value":[10]})", false},
        Case{R"({"attr":"number","op":"lt","value":10})", false},
        Case{R"({"attr":"number","op":"lt","value":10.5})", true},
        Case{R"({"attr":"number","op":"le","value":10})", true},
        Case{R"({"attr":"number","op":"le","value":9})", false},
        Case{R"({"attr":"number","op":"gt","value":10})", false},
        Case{R"({"attr":"number","op":"gt","value":9})", true}, Case{R"({"attr":"number","op":"ge","value":10})", true},
        Case{R"({"attr":"number","op":"ge","value":11})", false},
        Case{R"({"attr":"number","op":"between","value":[10,11]})", true},
        Case{R"({"attr":"number","op":"between","value":[9,10]})", true},
        Case{R"({"attr":"number","op":"between","value":[10.5,11]})", false},
        Case{R"({"attr":"text","op":"contains","value":"aß"})", true},
        Case{R"({"attr":"text","op":"contains","value":"ass"})", false},
        Case{R"({"attr":"text","op":"starts","value":"Str"})", true},
        Case{R"({"attr":"text","op":"starts","value":"str"})", false},
        Case{R"({"attr":"text","op":"ends","value":" 5"})", true},
        Case{R"({"attr":"text","op":"ends","value":"6"})", false},
        Case{R"({"attr":"text","op":"matches","value":"[0-9]"})", true},
        Case{R"({"attr":"text","op":"matches","value":"^[0-9]"})", false},
        Case{R"({"attr":"text","op":"exists"})", true}, Case{R"({"attr":"number","op":"empty"})", false},
        Case{R"({"attr":"empty","op":"empty"})", true}, Case{R"({"attr":"none","op":"empty"})", true},
        Case{R"({"attr":"text","op":"empty"})", false}, Case{R"({"attr":"yes","op":"eq","value":true})", true},
        Case{R"({"attr":"tags","op":"has_any","value":["x","vip"]})", true},
        Case{R"({"attr":"tags","op":"has_any","value":["x"]})", false},
        Case{R"({"attr":"tags","op":"has_all","value":["trial","vip"]})", true},
        Case{R"({"attr":"tags","op":"has_all","value":["trial","x"]})", false},
        Case{R"({"attr":"tags","op":"eq","value":["vip","trial","vip"]})", true},
        Case{
            R"({"all":[{"attr":"tags","op":"has_any","value":["x","vip"]},{"attr":"tags","op":"contains","value":"vip"}]})",
            true},
        Case{R"({"attr":"when","op":"gt","value":"2026-01-01T00:00:00Z"})", true},
        Case{R"({"attr":"when","op":"le","value":"2026-01-01T00:00:00+01:00"})", false}));

INSTANTIATE_TEST_SUITE_P(
    Missing, Comparing,
    testing::Values(
        Case{R"({"attr":"x","op":"eq","value":"a"})", false}, Case{R"({"attr":"x","op":"ne","value":"a"})", true},
        Case{R"({"attr":"x","op":"in","value":["a"]})", false}, Case{R"({"attr":"x","op":"nin","value":["a"]})", true},
        Case{R"({"attr":"x","op":"lt","value":1})", false}, Case{R"({"attr":"x","op":"le","value":1})", false},
        Case{R"({"attr":"x","op":"gt","value":1})", false}, Case{R"({"attr":"x","op":"ge","value":1})", false},
        Case{R"({"attr":"x","op":"between","value":[0,1]})", false},
        Case{R"({"attr":"x","op":"contains","value":""})", false},
        Case{R"({"attr":"x","op":"starts","value":""})", false}, Case{R"({"attr":"x","op":"ends","value":""})", false},
        Case{R"({"attr":"x","op":"matches","value":""})", false}, Case{R"({"attr":"x","op":"exists"})", false},
        Case{R"({"attr":"x","op":"empty"})", true}, Case{R"({"attr":"x","op":"has_any","value":["a"]})", false},
        Case{R"({"attr":"x","op":"has_all","value":[]})", false}));

INSTANTIATE_TEST_SUITE_P(OtherAttributes, Comparing,
                         testing::Values(Case{R"({"attr":"number","op":"lt","value":{"attr":"other"}})", true},
                                         Case{R"({"attr":"number","op":"eq","value":{"attr":"other"}})", false},
                                         Case{R"({"attr":"number","op":"lt","value":{"attr":"gone"}})", false},
                                         Case{R"({"attr":"number","op":"eq","value":{"attr":"gone"}})", false},
                                         Case{R"({"attr":"number","op":"ne","value":{"attr":"gone"}})", true},
                                         Case{R"({"attr":"gone","op":"eq","value":{"attr":"gone"}})", false}));

INSTANTIATE_TEST_SUITE_P(Groups, Comparing,
                         testing::Values(Case{R"({"all":[]})", true}, Case{R"({"any":[]})", false},
                                         Case{R"({"not":{"any":[]}})", true},
                                         Case{R"({"all":[{"attr":"yes","op":"eq","value":true},{"any":[]}]})", false},
                                         Case{R"({"any":[{"any":[]},{"attr":"yes","op":"eq","value":true}]})", true}));

TEST(Comparing, aValueOfAnotherTypeIsNeitherEqualNorBeforeNorAfter)
{
    const Values wrong{{"number", std::string("10")}};
    EXPECT_FALSE(isTrue(conditionOf(R"({"attr":"number","op":"eq","value":10})"), wrong));
    EXPECT_TRUE(isTrue(conditionOf(R"({"attr":"number","op":"ne","value":10})"), wrong));
    for (const char* op : {"lt", "le", "gt", "ge"})
        EXPECT_FALSE(isTrue(conditionOf(R"({"attr":"number","op":")" + std::string(op) + R"(","value":10})"), wrong))
            << op;
    EXPECT_FALSE(isTrue(conditionOf(R"({"attr":"number","op":"between","value":[0,99]})"), wrong));
}

TEST(Comparing, asksTheStateThatTheSnapshotKeepsBeforeTheIntervals)
{
    const Condition open = conditionOf(R"({"schedule":"office","op":"open"})");
    const OpenIntervals intervals{{ScheduleId{"office"}, {{Instant{seconds{10}}, Instant{seconds{20}}}}}};
    const Patterns patterns;
    const Values nothing;
    const Values closedThen{{"schedule.office", false}};
    EXPECT_TRUE(holds(open, {nothing, patterns, intervals, Instant{seconds{15}}}));
    EXPECT_FALSE(holds(open, {nothing, patterns, intervals, Instant{seconds{20}}}));
    EXPECT_FALSE(holds(open, {closedThen, patterns, intervals, Instant{seconds{15}}}));
}

TEST(Comparing, aPatternThatWouldBacktrackForEverIsHarmless)
{
    const Values values{{"text", std::string(5000, 'a') + "!"}};
    EXPECT_FALSE(isTrue(conditionOf(R"({"attr":"text","op":"matches","value":"^(a+)+$"})"), values));
}

// A random condition over a few attributes, and random values for them.
Condition randomCondition(int depth)
{
    const int kind = *rc::gen::inRange(0, depth > 0 ? 4 : 1);
    if (kind == 0) {
        const auto op = static_cast<Operator>(*rc::gen::inRange(0, 8));
        const std::string attribute(1, static_cast<char>('a' + *rc::gen::inRange(0, 3)));
        const Value value = static_cast<double>(*rc::gen::inRange(0, 4));
        const bool isList = op == Operator::In || op == Operator::Nin;
        return {Comparison{attribute, op, isList ? Operand{std::vector<Value>{value}} : Operand{value}}};
    }
    if (kind == 1)
        return {Not{std::make_shared<const Condition>(randomCondition(depth - 1))}};
    std::vector<Condition> parts;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        parts.push_back(randomCondition(depth - 1));
    return kind == 2 ? Condition{AllOf{parts}} : Condition{AnyOf{parts}};
}

Values randomValues()
{
    Values values;
    for (const char* attribute : {"a", "b", "c"})
        if (*rc::gen::arbitrary<bool>())
            values.emplace(attribute, static_cast<double>(*rc::gen::inRange(0, 4)));
    return values;
}

TEST(Comparing, obeysTheLawsOfTwoValuedLogic)
{
    EXPECT_TRUE(rc::check([] {
        const Condition x = randomCondition(3);
        const Condition y = randomCondition(3);
        const auto inverse = [](const Condition& c) { return Condition{Not{std::make_shared<const Condition>(c)}}; };
        const Values values = randomValues();
        RC_ASSERT(isTrue(inverse(inverse(x)), values) == isTrue(x, values));
        RC_ASSERT(isTrue(inverse({AllOf{{x, y}}}), values) == isTrue({AnyOf{{inverse(x), inverse(y)}}}, values));
    }));
}

TEST(Comparing, theLeafNamedAsTheReasonReallyFails)
{
    EXPECT_TRUE(rc::check([] {
        const Condition condition = randomCondition(3);
        const Values values = randomValues();
        const Patterns patterns;
        const Facts facts{values, patterns, noIntervals, {}};
        RC_PRE(!holds(condition, facts));
        const Culprit culprit = firstFailure(condition, facts);
        if (const auto* const comparison = std::get_if<const Comparison*>(&culprit.leaf))
            RC_ASSERT(holds(**comparison, facts) == culprit.wantedToFail);
    }));
}

}
}
