#include "app/commands/decide_contexts.h"

#include "app/rules/open_intervals_of.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/context/context_json.h"
#include "routing/context/native_contexts.h"

#include <algorithm>

namespace signalbox {

Result<BareContexts> readBareContexts(std::string text, const Engine& engine, Instant present, bool explained)
{
    const Vocabulary& vocabulary = engine.policyIndex().vocabulary();
    if (!explained) {
        auto native = readNativeContexts(std::move(text), vocabulary, engine.rulebook(), present);
        if (!native)
            return tl::unexpected(native.error());
        return BareContexts{std::move(*native), {}};
    }
    auto plain = readContexts(text, engine.rulebook());
    if (!plain)
        return tl::unexpected(plain.error());
    BareContexts contexts{std::vector<NativeContext>(plain->size()), std::move(*plain)};
    for (std::size_t i = 0; i < contexts.native.size(); ++i) {
        const Instant now = momentOf(contexts.plain[i], engine.rulebook(), present);
        vocabulary.fill(contexts.native[i], contexts.plain[i], now, {});
    }
    return contexts;
}

Result<OpenIntervals> intervalsAround(const std::vector<NativeContext>& contexts, const Rulebook& rulebook)
{
    constexpr std::chrono::days margin{1};
    constexpr std::chrono::years longest{100};
    if (contexts.empty() || rulebook.schedules.empty())
        return OpenIntervals{};
    const auto [first, last] = std::minmax_element(
        contexts.begin(), contexts.end(), [](const NativeContext& a, const NativeContext& b) { return a.now < b.now; });
    if (last->now - first->now > longest)
        return failure("The contexts' times lie more than 100 years apart: schedules cannot be resolved for them.");
    return openIntervalsOf(rulebook, first->now - margin, last->now + margin);
}

void close(std::vector<NativeContext>& contexts, const Engine& engine, const OpenIntervals& intervals)
{
    for (NativeContext& context : contexts)
        engine.policyIndex().vocabulary().finish(context, context.now, intervals);
}

}
