#pragma once

#include "routing/conditions/index/native_context.h"
#include "routing/conditions/patterns.h"
#include "routing/rulebook/rulebook.h"

#include <memory>
#include <optional>

namespace signalbox {

class MatchMemory;
class Vocabulary;

// The conditions of all enabled policies, compiled so that the first that holds is found without looking at most of them.
// Says exactly what `holds` says. Immutable, shared between threads without locks; each thread brings its own memory, and
// then deciding allocates nothing.
class PolicyIndex {
public:
    // `order`: the policies as they are tried. They may go afterwards; `patterns`, with all of theirs, has to stay.
    PolicyIndex(const std::vector<const Policy*>& order, const Patterns& patterns);
    ~PolicyIndex();
    PolicyIndex(PolicyIndex&&) noexcept;

    // Turns contexts into native ones, for this index only.
    const Vocabulary& vocabulary() const;

    // The place in the order of the first policy whose condition holds; none when no policy's does.
    std::optional<std::size_t> firstMatch(const NativeContext& context, MatchMemory& memory) const;
    // The places of all policies whose conditions hold, in order.
    void allMatches(const NativeContext& context, MatchMemory& memory, std::vector<std::size_t>& places) const;
    // Whether the policy at this place has an `except` block whose condition holds.
    bool isExcepted(std::size_t place, const NativeContext& context, MatchMemory& memory) const;

    // What the index takes, in bytes of bit rows; zero for a small rulebook, whose rows are tested one after the other.
    std::size_t bitBytes() const;

private:
    struct State;
    std::unique_ptr<const State> m_state;
};

}
