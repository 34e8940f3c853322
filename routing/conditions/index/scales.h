#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace signalbox {

// What can be put in order: its ends, and the next value on either side.
struct NumberScale {
    static constexpr double lowest = -std::numeric_limits<double>::infinity();
    static constexpr double highest = std::numeric_limits<double>::infinity();
    static double before(double value) { return std::nextafter(value, lowest); }
    static double after(double value) { return std::nextafter(value, highest); }
};

// Microseconds, or the codes of a vocabulary. Not to be asked beyond the ends.
template <class T>
struct WholeScale {
    static constexpr T lowest = std::numeric_limits<T>::min();
    static constexpr T highest = std::numeric_limits<T>::max();
    static T before(T value) { return value - 1; }
    static T after(T value) { return value + 1; }
};
using TimeScale = WholeScale<std::int64_t>;
using CodeScale = WholeScale<std::uint32_t>;

}
