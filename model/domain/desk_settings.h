#pragma once

#include "model/domain/agent.h"

#include <map>
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

// Where alerts go that leave the console. The mail server's password and the webhook's secret are not kept here.
struct AlertPostSettings {
    std::string webhook;      // an http or https address; empty: none
    std::string mailServer;   // "smtps://mail.example.com:465" or "smtp://…:587"; empty: none
    std::string mailUser;     // empty: no login
    std::string mailFrom;     // an address
    std::map<std::string, std::string> mailOf;   // by agent's id

    bool operator==(const AlertPostSettings&) const = default;
};

// How the desks of a workspace work.
struct DeskSettings {
    int awayAfterMissedOffers = 3;   // offers lapsed one after another; 0: never
    seconds wrapUp{};                // after closing, before the next offer; 0: none
    std::vector<PresenceState> presenceStates;
    std::vector<CannedReply> cannedReplies;
    AlertPostSettings alertPost{};

    bool operator==(const DeskSettings&) const = default;
};

}
