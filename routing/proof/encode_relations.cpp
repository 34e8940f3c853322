// Comparisons of one attribute with another.
#include "routing/proof/encoding.h"

#include "routing/conditions/operators.h"

#include <z3++.h>

namespace signalbox {

z3::expr Encoding::relationTruth(const Relation& relation)
{
    return truth("relation:" + relation.left + ":" + std::string(nameOf(relation.op)) + ":" + relation.right);
}

z3::expr Encoding::withAttribute(const std::string& attribute, Operator op, const std::string& other)
{
    m_nowIsRelated = m_nowIsRelated || attribute == "now" || other == "now";
    const ValueType type = m_world.typeOf(attribute);
    const ValueType otherType = m_world.typeOf(other);
    const bool textAndSet
        = (type == ValueType::String && otherType == ValueType::Set && (op == Operator::In || op == Operator::Nin))
        || (type == ValueType::Set && otherType == ValueType::String && op == Operator::Contains);
    if (textAndSet) {
        const Relation relation = op == Operator::Contains ? Relation{other, Operator::In, attribute}
                                                           : Relation{attribute, Operator::In, other};
        const z3::expr it = relationTruth(relation);
        if (m_relations.insert(relation).second) {
            m_solver.add(z3::implies(it, !isEmptySet(relation.right)));
            for (const std::string& member : m_world.membersOf(relation.right)) {
                const z3::expr equal = textTruth(relation.left, {Operator::Eq, member});
                m_solver.add(z3::implies(equal, it == memberOf(relation.right, member)));
            }
        }
        return op == Operator::Nin ? !it : it;
    }
    if (type != otherType)
        return m_context.bool_val(op == Operator::Ne || op == Operator::Nin);
    if (type == ValueType::Number || type == ValueType::Time)
        return ordered(numberOf(attribute), op, numberOf(other));
    if (type == ValueType::Boolean)
        return op == Operator::Ne ? truthOf(attribute) != truthOf(other) : truthOf(attribute) == truthOf(other);
    if (type == ValueType::Set)
        return setsRelated(attribute, op, other);
    if (attribute == other)
        return m_context.bool_val(op != Operator::Ne && op != Operator::Lt && op != Operator::Gt);
    switch (op) {
    case Operator::Ne:
        return !withAttribute(attribute, Operator::Eq, other);
    case Operator::Gt:
        return !withAttribute(attribute, Operator::Le, other);
    case Operator::Ge:
        return !withAttribute(attribute, Operator::Lt, other);
    default:
        m_relations.insert({attribute, op, other});
        return relationTruth({attribute, op, other});
    }
}

z3::expr Encoding::setsRelated(const std::string& attribute, Operator op, const std::string& other)
{
    z3::expr_vector parts(m_context);
    for (const std::string& member : m_world.membersOf(attribute)) {
        const z3::expr left = memberOf(attribute, member);
        const z3::expr right = memberOf(other, member);
        parts.push_back(op == Operator::HasAny       ? left && right
                            : op == Operator::HasAll ? z3::implies(right, left)
                                                     : left == right);
    }
    if (op == Operator::HasAny)
        return z3::mk_or(parts);
    return op == Operator::Ne ? !z3::mk_and(parts) : z3::mk_and(parts);
}

}
