#pragma once

#include "routing/proof/world.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// What the comparisons that a condition asks for together leave to one attribute. Never too narrow: a part that is not a
// comparison with literals leaves everything.
struct Range {
    bool isNothing = false;   // it is missing, or an empty text or set
    // Numbers by rank, times in microseconds, truths as 0 and 1.
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::optional<StringSet> texts{};    // it is one of these
    StringSet with{};                    // members it has
    StringSet without{};                 // and has not
    std::vector<StringSet> withSome{};   // and has at least one of each
    bool isEmpty() const;
};

// By attribute. Interval reasoning: what it rules out needs no solver, what it does not is still open.
class Ranges {
public:
    Ranges(const Condition& condition, const World& world);

    bool isEmpty() const { return m_isEmpty; }
    // No context is in both: certain when true.
    bool isDisjointFrom(const Ranges& other) const;

private:
    void add(const Condition& condition, const World& world);
    void addNegated(const Condition& condition, const World& world);
    void add(const Comparison& comparison, const World& world);

    std::map<std::string, Range, std::less<>> m_ranges;
    bool m_isEmpty = false;
};

}
