#include "routing/rulebook/attribute_types.h"

#include "model/domain/names.h"
#include "routing/conditions/operators.h"
#include "routing/rulebook/known_attributes.h"

#include <algorithm>

namespace signalbox {
namespace {

using Types = std::bitset<5>;

Types only(ValueType type) { return Types{}.set(static_cast<std::size_t>(type)); }

// What a literal can be. A moment is written as a string, so such a string may be either.
Types typesOfLiteral(const JsonTree& literal)
{
    switch (literal.kind) {
    case JsonTree::Kind::Number:
        return only(ValueType::Number);
    case JsonTree::Kind::Boolean:
        return only(ValueType::Boolean);
    case JsonTree::Kind::Array:
        return only(ValueType::Set);
    case JsonTree::Kind::String:
        return fromIso8601(literal.text) ? only(ValueType::String) | only(ValueType::Time) : only(ValueType::String);
    default:
        return {};
    }
}

bool isOrdering(Operator op)
{
    return op == Operator::Lt || op == Operator::Le || op == Operator::Gt || op == Operator::Ge
        || op == Operator::Between;
}

// Nothing when the comparison tells no type, or is not well formed: then reading it says so.
Types typesTold(Operator op, const JsonTree& value)
{
    switch (op) {
    case Operator::HasAny:
    case Operator::HasAll:
        return only(ValueType::Set);
    case Operator::Starts:
    case Operator::Ends:
    case Operator::Matches:
        return only(ValueType::String);
    case Operator::Contains:
        return only(ValueType::String) | only(ValueType::Set);
    case Operator::Exists:
    case Operator::Empty:
        return {};
    default:
        break;
    }
    Types told;
    if (operandForm(op) == OperandForm::One)
        told = typesOfLiteral(value);
    else if (value.kind == JsonTree::Kind::Array && !value.items.empty()) {
        told.set();
        for (const JsonTree& literal : value.items)
            told &= typesOfLiteral(literal);
    }
    const Types time = only(ValueType::Time);
    return isOrdering(op) && (told & time).any() ? time : told;
}

// Where several types are possible the plainest is meant.
ValueType plainest(Types types)
{
    std::size_t type = 0;
    while (!types.test(type))
        ++type;
    return static_cast<ValueType>(type);
}

std::string inWords(Types types)
{
    std::string words;
    for (std::size_t type = 0; type < types.size(); ++type)
        if (types.test(type))
            words += (words.empty() ? "" : " or ") + std::string(nameOf(static_cast<ValueType>(type)));
    return words;
}

}

AttributeTypes::AttributeTypes(std::map<std::string, AttributeDefinition, std::less<>> declared, bool policiesOnly)
    : m_declared(std::move(declared)), m_policiesOnly(policiesOnly)
{
}

void AttributeTypes::learnFrom(const JsonTree& tree, const Place& place, Issues& issues)
{
    const JsonTree* const attribute = tree.find("attr");
    const JsonTree* const op = tree.find("op");
    if (attribute && op && attribute->kind == JsonTree::Kind::String && op->kind == JsonTree::Kind::String) {
        if (const auto known = operatorFromName(op->text))
            learnComparison(attribute->text, *known, tree.find("value"), place, issues);
        return;
    }
    for (std::size_t i = 0; i < tree.items.size(); ++i)
        learnFrom(tree.items[i], tree.keys.empty() ? Place(place, i) : Place(place, tree.keys[i]), issues);
}

void AttributeTypes::learnComparison(const std::string& attribute, Operator op, const JsonTree* value,
                                     const Place& place, Issues& issues)
{
    if (!value || givenType(attribute))
        return;
    if (const JsonTree* const other = value->find("attr")) {
        if (other->kind == JsonTree::Kind::String && op != Operator::Contains && operandForm(op) == OperandForm::One)
            m_sameType.emplace_back(attribute, other->text);
        return;
    }
    const Types told = typesTold(op, *value);
    if (told.none())
        return;
    const auto [known, isNew] = m_possible.emplace(attribute, told);
    if (isNew)
        return;
    if ((known->second & told).any())
        known->second &= told;
    else
        issues.add(Place(place, "value"), value,
                   "a " + inWords(known->second) + ", as " + attribute + " is compared with elsewhere");
}

void AttributeTypes::settle()
{
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [left, right] : m_sameType) {
            const auto leftType = typeOf(left);
            const auto rightType = typeOf(right);
            if (leftType.has_value() == rightType.has_value())
                continue;
            m_possible.emplace(leftType ? right : left, only(leftType ? *leftType : *rightType));
            changed = true;
        }
    }
}

std::optional<ValueType> AttributeTypes::givenType(std::string_view attribute) const
{
    if (const auto declared = m_declared.find(attribute); declared != m_declared.end())
        return declared->second.type;
    if (m_policiesOnly)
        return std::nullopt;
    const auto known = knownAttribute(attribute);
    return known ? std::optional(known->type) : std::nullopt;
}

std::optional<ValueType> AttributeTypes::typeOf(std::string_view attribute) const
{
    if (const auto given = givenType(attribute))
        return given;
    if (const auto learned = m_possible.find(attribute); learned != m_possible.end())
        return plainest(learned->second);
    const auto known = knownAttribute(attribute);
    return known ? std::optional(known->type) : std::nullopt;
}

std::map<std::string, AttributeDefinition, std::less<>> AttributeTypes::definitions() const
{
    auto all = m_declared;
    for (const auto& [name, types] : m_possible)
        all.emplace(name, AttributeDefinition{plainest(types), {}, {}});
    return all;
}

}
