#include "ui/policies/editor/condition_node.h"

#include <algorithm>

namespace signalbox {
namespace {

using Kind = ConditionNode::Kind;

std::vector<ConditionNode> nodesOf(const std::vector<Condition>& parts);

ConditionNode groupOf(Kind kind, std::vector<ConditionNode> parts)
{
    ConditionNode group;
    group.kind = kind;
    group.parts = std::move(parts);
    return group;
}

ConditionNode leafOf(ConditionNode::Leaf leaf)
{
    ConditionNode node;
    node.leaf = std::move(leaf);
    return node;
}

ConditionNode nodeOf(const Condition& condition)
{
    if (const auto* const all = std::get_if<AllOf>(&condition.node))
        return groupOf(Kind::All, nodesOf(all->parts));
    if (const auto* const any = std::get_if<AnyOf>(&condition.node))
        return groupOf(Kind::Any, nodesOf(any->parts));
    if (const auto* const comparison = std::get_if<Comparison>(&condition.node))
        return leafOf(*comparison);
    if (const auto* const test = std::get_if<ScheduleTest>(&condition.node))
        return leafOf(*test);
    const auto& part = std::get<Not>(condition.node).part;
    if (!part)
        return groupOf(Kind::None, {});
    ConditionNode inner = nodeOf(*part);
    if (inner.kind == Kind::Any || inner.kind == Kind::All) {
        inner.kind = inner.kind == Kind::Any ? Kind::None : Kind::NotAll;
        return inner;
    }
    if (inner.kind == Kind::Leaf && !inner.negated) {
        inner.negated = true;
        return inner;
    }
    return groupOf(Kind::Not, {std::move(inner)});
}

std::vector<ConditionNode> nodesOf(const std::vector<Condition>& parts)
{
    std::vector<ConditionNode> nodes;
    nodes.reserve(parts.size());
    for (const Condition& part : parts)
        nodes.push_back(nodeOf(part));
    return nodes;
}

Condition inverse(Condition condition) { return {Not{std::make_shared<const Condition>(std::move(condition))}}; }

std::optional<Condition> conditionOf(const ConditionNode& node);

std::vector<Condition> conditionsOf(const std::vector<ConditionNode>& nodes)
{
    std::vector<Condition> parts;
    for (const ConditionNode& node : nodes)
        if (auto part = conditionOf(node))
            parts.push_back(std::move(*part));
    return parts;
}

std::optional<Condition> conditionOf(const ConditionNode& node)
{
    if (!node.isGroup()) {
        if (!node.finished)
            return node.before;
        Condition plain = std::visit([](const auto& leaf) { return Condition{leaf}; }, node.leaf);
        return node.negated ? inverse(std::move(plain)) : std::move(plain);
    }
    std::vector<Condition> parts = conditionsOf(node.parts);
    switch (node.kind) {
    case Kind::All:
        return Condition{AllOf{std::move(parts)}};
    case Kind::NotAll:
        return inverse({AllOf{std::move(parts)}});
    case Kind::Not:
        if (parts.size() == 1)
            return inverse(std::move(parts.front()));
        return inverse({AnyOf{std::move(parts)}});
    case Kind::None:
        return inverse({AnyOf{std::move(parts)}});
    default:
        return Condition{AnyOf{std::move(parts)}};
    }
}

bool isSameLine(const ConditionNode& one, const ConditionNode& other)
{
    if (one.kind != other.kind || one.negated != other.negated || one.parts.size() != other.parts.size())
        return false;
    return one.isGroup() ? std::ranges::equal(one.parts, other.parts, isSameLine) : one.leaf == other.leaf;
}

// Gives lines of `fresh` the identity of those in `known` that they follow on from: what is the same above and below what
// changed, and in between one after the other.
void followOn(ConditionNode& fresh, const ConditionNode& known)
{
    fresh.id = known.id;
    std::size_t above = 0;
    const std::size_t most = std::min(fresh.parts.size(), known.parts.size());
    while (above < most && isSameLine(fresh.parts[above], known.parts[above]))
        ++above;
    std::size_t below = 0;
    while (below < most - above
           && isSameLine(fresh.parts[fresh.parts.size() - 1 - below], known.parts[known.parts.size() - 1 - below]))
        ++below;
    for (std::size_t i = 0; i < fresh.parts.size(); ++i) {
        const bool isTail = i >= fresh.parts.size() - below;
        const std::size_t at = isTail ? known.parts.size() - (fresh.parts.size() - i) : i;
        if ((isTail || at < known.parts.size() - below) && at < known.parts.size()
            && fresh.parts[i].isGroup() == known.parts[at].isGroup())
            followOn(fresh.parts[i], known.parts[at]);
    }
}

void collect(const ConditionNode& node, int depth, std::vector<ConditionTree::Line>& into)
{
    into.push_back({&node, depth});
    for (const ConditionNode& part : node.parts)
        collect(part, depth + 1, into);
}

}

void ConditionTree::set(const Condition& condition)
{
    ConditionNode fresh = nodeOf(condition);
    m_bare = !fresh.isGroup();
    if (m_bare)
        fresh = groupOf(Kind::All, {std::move(fresh)});
    followOn(fresh, m_root);
    m_root = std::move(fresh);
    number(m_root);
}

Condition ConditionTree::condition() const
{
    if (m_bare && m_root.kind == Kind::All)
        if (std::vector<Condition> parts = conditionsOf(m_root.parts); parts.size() == 1)
            return std::move(parts.front());
    return *conditionOf(m_root);
}

std::vector<ConditionTree::Line> ConditionTree::lines() const
{
    std::vector<Line> all;
    collect(m_root, 0, all);
    return all;
}

void ConditionTree::number(ConditionNode& node)
{
    if (node.id == 0)
        node.id = m_nextId++;
    for (ConditionNode& part : node.parts)
        number(part);
}

namespace {

ConditionNode* findBelow(ConditionNode& node, std::uint64_t id)
{
    if (node.id == id)
        return &node;
    for (ConditionNode& part : node.parts)
        if (ConditionNode* const found = findBelow(part, id))
            return found;
    return nullptr;
}

ConditionNode* findParent(ConditionNode& node, std::uint64_t id)
{
    for (ConditionNode& part : node.parts) {
        if (part.id == id)
            return &node;
        if (ConditionNode* const found = findParent(part, id))
            return found;
    }
    return nullptr;
}

}

ConditionNode* ConditionTree::find(std::uint64_t id) { return findBelow(m_root, id); }
ConditionNode* ConditionTree::parent(std::uint64_t id) { return findParent(m_root, id); }
const ConditionNode* ConditionTree::find(std::uint64_t id) const
{
    return findBelow(const_cast<ConditionNode&>(m_root), id);
}
const ConditionNode* ConditionTree::parentOf(std::uint64_t id) const
{
    return findParent(const_cast<ConditionNode&>(m_root), id);
}

int ConditionTree::indexIn(const ConditionNode& parent, std::uint64_t id) const
{
    return int(std::ranges::find(parent.parts, id, &ConditionNode::id) - parent.parts.begin());
}

bool ConditionTree::isBelow(std::uint64_t id, std::uint64_t ancestor) const
{
    const ConditionNode* const top = find(ancestor);
    return top && findBelow(const_cast<ConditionNode&>(*top), id);
}

std::size_t ConditionTree::unfinished() const
{
    return std::size_t(std::ranges::count_if(lines(), [](const Line& line) { return !line.node->finished; }));
}

}
