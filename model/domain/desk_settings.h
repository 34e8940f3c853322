#pragma once

#include "model/domain/agent.h"

#include <string>
#include <vector>

namespace signalbox {

// A state of presence of the workspace's own: "Lunch" counts as a break.
struct PresenceState {
    std::string id;
    std::string name;
    Presence countsAs = Presence::Away;

    bool operator==(const PresenceState&) const = default;
};

// Typed as "/" and its shortcut; `text` may hold {{attribute}}.
struct CannedReply {
    std::string shortcut;
    std::string title;
    std::string text;

    bool operator==(const CannedReply&) const = default;
};

// How the desks of a workspace work.
struct DeskSettings {
    int awayAfterMissedOffers = 3;   // offers lapsed one after another; 0: never
    seconds wrapUp{};                // after closing, before the next offer; 0: none
    std::vector<PresenceState> presenceStates;
    std::vector<CannedReply> cannedReplies;

    bool operator==(const DeskSettings&) const = default;
};

}
