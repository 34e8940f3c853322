#pragma once

#include "model/domain/conversation.h"

#include <QString>

class QDate;

namespace signalbox {

// The words the desk has for the parts of a conversation.
QString authorName(const Message& message);         // the AI is "AI", whatever it is called elsewhere
QString outcomeName(const std::string& outcome);    // "resolved" -> "Resolved"
QDate localDate(Instant instant);

}
