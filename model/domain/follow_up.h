#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <optional>
#include <string>

namespace signalbox {

// A promise to act at a time, as lists show it. A conversation has at most one at any moment: the two are its name.
struct FollowUpOnScreen {
    ConversationId conversation;
    Instant due{};
    std::string visitorName;
    std::string owner;   // an agent's id, or what a policy said
    std::string note;
    bool reminded = false;
    std::optional<Instant> endedAt;   // done or called off
    bool done = false;

    bool operator==(const FollowUpOnScreen&) const = default;
};

}
