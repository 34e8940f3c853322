#pragma once

#include "routing/engine.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace signalbox {

// What was decided for one bare context.
struct BareDecision {
    const Policy* policy = nullptr;   // none: no policy fired
    const std::vector<Action>* actions = nullptr;
    std::vector<const Policy*> matches;   // only when all were asked for
};

// Writes decisions as JSON lines: {"index":0,"policy":"enterprise-ne","actions":[...]}. Ids and actions are turned into
// JSON once each.
class DecisionLines {
public:
    void append(std::string& to, std::size_t index, const BareDecision& decision, bool withMatches,
                const std::vector<TraceStep>* trace);

private:
    const std::string& idOf(const Policy& policy);
    const std::string& actionsOf(const std::vector<Action>& actions);

    std::unordered_map<const Policy*, std::string> m_ids;
    std::unordered_map<const std::vector<Action>*, std::string> m_actions;
};

}
