// The bit rows of sets: which rows a member is enough for, and which rows allow it.
#include "routing/conditions/index/bit_rows_builder.h"

#include <algorithm>
#include <iterator>

namespace signalbox {
namespace {

constexpr std::size_t mostMembers = 256;   // literals about later ones are tested one by one

void clear(std::vector<std::uint64_t>& words, std::uint32_t row)
{
    words[row / 64] &= ~(std::uint64_t{1} << (row % 64));
}

bool asksForMembers(Test::Way way)
{
    return way == Test::Way::AnyMember || way == Test::Way::AllMembers || way == Test::Way::Contains;
}

}

// One literal about members. The first of a row that needs a member is answered by `with`, any that forbids one by
// `allowing`; of several members that are all needed the first stands for them, and the rest is tested.
void BitRows::Builder::indexMembers(IndexedLiteral& literal, std::vector<bool>& needs, Words& base)
{
    const Test& test = literal.test;
    const auto members = test.way == Test::Way::Contains ? std::vector{test.list.size} : m_pool.membersOf(test);
    const bool isAll = test.way == Test::Way::AllMembers;
    if (members.empty()) {
        if (isAll == test.negated)
            clear(base, literal.row);   // all of nothing is there, any of nothing is not
        return;
    }
    const bool isKnown
        = std::all_of(members.begin(), members.end(), [this](std::uint32_t m) { return m < m_with.size(); });
    const bool isOne = members.size() == 1;
    if (!isKnown || (isAll && !isOne && test.negated) || (!test.negated && needs[literal.row])) {
        literal.settled = false;
        return;
    }
    for (const std::uint32_t member : members) {
        std::uint64_t& word = (test.negated ? m_allowing : m_with)[member][literal.row / 64];
        const std::uint64_t bit = std::uint64_t{1} << (literal.row % 64);
        word = test.negated ? word & ~bit : word | bit;
        if (isAll && !isOne) {
            literal.settled = false;
            break;
        }
    }
    if (!test.negated)
        needs[literal.row] = true;
}

// The literals that do not ask for members.
void BitRows::Builder::settleOnSets(Words& base, const Literals& literals)
{
    Literals others;
    std::copy_if(literals.begin(), literals.end(), std::back_inserter(others),
                 [](const IndexedLiteral* literal) { return !asksForMembers(literal->test.way); });
    narrow(base, others, [](const Test& test) { return bySettledKind(test, SlotKind::Set); });
}

BitRows::RowPlace BitRows::Builder::buildMembers(const Literals& literals)
{
    const SlotId slot = literals.front()->test.slot;
    const std::size_t members = std::min(m_pool.vocabulary().members(slot).size(), mostMembers);
    m_with.assign(members, Words(m_all.size(), 0));
    m_allowing.assign(members, m_all);
    Words base = m_all;
    std::vector<bool> needs(m_rows, false);
    for (IndexedLiteral* literal : literals)
        if (asksForMembers(literal->test.way))
            indexMembers(*literal, needs, base);
    settleOnSets(base, literals);
    Words without = m_all;
    for (std::uint32_t row = 0; row < m_rows; ++row)
        if (needs[row])
            clear(without, row);
    addMembers(slot, without);
    return add(base);
}

void BitRows::Builder::addMembers(SlotId slot, const Words& without)
{
    if (m_with.empty())
        return;
    MemberRows rows{slot, m_pool.vocabulary().maskAt(slot), add(without), {}, {}};
    for (std::size_t member = 0; member < m_with.size(); ++member) {
        const bool isNeeded
            = std::any_of(m_with[member].begin(), m_with[member].end(), [](std::uint64_t word) { return word != 0; });
        rows.with.push_back(isNeeded ? add(m_with[member]) : noRow);
        rows.allowing.push_back(add(m_allowing[member]));
    }
    m_to.m_members.push_back(std::move(rows));
}

}
