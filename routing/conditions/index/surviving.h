#pragma once

#include "routing/conditions/index/match_memory.h"

#include <array>

namespace signalbox {

// 512 rows at a time.
constexpr std::size_t rowsInBlock = 512;
using Quad = std::uint64_t __attribute__((vector_size(32)));
struct alignas(64) Block {
    Quad low;
    Quad high;
};
using BlockWords = std::array<std::uint64_t, rowsInBlock / 64>;

// Puts what is set in all that was picked, in this one block of it, into `left`; whether that is anything.
using Survive = bool(const PickedRows& picked, std::size_t block, BlockWords& left);

// The one for this processor: they all say the same.
Survive* surviveHere();

}
