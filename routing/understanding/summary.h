#pragma once

#include "model/domain/conversation.h"

#include <string>
#include <vector>

namespace signalbox {

// What the visitor wants, in their own sentences: the ones with content, at most about 240 characters. Empty when they
// have said nothing of substance.
std::string summary(const std::vector<Message>& messages);

}
