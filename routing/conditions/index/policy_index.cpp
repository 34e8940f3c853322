#include "routing/conditions/index/policy_index.h"

#include "routing/conditions/index/bit_rows.h"
#include "routing/conditions/index/normal_rows.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t fewRows = 24;   // so many are tested one after the other

// What a test costs, roughly, against the others.
int costOf(const Test& test)
{
    switch (test.way) {
    case Test::Way::NumberIn:
    case Test::Way::TimeIn:
    case Test::Way::CodeIn:
    case Test::Way::AnyMember:
    case Test::Way::AllMembers:
        return 1;
    case Test::Way::Contains:
    case Test::Way::Ends:
        return 2;
    case Test::Way::General:
        return 3;
    case Test::Way::Matches:
        return 4;
    case Test::Way::Tree:
        return 5;
    default:
        return 0;
    }
}

Test testOf(const Literal& literal, TestPool& pool)
{
    if (literal.isTree)
        return pool.makeTree(*literal.condition, literal.negated);
    if (const auto* const comparison = std::get_if<Comparison>(&literal.condition->node))
        return pool.make(*comparison, literal.negated);
    return pool.make(std::get<ScheduleTest>(literal.condition->node), literal.negated);
}

Vocabulary vocabularyOf(const std::vector<const Policy*>& order)
{
    Vocabulary vocabulary;
    for (const Policy* policy : order) {
        vocabulary.learn(policy->when);
        if (policy->exception)
            vocabulary.learn(policy->exception->when);
    }
    vocabulary.settle();
    return vocabulary;
}

}

struct PolicyIndex::State {
    State(const std::vector<const Policy*>& order, const Patterns& patterns);

    void addRows(const Policy& policy, std::uint32_t place, std::vector<IndexedLiteral>& literals);
    void addTests(const std::vector<IndexedLiteral>& literals);
    bool holds(std::uint32_t row, const NativeContext& context, MatchMemory& memory) const;
    template <class OnRow>
    void forEachRow(const NativeContext& context, MatchMemory& memory, OnRow onRow) const;

    Vocabulary vocabulary;
    TestPool pool;
    std::vector<std::uint32_t> places;      // of each row's policy
    std::vector<std::uint32_t> testsFrom;   // of each row, in `tests`; one more at the end
    std::vector<Test> tests;                // what bit rows leave open
    std::optional<BitRows> bits;
    std::vector<std::pair<std::uint32_t, Test>> exceptions;   // by place
};

PolicyIndex::State::State(const std::vector<const Policy*>& order, const Patterns& patterns)
    : vocabulary(vocabularyOf(order)), pool(vocabulary, patterns)
{
    std::vector<IndexedLiteral> literals;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        addRows(*order[place], place, literals);
        if (order[place]->exception)
            exceptions.emplace_back(place, pool.makeTree(order[place]->exception->when, false));
    }
    if (places.size() > fewRows)
        bits.emplace(literals, places.size(), pool);
    addTests(literals);
}

void PolicyIndex::State::addRows(const Policy& policy, std::uint32_t place, std::vector<IndexedLiteral>& literals)
{
    for (const Row& row : normalRows(policy.when)) {
        const auto number = static_cast<std::uint32_t>(places.size());
        for (const Literal& literal : row)
            literals.push_back({number, testOf(literal, pool), false});
        places.push_back(place);
    }
}

// The literals come row by row. What costs least is tested first.
void PolicyIndex::State::addTests(const std::vector<IndexedLiteral>& literals)
{
    auto literal = literals.begin();
    for (std::uint32_t row = 0; row < places.size(); ++row) {
        testsFrom.push_back(static_cast<std::uint32_t>(tests.size()));
        for (; literal != literals.end() && literal->row == row; ++literal)
            if (!literal->settled)
                tests.push_back(literal->test);
        std::stable_sort(tests.begin() + testsFrom.back(), tests.end(),
                         [](const Test& a, const Test& b) { return costOf(a) < costOf(b); });
    }
    testsFrom.push_back(static_cast<std::uint32_t>(tests.size()));
}

bool PolicyIndex::State::holds(std::uint32_t row, const NativeContext& context, MatchMemory& memory) const
{
    for (std::uint32_t i = testsFrom[row]; i < testsFrom[row + 1]; ++i)
        if (!pool.passes(tests[i], context, memory))
            return false;
    return true;
}

template <class OnRow>
void PolicyIndex::State::forEachRow(const NativeContext& context, MatchMemory& memory, OnRow onRow) const
{
    memory.start(pool.memos());
    const auto tryRow = [&](std::uint32_t row) { return holds(row, context, memory) && onRow(row); };
    if (bits) {
        bits->pick(context, memory.rows);
        bits->scan(memory.rows, tryRow);
        return;
    }
    for (std::uint32_t row = 0; row < places.size(); ++row)
        if (tryRow(row))
            return;
}

PolicyIndex::PolicyIndex(const std::vector<const Policy*>& order, const Patterns& patterns)
    : m_state(std::make_unique<const State>(order, patterns))
{
}
PolicyIndex::~PolicyIndex() = default;
PolicyIndex::PolicyIndex(PolicyIndex&&) noexcept = default;

const Vocabulary& PolicyIndex::vocabulary() const { return m_state->vocabulary; }

std::optional<std::size_t> PolicyIndex::firstMatch(const NativeContext& context, MatchMemory& memory) const
{
    std::optional<std::size_t> place;
    m_state->forEachRow(context, memory, [&](std::uint32_t row) {
        place = m_state->places[row];
        return true;
    });
    return place;
}

void PolicyIndex::allMatches(const NativeContext& context, MatchMemory& memory, std::vector<std::size_t>& places) const
{
    places.clear();
    m_state->forEachRow(context, memory, [&](std::uint32_t row) {
        const std::size_t place = m_state->places[row];
        if (places.empty() || places.back() != place)
            places.push_back(place);
        return false;
    });
}

bool PolicyIndex::isExcepted(std::size_t place, const NativeContext& context, MatchMemory& memory) const
{
    const auto& exceptions = m_state->exceptions;
    const auto known
        = std::lower_bound(exceptions.begin(), exceptions.end(), place,
                           [](const auto& exception, std::size_t wanted) { return exception.first < wanted; });
    if (known == exceptions.end() || known->first != place)
        return false;
    memory.start(m_state->pool.memos());
    return m_state->pool.passes(known->second, context, memory);
}

std::size_t PolicyIndex::bitBytes() const { return m_state->bits ? m_state->bits->bytes() : 0; }

}
