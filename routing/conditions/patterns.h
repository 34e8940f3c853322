#pragma once

#include "routing/conditions/condition.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// Why RE2 will not take the pattern, in its own words; none when it does. Also refused: more than 1,000 bytes.
std::optional<std::string> whyPatternIsRefused(const std::string& pattern);

struct CompiledPattern;

// Regular expressions, each compiled once. Immutable after the last `addFrom`, then safe to share between threads.
class Patterns {
public:
    Patterns();
    ~Patterns();
    Patterns(Patterns&&) noexcept;

    void addFrom(const Condition& condition);   // every pattern in it; refused ones are left out
    // An unanchored search in linear time. False for a pattern that was not added.
    bool found(const std::string& pattern, std::string_view text) const;

    // For looking often: the pattern found once, none when it was not added; valid as long as this object's patterns are.
    const CompiledPattern* find(const std::string& pattern) const;
    static bool found(const CompiledPattern& pattern, std::string_view text);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
