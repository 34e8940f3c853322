#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <string>

namespace signalbox {

// What an agent put right, with the reason; reviews read it. `subject` is "intent", "tier" or "criterion:<id>"; `before`
// and `after` are an intent's words, a tier's id, or "met", "not_met" and "unknown".
struct Correction {
    std::string subject;
    std::string before;
    std::string after;
    std::string reason;
    AgentId by;
    Instant at{};

    bool operator==(const Correction&) const = default;
};

inline constexpr std::string_view criterionSubject = "criterion:";

}
