#pragma once

#include "model/domain/ids.h"
#include "model/domain/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

enum class FindingKind { Error, Contradiction, Unreachable, Overlap, Gap, NeverOpen, Cycle, Difference, Undecided };
std::string_view nameOf(FindingKind kind);   // "never_open"

// One thing a check found out about a rulebook.
struct Finding {
    FindingKind kind = FindingKind::Error;
    PolicyId policy;                  // empty: it is about something else, which the message names
    std::vector<PolicyId> hiddenBy;   // of an unreachable policy: these together hide it, and no fewer do
    std::optional<Values> witness;    // a context in which it shows; the plain evaluator has confirmed it
    std::string message;              // a sentence for people
    std::string place;   // JSON pointer into the rulebook, as exact as it is known; empty: nowhere in particular
    bool operator==(const Finding&) const = default;
};

}
