#include "ui/policies/editor/condition_words.h"

#include "routing/conditions/operators.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/phrases.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConditionWords)
};

QString orderingWords(Operator op, bool isNumber)
{
    switch (op) {
    case Operator::Lt:
        return isNumber ? Words::tr("less than") : Words::tr("before");
    case Operator::Le:
        return isNumber ? Words::tr("at most") : Words::tr("at or before");
    case Operator::Gt:
        return isNumber ? Words::tr("more than") : Words::tr("after");
    case Operator::Ge:
        return isNumber ? Words::tr("at least") : Words::tr("at or after");
    default:
        return Words::tr("between");
    }
}

QString isWords(bool negated, const QString& what)
{
    return (negated ? Words::tr("is not %1") : Words::tr("is %1")).arg(what);
}

QString doesWords(Operator op, bool negated)
{
    switch (op) {
    case Operator::Contains:
        return negated ? Words::tr("does not contain") : Words::tr("contains");
    case Operator::Starts:
        return negated ? Words::tr("does not start with") : Words::tr("starts with");
    case Operator::Ends:
        return negated ? Words::tr("does not end with") : Words::tr("ends with");
    case Operator::Matches:
        return negated ? Words::tr("does not match") : Words::tr("matches");
    case Operator::HasAny:
        return negated ? Words::tr("has none of") : Words::tr("has any of");
    default:
        return negated ? Words::tr("has not all of") : Words::tr("has all of");
    }
}

}

QString operatorWords(Operator op, ValueType type, bool negated)
{
    const bool isSet = type == ValueType::Set;
    const bool mayBeEmpty = isSet || type == ValueType::String;
    switch (op) {
    case Operator::Eq:
    case Operator::Ne: {
        const bool same = (op == Operator::Eq) != negated;
        if (isSet)
            return same ? Words::tr("is exactly") : Words::tr("is not exactly");
        return same ? Words::tr("is") : Words::tr("is not");
    }
    case Operator::In:
    case Operator::Nin:
        return (op == Operator::In) != negated ? Words::tr("is any of") : Words::tr("is none of");
    case Operator::Lt:
    case Operator::Le:
    case Operator::Gt:
    case Operator::Ge:
    case Operator::Between:
        return isWords(negated, orderingWords(op, type == ValueType::Number));
    case Operator::Exists:
        return negated ? Words::tr("is missing") : Words::tr("is known");
    case Operator::Empty:
        return isWords(negated, mayBeEmpty ? Words::tr("empty or missing") : Words::tr("missing"));
    default:
        return doesWords(op, negated);
    }
}

std::vector<Operator> operatorsFor(ValueType type)
{
    using enum Operator;
    static const std::vector<Operator> ofNumbers{Ge, Le, Gt, Lt, Between, Eq, Ne, In, Nin, Exists, Empty};
    static const std::vector<Operator> ofTexts{Eq, Ne, In, Nin, Contains, Starts, Ends, Matches,
                                               Lt, Le, Gt, Ge,  Between,  Exists, Empty};
    static const std::vector<Operator> ofSets{HasAny, HasAll, Contains, Eq, Ne, Exists, Empty};
    static const std::vector<Operator> ofTimes{Ge, Lt, Gt, Le, Between, Eq, Ne, Exists, Empty};
    static const std::vector<Operator> ofBooleans{Eq, Ne, Exists, Empty};
    switch (type) {
    case ValueType::Number:
        return ofNumbers;
    case ValueType::Set:
        return ofSets;
    case ValueType::Time:
        return ofTimes;
    case ValueType::Boolean:
        return ofBooleans;
    default:
        return ofTexts;
    }
}

QString typeWords(ValueType type)
{
    switch (type) {
    case ValueType::String:
        return Words::tr("text");
    case ValueType::Number:
        return Words::tr("number");
    case ValueType::Boolean:
        return Words::tr("yes or no");
    case ValueType::Set:
        return Words::tr("set");
    default:
        return Words::tr("time");
    }
}

QString upperFirst(QString words)
{
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString attributeWords(const std::string& attribute, const Rulebook& rulebook)
{
    return upperFirst(line(attributeLabel(attribute, rulebook), 80));
}

ValueType typeOfLeft(const Comparison& comparison, const Rulebook& rulebook)
{
    if (const auto type = typeOfAttribute(comparison.attribute, rulebook))
        return *type;
    const bool hasMembers = comparison.op == Operator::HasAny || comparison.op == Operator::HasAll;
    if (hasMembers)
        return ValueType::Set;
    if (const auto* const value = std::get_if<Value>(&comparison.operand))
        return typeOf(*value);
    const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand);
    return list && !list->empty() ? typeOf(list->front()) : ValueType::String;
}

std::string unitOf(const std::string& attribute, const Rulebook& rulebook)
{
    if (const auto declared = rulebook.attributes.find(attribute);
        declared != rulebook.attributes.end() && !declared->second.unit.empty())
        return declared->second.unit;
    const auto known = knownAttribute(attribute);
    return known ? std::string(known->unit) : std::string();
}

QString subjectOf(const ConditionNode& node, const Rulebook& rulebook)
{
    if (const Comparison* const comparison = node.comparison())
        return comparison->attribute.empty() ? Words::tr("a condition")
                                             : line(attributeLabel(comparison->attribute, rulebook), 60);
    if (const ScheduleTest* const test = node.schedule())
        return line(nameOf(test->schedule, rulebook), 60);
    return Words::tr("a group");
}

QString groupWord(ConditionNode::Kind kind)
{
    switch (kind) {
    case ConditionNode::Kind::All:
        return Words::tr("all");
    case ConditionNode::Kind::Any:
        return Words::tr("any");
    case ConditionNode::Kind::NotAll:
        return Words::tr("not all");
    default:
        return Words::tr("none");
    }
}

QString groupSentence(ConditionNode::Kind kind)
{
    return kind == ConditionNode::Kind::Any ? Words::tr("of these is true") : Words::tr("of these are true");
}

}
