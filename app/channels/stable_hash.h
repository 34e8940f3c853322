#pragma once

#include <cstdint>
#include <string_view>

namespace signalbox {

constexpr std::uint64_t stableHashOfNothing = 14695981039346656037ULL;

// FNV-1a, 64 bits: the same on every machine, which std::hash does not promise. `before` is the hash of what stands before.
constexpr std::uint64_t stableHash(std::string_view text, std::uint64_t before = stableHashOfNothing)
{
    for (const char letter : text)
        before = (before ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return before;
}

}
