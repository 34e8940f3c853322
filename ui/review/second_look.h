#pragma once

#include <cstdint>

namespace signalbox {

// One in twenty alerts, always the same ones, is labelled by a second person who does not see the first label. Knuth's
// multiplicative hash spreads the numbers, which are places in the journal.
constexpr bool isForSecondLook(std::int64_t alert)
{
    return (static_cast<std::uint64_t>(alert) * 11400714819323198485ULL >> 32) % 20 == 0;
}

}
