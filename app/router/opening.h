#pragma once

#include "app/router/work.h"

namespace signalbox {

struct Opened {
    ConversationId conversation;
    std::vector<std::string> attributes;   // what is known of the visitor from the start
};

// Opens a conversation for who has none: with the page they are on, and what is known of them from last time.
Result<Opened> openFor(Work& work, const VisitorInput& input);

// "Visitor 8F21": the same for the same visitor on every machine.
std::string madeUpName(const VisitorId& visitor);

}
