#include "ui/policies/editor/condition_node.h"

#include <algorithm>

namespace signalbox {
namespace {

using Kind = ConditionNode::Kind;

bool isPartOfCondition(const ConditionNode& node) { return node.finished || node.before; }

// What stands between a group's own pointer and a part's place.
std::string wayInto(const ConditionNode& group)
{
    switch (group.kind) {
    case Kind::All:
        return "/all/";
    case Kind::Any:
        return "/any/";
    case Kind::NotAll:
        return "/not/all/";
    default:
        return "/not/any/";
    }
}

std::string pointerInto(const ConditionNode& group, std::size_t at)
{
    const auto parts = std::ranges::count_if(group.parts, isPartOfCondition);
    if (group.kind == Kind::Not && parts == 1)
        return "/not";
    const auto before = std::count_if(group.parts.begin(), group.parts.begin() + std::ptrdiff_t(at), isPartOfCondition);
    return wayInto(group) + std::to_string(before);
}

void invert(ConditionNode& node)
{
    switch (node.kind) {
    case Kind::Leaf:
        node.negated = !node.negated;
        return;
    case Kind::All:
        node.kind = Kind::NotAll;
        return;
    case Kind::NotAll:
        node.kind = Kind::All;
        return;
    case Kind::Any:
        node.kind = Kind::None;
        return;
    default:
        node.kind = Kind::Any;
    }
}

ConditionNode takeFrom(ConditionNode& parent, std::uint64_t id)
{
    const auto at = std::ranges::find(parent.parts, id, &ConditionNode::id);
    ConditionNode taken = std::move(*at);
    parent.parts.erase(at);
    return taken;
}

}

std::optional<std::string> ConditionTree::pointerOf(std::uint64_t id) const
{
    if (id == m_root.id)
        return std::string();
    const ConditionNode* const group = parentOf(id);
    if (!group)
        return std::nullopt;
    const auto at = std::size_t(indexIn(*group, id));
    if (!isPartOfCondition(group->parts[at]))
        return std::nullopt;
    if (group == &m_root && m_bare && m_root.kind == Kind::All
        && std::ranges::count_if(m_root.parts, isPartOfCondition) == 1)
        return std::string();
    const auto above = pointerOf(group->id);
    return above ? std::optional(*above + pointerInto(*group, at)) : std::nullopt;
}

std::uint64_t ConditionTree::idAt(const std::string& pointer) const
{
    std::uint64_t best = m_root.id;
    std::size_t longest = 0;
    for (const Line& line : lines())
        if (const auto own = pointerOf(line.node->id); own && pointer.starts_with(*own)
            && (pointer.size() == own->size() || pointer[own->size()] == '/') && own->size() >= longest) {
            best = line.node->id;
            longest = own->size();
        }
    return best;
}

std::uint64_t ConditionTree::insert(std::uint64_t group, int at, ConditionNode node)
{
    ConditionNode* const into = find(group);
    if (!into || !into->isGroup())
        return 0;
    number(node);
    const std::uint64_t id = node.id;
    const auto place = std::clamp<std::ptrdiff_t>(at, 0, std::ptrdiff_t(into->parts.size()));
    into->parts.insert(into->parts.begin() + place, std::move(node));
    return id;
}

std::vector<std::uint64_t> ConditionTree::topmost(const std::vector<std::uint64_t>& ids) const
{
    std::vector<std::uint64_t> top;
    for (const Line& line : lines()) {
        const std::uint64_t id = line.node->id;
        if (id == m_root.id || std::ranges::find(ids, id) == ids.end())
            continue;
        if (std::ranges::none_of(top, [this, id](std::uint64_t above) { return isBelow(id, above); }))
            top.push_back(id);
    }
    return top;
}

void ConditionTree::remove(const std::vector<std::uint64_t>& ids)
{
    for (const std::uint64_t id : topmost(ids))
        takeFrom(*parent(id), id);
}

bool ConditionTree::move(const std::vector<std::uint64_t>& ids, std::uint64_t group, int at)
{
    const std::vector<std::uint64_t> top = topmost(ids);
    const bool goesBelowItself = std::ranges::any_of(top, [&](std::uint64_t id) { return isBelow(group, id); });
    ConditionNode* const into = find(group);
    if (top.empty() || goesBelowItself || !into || !into->isGroup())
        return false;
    const std::vector<std::uint64_t> before = [into] {
        std::vector<std::uint64_t> order;
        for (const ConditionNode& part : into->parts)
            order.push_back(part.id);
        return order;
    }();
    // The part it goes before is remembered by name: taking lines out moves the others up.
    auto anchor = before.begin() + std::clamp<std::ptrdiff_t>(at, 0, std::ptrdiff_t(before.size()));
    while (anchor != before.end() && std::ranges::find(top, *anchor) != top.end())
        ++anchor;
    const std::uint64_t next = anchor == before.end() ? 0 : *anchor;
    std::vector<ConditionNode> taken;
    for (const std::uint64_t id : top)
        taken.push_back(takeFrom(*parent(id), id));
    ConditionNode& target = *find(group);
    const auto place = next ? std::ranges::find(target.parts, next, &ConditionNode::id) : target.parts.end();
    target.parts.insert(place, std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
    return true;
}

bool ConditionTree::step(std::uint64_t id, int direction)
{
    const ConditionNode* const group = parentOf(id);
    if (!group)
        return false;
    const int at = indexIn(*group, id);
    const int other = at + direction;
    if (other >= 0 && other < int(group->parts.size())) {
        const ConditionNode& neighbour = group->parts[std::size_t(other)];
        if (neighbour.isGroup())
            return move({id}, neighbour.id, direction > 0 ? 0 : int(neighbour.parts.size()));
        return move({id}, group->id, direction > 0 ? other + 1 : other);
    }
    const ConditionNode* const outer = parentOf(group->id);
    if (!outer)
        return false;
    return move({id}, outer->id, indexIn(*outer, group->id) + (direction > 0 ? 1 : 0));
}

std::uint64_t ConditionTree::wrap(std::vector<std::uint64_t> ids, ConditionNode::Kind kind)
{
    ids = topmost(ids);
    if (ids.empty())
        return 0;
    const ConditionNode* const group = parentOf(ids.front());
    ConditionNode made;
    made.kind = kind;
    const std::uint64_t id = insert(group->id, indexIn(*group, ids.front()), std::move(made));
    move(ids, id, 0);
    return id;
}

bool ConditionTree::unwrap(std::uint64_t id)
{
    ConditionNode* const outer = parent(id);
    const ConditionNode* const group = find(id);
    if (!outer || !group->isGroup())
        return false;
    const bool plain = group->kind == Kind::All || group->kind == Kind::Any;
    const auto at = std::ptrdiff_t(indexIn(*outer, id));
    std::vector<ConditionNode> parts = std::move(find(id)->parts);
    outer->parts.erase(outer->parts.begin() + at);
    if (!plain)
        for (ConditionNode& part : parts)
            invert(part);
    outer->parts.insert(outer->parts.begin() + at, std::make_move_iterator(parts.begin()),
                        std::make_move_iterator(parts.end()));
    return true;
}

void ConditionTree::negate(std::uint64_t id)
{
    if (ConditionNode* const node = find(id))
        invert(*node);
}

}
