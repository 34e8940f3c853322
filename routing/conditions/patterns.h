#pragma once

#include "routing/conditions/condition.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// Why RE2 will not take the pattern, in its own words; none when it does. Also refused: more than 1,000 bytes.
std::optional<std::string> whyPatternIsRefused(const std::string& pattern);

// Regular expressions, each compiled once. Immutable after the last `addFrom`, then safe to share between threads.
class Patterns {
public:
    Patterns();
    ~Patterns();
    Patterns(Patterns&&) noexcept;

    void addFrom(const Condition& condition);   // every pattern in it; refused ones are left out
    // An unanchored search in linear time. False for a pattern that was not added.
    bool found(const std::string& pattern, std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
