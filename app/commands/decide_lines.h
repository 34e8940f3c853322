#pragma once

#include "routing/engine.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace signalbox {

// What was decided for one bare context. Policies are named by their place in the order in which they are tried.
struct BareDecision {
    static constexpr std::size_t none = SIZE_MAX;

    std::size_t policy = none;          // the one that fired
    bool byException = false;           // it did what its `except` block says
    std::vector<std::size_t> matches;   // only when all were asked for
};

// Writes decisions as JSON lines: {"index":0,"policy":"enterprise-ne","actions":[...]}. What a policy says of itself is
// turned into JSON once.
class DecisionLines {
public:
    explicit DecisionLines(const std::vector<const Policy*>& order) : m_order(order), m_policies(order.size()) { }

    void append(std::string& to, std::size_t index, const BareDecision& decision, bool withMatches,
                const std::vector<TraceStep>* trace);

private:
    struct Written {
        std::string id;
        std::array<std::string, 2> outcome;   // from "policy" to the end of "actions": without and with the exception
    };
    const std::string& idOf(std::size_t policy);
    const std::string& outcomeOf(std::size_t policy, bool byException);

    const std::vector<const Policy*>& m_order;
    std::vector<Written> m_policies;
};

}
