#include "tests/routing/index/generated.h"

#include <limits>

namespace signalbox {
namespace {

const std::vector<std::string> attributes{"a", "b", "c", "d", "schedule.office"};
const std::vector<std::string> words{"",       "a",    "ab",       "abc",        "b",    "ba",       "Ärger",
                                     "refund", "/pri", "/pricing", "/pricing/a", "\xFF", "\xFF\xFF", "zz"};
const std::vector<std::string> patterns{"a",        "^a", "b$",     "(ab|ba)",  "refund|cancel",
                                        "\\bab\\b", "^$", "[0-9]+", "(unclosed"};
const std::vector<double> numbers{-1e300, -1, -0.0, 0, 0.1, 0.5, 1, 2, 3, 10, 1e300};

rc::Gen<Value> genText()
{
    return rc::gen::map(rc::gen::elementOf(words), [](std::string word) { return Value(word); });
}
rc::Gen<Value> genNumber()
{
    return rc::gen::map(rc::gen::elementOf(numbers), [](double number) { return Value(number); });
}
rc::Gen<Value> genBoolean()
{
    return rc::gen::map(rc::gen::arbitrary<bool>(), [](bool boolean) { return Value(boolean); });
}
rc::Gen<Value> genTime()
{
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-3, 4),
                        [](std::int64_t time) { return Value(fromMicroseconds(time)); });
}
rc::Gen<Value> genSet()
{
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)),
                        [](std::vector<std::string> members) { return Value(makeStringSet(std::move(members))); });
}
rc::Gen<Value> genOdd()
{
    return rc::gen::elementOf(std::vector<Value>{
        std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
        -std::numeric_limits<double>::infinity(), fromMicroseconds(std::numeric_limits<std::int64_t>::min()),
        fromMicroseconds(std::numeric_limits<std::int64_t>::max())});
}
rc::Gen<Value> genValue()
{
    return rc::gen::weightedOneOf<Value>(
        {{6, genText()}, {6, genNumber()}, {3, genBoolean()}, {4, genTime()}, {5, genSet()}, {1, genOdd()}});
}

rc::Gen<std::vector<Value>> genList()
{
    const auto upTo
        = [](rc::Gen<Value> gen) { return rc::gen::resize(4, rc::gen::container<std::vector<Value>>(std::move(gen))); };
    return rc::gen::oneOf(upTo(genText()), upTo(genNumber()), upTo(genTime()), upTo(genValue()),
                          rc::gen::container<std::vector<Value>>(2, genNumber()),
                          rc::gen::container<std::vector<Value>>(2, genText()));
}

Operand genOperandFor(Operator op)
{
    if (op == Operator::Matches)
        return Value(*rc::gen::elementOf(patterns));
    switch (*rc::gen::inRange(0, 12)) {
    case 0:
        return std::monostate{};
    case 1:
        return AttributeRef{*rc::gen::elementOf(attributes)};
    case 2:
    case 3:
        return *genList();
    default:
        break;
    }
    if (op == Operator::In || op == Operator::Nin || op == Operator::Between)
        return *genList();
    return op == Operator::HasAny || op == Operator::HasAll ? *genSet() : *genValue();
}

Condition genLeaf()
{
    if (*rc::gen::inRange(0, 12) == 0)
        return {
            ScheduleTest{ScheduleId{*rc::gen::element<std::string>("office", "night")}, *rc::gen::arbitrary<bool>()}};
    Comparison comparison;
    comparison.attribute = *rc::gen::elementOf(attributes);
    comparison.op = static_cast<Operator>(*rc::gen::inRange(0, 17));
    comparison.operand = genOperandFor(comparison.op);
    return {comparison};
}

std::vector<Condition> genParts(int depth)
{
    return *rc::gen::resize(4, rc::gen::container<std::vector<Condition>>(genCondition(depth)));
}

}

rc::Gen<Condition> genCondition(int depth)
{
    return rc::gen::exec([depth]() -> Condition {
        const int kind = depth > 0 ? *rc::gen::inRange(0, 8) : 7;
        if (kind < 3)
            return {AllOf{genParts(depth - 1)}};
        if (kind < 5)
            return {AnyOf{genParts(depth - 1)}};
        if (kind < 6)
            return {Not{std::make_shared<const Condition>(*genCondition(depth - 1))}};
        return genLeaf();
    });
}

rc::Gen<Rulebook> genRulebook(std::size_t mostPolicies)
{
    return rc::gen::exec([mostPolicies] {
        Rulebook rulebook;
        const std::size_t count = *rc::gen::inRange<std::size_t>(0, mostPolicies + 1);
        for (std::size_t i = 0; i < count; ++i) {
            Policy policy;
            policy.id = {"p" + std::to_string(i)};
            policy.enabled = *rc::gen::inRange(0, 10) > 0;
            policy.priority = *rc::gen::inRange(0, 5);
            policy.when = *genCondition(3);
            if (*rc::gen::inRange(0, 4) == 0)
                policy.exception = PolicyException{*genCondition(2), {}};
            rulebook.policies.push_back(std::move(policy));
        }
        return rulebook;
    });
}

rc::Gen<Values> genValues()
{
    return rc::gen::exec([] {
        Values values;
        for (const std::string& attribute : attributes)
            if (*rc::gen::inRange(0, 5) > 0)
                values.emplace(attribute, *genValue());
        values.emplace("nobody.asks", *genValue());
        return values;
    });
}

}
