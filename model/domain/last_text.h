#pragma once

#include "model/domain/conversation.h"

#include <string>

namespace signalbox {

// What lists show of a conversation's last message: its first 200 bytes, cut at a character; the names of its files when it
// has no text.
std::string lastTextOf(const Message& message);

}
