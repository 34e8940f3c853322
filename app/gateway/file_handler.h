#pragma once

#include "app/gateway/routes.h"

#include <memory>

namespace signalbox {

class ChatHub;

// /widget/files: a visitor sends a file as a message of its own, and gets files of their own conversations. Who the visitor
// is says the bearer token, the same as in the chat's hello.
std::vector<Route> fileRoutes(const std::shared_ptr<ChatHub>& hub);

}
