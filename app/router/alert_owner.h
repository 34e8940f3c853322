#pragma once

#include "app/router/work.h"

namespace signalbox {

struct AlertOwner {
    AgentId agent;        // empty: any lead's
    std::string reason;   // "has the conversation"
};

// The first of `people` who is there, as a trigger names them (docs/rulebook.md): "owner", "lead", "on_call", "crm_owner" or
// an agent's id. With nobody named it is the owner's and else the lead's.
AlertOwner alertOwner(const Work& work, const ConversationState& state, const std::vector<std::string>& people);

}
