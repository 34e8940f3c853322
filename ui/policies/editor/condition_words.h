#pragma once

#include "routing/conditions/condition.h"
#include "routing/rulebook/rulebook.h"
#include "ui/policies/editor/condition_node.h"

#include <QString>

#include <vector>

namespace signalbox {

// The words a person picks an operator by: "is at least", "starts with"; negated "is not at least".
QString operatorWords(Operator op, ValueType type, bool negated = false);
// Those that attributes of this type can be compared with, most used first.
std::vector<Operator> operatorsFor(ValueType type);

QString typeWords(ValueType type);   // "number", "yes or no"
// "Deal size": the attribute's label, fit for one line.
QString attributeWords(const std::string& attribute, const Rulebook& rulebook);
QString upperFirst(QString words);
// The type the rulebook gives the attribute of a comparison, else the one its value tells.
ValueType typeOfLeft(const Comparison& comparison, const Rulebook& rulebook);
std::string unitOf(const std::string& attribute, const Rulebook& rulebook);

// What a line is about, in the names of steps: "company size", "Office hours", "a group".
QString subjectOf(const ConditionNode& node, const Rulebook& rulebook);
QString groupWord(ConditionNode::Kind kind);       // "all", "any", "none", "not all"
QString groupSentence(ConditionNode::Kind kind);   // "of these are true"

// A literal as it stands in a field, without its unit: "25,000", "2:00" for seconds, "2026-06-09 08:00".
QString literalText(const Value& value, const std::string& unit);
// What a person wrote, "25k" and "€25,000" too; none when it is no such value.
std::optional<Value> readLiteralText(const QString& text, ValueType type, const std::string& unit);
// What is wrong with a text that is no such value: "Not a number."
QString whyNotLiteral(ValueType type);

}
