#pragma once

#include "model/domain/instant.h"

#include <cstddef>
#include <random>

namespace signalbox {

// What happens by chance in practice. By hand, since what the standard library makes of a seed differs from one machine to
// the next: the same seed gives the same play everywhere.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : m_numbers(seed) { }

    double share() { return double(m_numbers()) / double(std::mt19937::max()); }   // 0 to 1
    bool happens(double share) { return this->share() < share; }
    std::size_t oneOf(std::size_t count) { return m_numbers() % count; }
    double between(double least, double most) { return least + share() * (most - least); }
    microseconds seconds(double least, double most) { return microseconds(std::int64_t(between(least, most) * 1e6)); }

private:
    std::mt19937 m_numbers;
};

}
