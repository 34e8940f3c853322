#pragma once

#include "routing/conditions/condition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace signalbox {

// One line of a condition while it is edited: a group of lines, or a comparison. Unlike a Condition it has an identity, can
// be changed in place, and may be unfinished.
struct ConditionNode {
    enum class Kind { All, Any, None, NotAll, Not, Leaf };   // None: `not` of `any`; Not: `not` of its one part
    using Leaf = std::variant<Comparison, ScheduleTest>;

    std::uint64_t id = 0;
    Kind kind = Kind::Leaf;
    std::vector<ConditionNode> parts;   // of a group
    Leaf leaf;
    bool negated = false;   // a leaf under a `not`
    bool finished = true;   // an unfinished leaf is not part of the condition; `before` is, if it was
    std::optional<Condition> before;

    bool isGroup() const { return kind != Kind::Leaf; }
    const Comparison* comparison() const { return isGroup() ? nullptr : std::get_if<Comparison>(&leaf); }
    const ScheduleTest* schedule() const { return isGroup() ? nullptr : std::get_if<ScheduleTest>(&leaf); }
};

// A condition as lines. The root is always a group; a condition of one bare comparison comes out bare again.
class ConditionTree {
public:
    // Lines that were there before keep their identity, as far as they are still there.
    void set(const Condition& condition);
    Condition condition() const;   // finished lines only

    struct Line {
        const ConditionNode* node;
        int depth;   // 0: the root
    };
    std::vector<Line> lines() const;   // each group before its parts
    const ConditionNode& root() const { return m_root; }
    ConditionNode* find(std::uint64_t id);
    const ConditionNode* find(std::uint64_t id) const;
    const ConditionNode* parentOf(std::uint64_t id) const;   // none for the root
    int indexIn(const ConditionNode& parent, std::uint64_t id) const;
    bool isBelow(std::uint64_t id, std::uint64_t ancestor) const;   // or the same
    std::size_t unfinished() const;

    // JSON pointers below the condition's own: "/not/any/1". None for a line that is not part of the condition.
    std::optional<std::string> pointerOf(std::uint64_t id) const;
    std::uint64_t idAt(const std::string& pointer) const;   // the nearest line at or above; the root's at least

    std::uint64_t insert(std::uint64_t group, int at, ConditionNode node);   // returns its id; its parts get theirs
    void remove(const std::vector<std::uint64_t>& ids);
    // Where the lines stand afterwards: together, in their order, before what is now the `at`th part of the group. Lines
    // cannot go below themselves: then nothing happens.
    bool move(const std::vector<std::uint64_t>& ids, std::uint64_t group, int at);
    // One step up or down through the whole tree, into and out of groups.
    bool step(std::uint64_t id, int direction);
    // Puts the lines into a new group where the first of them stood; returns its id, 0 when there is nothing to wrap.
    std::uint64_t wrap(std::vector<std::uint64_t> ids, ConditionNode::Kind kind);
    // Its parts take its place, those of a `not` each negated; not for the root.
    bool unwrap(std::uint64_t group);
    void negate(std::uint64_t id);

private:
    ConditionNode* parent(std::uint64_t id);
    void number(ConditionNode& node);
    std::vector<std::uint64_t> topmost(const std::vector<std::uint64_t>& ids) const;   // in the order of lines

    ConditionNode m_root{0, ConditionNode::Kind::All, {}, {}, false, true, {}};
    bool m_bare = false;
    std::uint64_t m_nextId = 1;
};

}
