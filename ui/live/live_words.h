#pragma once

#include "model/domain/conversation.h"

#include <QString>

namespace signalbox {

class ConsoleModel;
struct LiveWords;

// "Enterprise EMEA", "Leila Haddad", "Offered to Ines Carvalho", "Answering", "Waiting for visitor".
QString ownerWords(const Conversation& conversation, const ConsoleModel& console);
LiveWords liveWords(const Conversation& conversation, const ConsoleModel& console);

}
