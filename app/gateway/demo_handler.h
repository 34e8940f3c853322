#pragma once

#include "app/gateway/routes.h"

namespace signalbox {

class VisitorDoor;

// /demo and its inner pages: a plain website with the chat on it, to try rules at once. `door` outlives the routes.
std::vector<Route> demoRoutes(const VisitorDoor& door);

}
