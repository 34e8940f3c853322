#include "app/commands/decide_contexts.h"

#include "app/rules/open_intervals_of.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/context/context_json.h"
#include "routing/context/native_contexts.h"

#include <algorithm>
#include <ctime>

namespace signalbox {
namespace {

constexpr std::size_t blockSize = 128;

}

ContextDecider::ContextDecider(const Engine& engine, bool all, int rounds)
    : m_engine(engine), m_all(all), m_rounds(rounds), m_block(blockSize)
{
}

Result<void> ContextDecider::decideAll(std::string text, Instant present)
{
    const auto outcome = readNativeContexts(std::move(text), m_engine.policyIndex().vocabulary(), m_engine.rulebook(),
                                            present, [this](NativeContext& context) { add(context); });
    decideBlock();
    return outcome;
}

Result<void> ContextDecider::decideAllAndKeep(const std::string& text, Instant present)
{
    auto plain = readContexts(text, m_engine.rulebook());
    if (!plain)
        return tl::unexpected(plain.error());
    m_plain = std::move(*plain);
    NativeContext context;
    for (Values& values : m_plain) {
        m_moments.push_back(momentOf(values, m_engine.rulebook(), present));
        m_engine.policyIndex().vocabulary().fill(context, values, m_moments.back(), {});
        add(context);
    }
    decideBlock();
    return {};
}

std::vector<TraceStep> ContextDecider::explain(const Engine& knowingSchedules, std::size_t context) const
{
    return knowingSchedules.explain(m_plain[context], m_moments[context]);
}

void ContextDecider::add(NativeContext& context)
{
    std::swap(m_block[m_filled++], context);
    if (m_filled == m_block.size())
        decideBlock();
}

void ContextDecider::decideBlock()
{
    const auto end = m_block.begin() + static_cast<std::ptrdiff_t>(m_filled);
    m_filled = 0;
    if (m_block.begin() == end || m_fault)
        return;
    const auto [first, last]
        = std::minmax_element(m_block.begin(), end, [](const auto& a, const auto& b) { return a.now < b.now; });
    if (const auto resolved = resolveAround(first->now, last->now); !resolved) {
        m_fault = resolved.error();
        return;
    }
    const std::size_t before = m_decisions.size();
    m_decisions.resize(before + static_cast<std::size_t>(end - m_block.begin()));
    for (auto context = m_block.begin(); context != end; ++context)
        m_engine.policyIndex().vocabulary().finish(*context, context->now, m_intervals);
    const std::clock_t started = std::clock();
    for (int round = 0; round < m_rounds; ++round)
        for (std::size_t i = before; i < m_decisions.size(); ++i)
            decideOne(m_block[i - before], m_decisions[i]);
    m_seconds += double(std::clock() - started) / CLOCKS_PER_SEC;
}

void ContextDecider::decideOne(const NativeContext& context, BareDecision& decision)
{
    const PolicyIndex& index = m_engine.policyIndex();
    if (m_all) {
        index.allMatches(context, m_memory, decision.matches);
        decision.policy = decision.matches.empty() ? BareDecision::none : decision.matches.front();
    } else
        decision.policy = index.firstMatch(context, m_memory).value_or(BareDecision::none);
    if (decision.policy != BareDecision::none)
        decision.byException = index.isExcepted(decision.policy, context, m_memory);
}

Result<void> ContextDecider::resolveAround(Instant first, Instant last)
{
    constexpr std::chrono::days margin{1};
    constexpr std::chrono::years longest{100};
    if (m_engine.rulebook().schedules.empty())
        return {};
    const bool isFirst = !m_first;
    m_first = isFirst ? first : std::min(*m_first, first);
    m_last = isFirst ? last : std::max(m_last, last);
    if (!isFirst && *m_first >= m_resolvedFrom && m_last <= m_resolvedTo)
        return {};
    if (m_last - *m_first > longest)
        return failure("The contexts' times lie more than 100 years apart: schedules cannot be resolved for them.");
    // As much again on either side: times that go on and on are resolved a few times and not at every block.
    const auto room = margin + (m_last - *m_first);
    m_resolvedFrom = *m_first - room;
    m_resolvedTo = m_last + room;
    auto intervals = openIntervalsOf(m_engine.rulebook(), m_resolvedFrom, m_resolvedTo);
    if (!intervals)
        return tl::unexpected(intervals.error());
    m_intervals = std::move(*intervals);
    return {};
}

}
