#pragma once

#include "app/gateway/routes.h"
#include "model/domain/knowledge.h"

namespace signalbox {

class VisitorDoor;

// /widget.js and /widget/...: the loader for any page, and the chat itself in a frame of our own origin, which only the
// channel's allowed origins may embed. `door` outlives the routes.
std::vector<Route> widgetRoutes(const VisitorDoor& door);

// Whether a browser's page of that origin may open the chat's WebSocket: our own host always, others when listed, any
// when none is listed. `origin` is the Origin header; programs that are not browsers send none and may.
bool mayConnect(const WebsiteChannel& channel, std::optional<std::string_view> origin, std::string_view host);

}
