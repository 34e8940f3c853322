#pragma once

#include "routing/conditions/index/bit_rows.h"

#include <unordered_map>

namespace signalbox {

// Makes the bit rows of one rulebook.
class BitRows::Builder {
public:
    Builder(BitRows& to, std::vector<IndexedLiteral>& literals, std::size_t rows, const TestPool& pool);
    void build();

private:
    // What a literal can be in one class of values.
    struct Outcomes {
        bool canHold = true;
        bool canFail = true;
    };
    using Words = std::vector<std::uint64_t>;
    using Literals = std::vector<IndexedLiteral*>;

    void buildSlot(const Literals& literals);
    SlotRows nextRank(SlotId slot);
    void buildKinds(const Literals& literals);
    // Which rows hold on numbers or times, told apart at `starts`; all `starts` made so far are in `known`.
    template <class Scale, class T>
    Stretches buildStretches(const Literals& literals, SlotKind kind, std::vector<T> starts, std::vector<T>& known);
    void buildCodes(const Literals& literals);
    // Returns the row of all contexts that have a set.
    RowPlace buildMembers(const Literals& literals);
    void settleOnSets(Words& base, const Literals& literals);
    void addMembers(SlotId slot, const Words& without);
    void indexMembers(IndexedLiteral& literal, std::vector<bool>& needs, Words& base);
    Outcomes onCodes(const Test& test, std::uint32_t low, std::uint32_t high, bool searchWords) const;
    // The row of one class; `outcomes` says what each literal can be there.
    template <class OutcomesOf>
    RowPlace addClass(const Literals& literals, OutcomesOf outcomes);
    // Takes out the rows with a literal that cannot hold; where one may hold or fail it is not settled.
    template <class OutcomesOf>
    void narrow(Words& words, const Literals& literals, OutcomesOf outcomes)
    {
        for (IndexedLiteral* literal : literals) {
            Outcomes can = outcomes(literal->test);
            if (literal->test.negated)
                std::swap(can.canHold, can.canFail);
            if (!can.canHold)
                words[literal->row / 64] &= ~(std::uint64_t{1} << (literal->row % 64));
            else if (can.canFail)
                literal->settled = false;
        }
    }
    RowPlace add(const Words& words);
    static Outcomes bySettledKind(const Test& test, SlotKind kind);

    std::vector<double> startsOfNumbers(const Literals& literals) const;
    std::vector<std::int64_t> startsOfTimes(const Literals& literals) const;

    BitRows& m_to;
    std::vector<IndexedLiteral>& m_literals;
    std::size_t m_rows;
    const TestPool& m_pool;
    std::size_t m_mostClasses;
    Words m_all;
    std::unordered_map<std::string, RowPlace> m_known;   // rows by their bits: many classes have the same
    std::vector<Words> m_with;                           // while one slot's members are built
    std::vector<Words> m_allowing;
};

}
