#pragma once

#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/native_context.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/conditions/patterns.h"

#include <array>
#include <map>
#include <span>

namespace signalbox {

// What is left of one comparison (or its opposite) when the rulebook is compiled: most kinds of values settle it at once,
// and the one that does not is compared with numbers, codes or members made ready for it. 32 bytes, so that two share a
// cache line.
struct Test {
    enum class Way : std::uint8_t {
        Settled,   // by the kind alone
        NumberRange,
        TimeRange,
        CodeRange,
        NumberIn,
        TimeIn,
        CodeIn,
        AnyMember,
        AllMembers,
        Contains,
        Ends,
        Matches,
        General,
        Tree   // dear: what they found is remembered
    };
    struct Span {
        std::uint32_t from;
        std::uint32_t size;
    };   // in a list of TestPool
    struct NumberRange {
        double low;
        double high;
    };
    struct TimeRange {
        std::int64_t low;
        std::int64_t high;
    };
    struct CodeRange {
        std::uint32_t low;
        std::uint32_t high;
    };

    Way way = Way::Settled;
    bool negated = false;
    std::uint16_t settled = 0;   // one bit for each SlotKind that settles it
    std::uint16_t truth = 0;     // and how
    SlotId slot = 0;
    std::uint32_t memo = 0;   // of a dear one: where its outcome is remembered
    union {
        NumberRange numbers{0, 0};
        TimeRange times;
        CodeRange codes;
        Span list;   // of the pool's list that belongs to the way; `size` of Contains is the member it asks a set for
    };
};
static_assert(sizeof(Test) == 32);

// The tests of one rulebook and all they look at. Made once, then immutable.
class TestPool {
public:
    TestPool(const Vocabulary& vocabulary, const Patterns& patterns)
        : m_vocabulary(vocabulary), m_patterns(patterns) { }

    // Equal dear comparisons share what they remember.
    Test make(const Comparison& comparison, bool negated);
    Test make(const ScheduleTest& schedule, bool negated) const;
    Test makeTree(const Condition& condition, bool negated);

    std::size_t memos() const { return m_memos; }
    const Vocabulary& vocabulary() const { return m_vocabulary; }

    // The values of a list, sorted.
    std::span<const double> numbers(const Test& test) const
    {
        return {m_numbers.data() + test.list.from, test.list.size};
    }
    std::span<const std::int64_t> times(const Test& test) const
    {
        return {m_times.data() + test.list.from, test.list.size};
    }
    std::span<const std::uint32_t> codes(const Test& test) const
    {
        return {m_codes.data() + test.list.from, test.list.size};
    }
    // The members an AnyMember or AllMembers test asks for.
    std::vector<std::uint32_t> membersOf(const Test& test) const;

    bool passes(const Test& test, const NativeContext& context, MatchMemory& memory) const
    {
        const Slot& slot = context.slots[test.slot];
        const unsigned kind = 1u << static_cast<unsigned>(slot.kind);
        if ((test.settled & kind) != 0)
            return (test.truth & kind) != 0;
        switch (test.way) {
        case Test::Way::NumberRange:
            return (slot.number >= test.numbers.low && slot.number <= test.numbers.high) != test.negated;
        case Test::Way::CodeRange:
            return (slot.code >= test.codes.low && slot.code <= test.codes.high) != test.negated;
        case Test::Way::TimeRange:
            return (slot.time >= test.times.low && slot.time <= test.times.high) != test.negated;
        default:
            return passesOtherwise(test, context, memory) != test.negated;
        }
    }
    // Whether a text that is known when the rulebook is compiled passes Contains, Ends or Matches; negation left out.
    bool foundIn(const Test& test, std::string_view text) const;

    static Test opposite(Test test);

private:
    struct Node {   // of a condition that stayed a tree
        enum class Sort : std::uint8_t { All, Any, Not, Leaf } sort = Sort::Leaf;
        std::uint32_t first = 0;   // its parts' place in m_parts
        std::uint32_t count = 0;
        Test test;
    };
    struct GeneralComparison {
        Comparison comparison;
        std::optional<SlotId> right;
    };
    bool passesOtherwise(const Test& test, const NativeContext& context, MatchMemory& memory) const;
    bool findOut(const Test& test, const NativeContext& context) const;
    bool holdsNode(std::uint32_t node, const NativeContext& context, MatchMemory& memory) const;
    std::uint32_t addNode(const Condition& condition);
    Test makeNew(const Comparison& comparison);
    void settleKinds(Test& test, const Comparison& comparison) const;
    void chooseWay(Test& test, const Comparison& comparison);
    bool chooseForNumbers(Test& test, const Comparison& comparison);
    bool chooseForTimes(Test& test, const Comparison& comparison);
    bool chooseForTexts(Test& test, const Comparison& comparison);
    void chooseForPartOfText(Test& test, const Comparison& comparison, const std::string& part);
    bool chooseForSets(Test& test, const Comparison& comparison);
    std::uint32_t newMemo() { return static_cast<std::uint32_t>(m_memos++); }

    const Vocabulary& m_vocabulary;
    const Patterns& m_patterns;
    std::vector<double> m_numbers;
    std::vector<std::int64_t> m_times;
    std::vector<std::uint32_t> m_codes;
    std::vector<std::uint64_t> m_masks;
    std::vector<std::string> m_texts;
    std::vector<const CompiledPattern*> m_compiled;
    std::vector<GeneralComparison> m_general;
    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_parts;
    std::map<std::string, Test> m_known;   // dear tests by what they ask
    std::size_t m_memos = 0;
};

}
