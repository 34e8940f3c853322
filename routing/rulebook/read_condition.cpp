#include "routing/rulebook/read_condition.h"

#include "model/domain/names.h"
#include "routing/conditions/operators.h"
#include "routing/conditions/patterns.h"
#include "routing/rulebook/known_attributes.h"

#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t longestString = 10'000;
constexpr std::size_t longestList = 10'000;

std::string withArticle(ValueType type)
{
    switch (type) {
    case ValueType::Set:
        return "a list of strings";
    case ValueType::Boolean:
        return "true or false";
    case ValueType::Time:
        return "a time such as \"2026-06-09T08:00:00Z\"";
    default:
        return "a " + std::string(nameOf(type));
    }
}

std::optional<Value> readSet(const JsonTree& tree)
{
    std::vector<std::string> members;
    for (const JsonTree& item : tree.items) {
        if (item.kind != JsonTree::Kind::String || item.text.size() > longestString)
            return std::nullopt;
        members.push_back(item.text);
    }
    return makeStringSet(std::move(members));
}

std::optional<Value> literalOf(const JsonTree& tree, ValueType type)
{
    using Kind = JsonTree::Kind;
    if (type == ValueType::String && tree.kind == Kind::String && tree.text.size() <= longestString)
        return tree.text;
    if (type == ValueType::Number && tree.kind == Kind::Number)
        return tree.number;
    if (type == ValueType::Boolean && tree.kind == Kind::Boolean)
        return tree.boolean;
    if (type == ValueType::Set && tree.kind == Kind::Array && tree.items.size() <= longestList)
        return readSet(tree);
    if (type == ValueType::Time)
        if (const auto instant = instantOf(tree))
            return *instant;
    return std::nullopt;
}

// One comparison while it is read.
struct Reading {
    const std::string& attribute;
    ValueType type;
    Operator op;
    const Place place;   // of the value
    const ReadingContext& context;

    std::string because() const { return ", as " + attribute + " is one"; }
};

Operand readList(const JsonTree& value, const Reading& reading)
{
    const bool isPair = operandForm(reading.op) == OperandForm::Pair;
    const std::string what = isPair ? "a list of the lowest and the highest value" : "a list of values, one at least";
    const bool sizeFits = isPair ? value.items.size() == 2 : !value.items.empty() && value.items.size() <= longestList;
    if (value.kind != JsonTree::Kind::Array || !sizeFits) {
        reading.context.issues.add(reading.place, &value, what);
        return std::vector<Value>{};
    }
    std::vector<Value> values;
    for (std::size_t i = 0; i < value.items.size(); ++i)
        if (auto literal = readLiteral(value.items[i], reading.type, Place(reading.place, i), reading.context.issues,
                                       reading.because()))
            values.push_back(std::move(*literal));
    return values;
}

Operand readRightAttribute(const std::string& name, const JsonTree& value, const Reading& reading)
{
    const auto wanted = rightAttributeType(reading.op, reading.type);
    if (!wanted) {
        reading.context.issues.add(reading.place, &value,
                                   "a value: " + std::string(nameOf(reading.op)) + " compares with no attribute here");
        return AttributeRef{name};
    }
    checkAttribute(name, reading.place, reading.context);
    const auto type = reading.context.types.typeOf(name);
    if (type && *type != *wanted)
        reading.context.issues.add(reading.place, name + " (a " + std::string(nameOf(*type)) + ")",
                                   "an attribute of type " + std::string(nameOf(*wanted)));
    return AttributeRef{name};
}

Operand readPattern(const JsonTree& value, const Reading& reading)
{
    const auto literal = readLiteral(value, ValueType::String, reading.place, reading.context.issues, " to search for");
    if (!literal)
        return Value{std::string{}};
    const std::string& pattern = std::get<std::string>(*literal);
    if (const auto refusal = whyPatternIsRefused(pattern))
        reading.context.issues.add(reading.place, &value, "a regular expression in RE2's syntax (" + *refusal + ")");
    return *literal;
}

Operand readOperand(const JsonTree* value, const Reading& reading)
{
    Issues& issues = reading.context.issues;
    const OperandForm form = operandForm(reading.op);
    if (form == OperandForm::Nothing) {
        if (value)
            issues.add(reading.place, value, "no value: " + std::string(nameOf(reading.op)) + " takes none");
        return std::monostate{};
    }
    if (!value) {
        issues.add(reading.place, value, "a value to compare " + reading.attribute + " with");
        return Value{std::string{}};
    }
    if (const auto other = readAttributeReference(*value))
        return readRightAttribute(*other, *value, reading);
    if (form != OperandForm::One)
        return readList(*value, reading);
    if (reading.op == Operator::Matches)
        return readPattern(*value, reading);
    auto literal = readLiteral(*value, literalType(reading.op, reading.type), reading.place, issues, reading.because());
    return literal ? *literal : Value{std::string{}};
}

Condition readComparison(ObjectReader& reader, const ReadingContext& context)
{
    Comparison comparison;
    comparison.attribute = reader.id("attr");
    const JsonTree* const op = reader.required("op", "an operator: one of " + std::string(operatorNames()));
    const JsonTree* const value = reader.member("value");
    reader.refuseOtherKeys();
    if (comparison.attribute.empty() || !op)
        return {comparison};
    const Place opPlace(reader.place(), "op");
    const auto known = op->kind == JsonTree::Kind::String ? operatorFromName(op->text) : std::nullopt;
    if (!known) {
        context.issues.add(opPlace, op, "one of " + std::string(operatorNames()));
        return {comparison};
    }
    comparison.op = *known;
    checkAttribute(comparison.attribute, Place(reader.place(), "attr"), context);
    const auto type = context.types.typeOf(comparison.attribute);
    if (type && !appliesTo(*known, *type)) {
        context.issues.add(opPlace, op,
                           "an operator for a " + std::string(nameOf(*type)) + ", as " + comparison.attribute
                               + " is one");
        return {comparison};
    }
    comparison.operand = readOperand(
        value,
        {comparison.attribute, type.value_or(ValueType::String), *known, Place(reader.place(), "value"), context});
    return {comparison};
}

Condition readScheduleTest(ObjectReader& reader, const ReadingContext& context)
{
    ScheduleTest test{ScheduleId{reader.id("schedule")}, true};
    const JsonTree* const op = reader.required("op", "\"open\" or \"closed\"");
    reader.refuseOtherKeys();
    const bool isClosed = op && op->text == "closed";
    if (op && !isClosed && op->text != "open")
        context.issues.add(Place(reader.place(), "op"), op, "\"open\" or \"closed\"");
    test.open = !isClosed;
    if (context.names.checked && !test.schedule.empty() && !context.names.schedules.contains(test.schedule.value))
        context.issues.add(Place(reader.place(), "schedule"), "\"" + test.schedule.value + "\"",
                           "a schedule of this rulebook");
    return {test};
}

template <class Group>
Condition readGroup(ObjectReader& reader, std::string_view key, const ReadingContext& context)
{
    Group group;
    const JsonTree* const parts = reader.list(key, true);
    reader.refuseOtherKeys();
    const Place place(reader.place(), key);
    for (std::size_t i = 0; parts && i < parts->items.size(); ++i)
        group.parts.push_back(readCondition(parts->items[i], Place(place, i), context));
    return {std::move(group)};
}

}

std::optional<Instant> instantOf(double secondsSince1970)
{
    constexpr double lastSecond = 253'402'300'799;   // the end of the year 9999
    if (!(std::abs(secondsSince1970) <= lastSecond))
        return std::nullopt;
    return fromMicroseconds(std::llround(secondsSince1970 * 1e6));
}

std::optional<Instant> instantOf(const JsonTree& tree)
{
    if (tree.kind == JsonTree::Kind::String)
        return fromIso8601(tree.text);
    return tree.kind == JsonTree::Kind::Number ? instantOf(tree.number) : std::nullopt;
}

std::optional<std::string> readAttributeReference(const JsonTree& tree)
{
    const JsonTree* const name = tree.find("attr");
    if (!name || name->kind != JsonTree::Kind::String || tree.items.size() != 1 || name->text.empty())
        return std::nullopt;
    return name->text;
}

void checkAttribute(std::string_view name, const Place& place, const ReadingContext& context)
{
    if (!context.names.checked)
        return;
    if (!context.types.typeOf(name))
        context.issues.add(place, "\"" + std::string(name) + "\", an unknown attribute",
                           "an attribute declared under /attributes");
    else if (const auto queue = queueOfAttribute(name); queue && !context.names.queues.contains(*queue))
        context.issues.add(place, "\"" + std::string(name) + "\"",
                           "a queue of this rulebook instead of \"" + std::string(*queue) + "\"");
}

std::optional<Value> readLiteral(const JsonTree& tree, ValueType type, const Place& place, Issues& issues,
                                 const std::string& because)
{
    auto literal = literalOf(tree, type);
    if (!literal)
        issues.add(place, &tree, withArticle(type) + because);
    return literal;
}

Condition readCondition(const JsonTree& tree, const Place& place, const ReadingContext& context)
{
    ObjectReader reader(tree, place, context.issues,
                        "a condition with \"all\", \"any\", \"not\", \"attr\" or \"schedule\"");
    if (!reader.isObject())
        return {AllOf{}};
    if (tree.find("all"))
        return readGroup<AllOf>(reader, "all", context);
    if (tree.find("any"))
        return readGroup<AnyOf>(reader, "any", context);
    if (const JsonTree* const part = tree.find("not")) {
        reader.member("not");
        reader.refuseOtherKeys();
        return {Not{std::make_shared<const Condition>(readCondition(*part, Place(place, "not"), context))}};
    }
    if (tree.find("schedule"))
        return readScheduleTest(reader, context);
    if (tree.find("attr"))
        return readComparison(reader, context);
    context.issues.add(place, &tree, "a condition with \"all\", \"any\", \"not\", \"attr\" or \"schedule\"");
    return {AllOf{}};
}

}
