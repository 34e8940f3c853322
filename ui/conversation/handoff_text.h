#pragma once

#include "model/domain/change_set.h"

#include <QString>

namespace signalbox {

class ConsoleModel;

// The handoff card as plain text, for a ticket, a chat or the CRM.
QString cardAsText(const ConversationDetail& detail, const ConsoleModel& model, Instant now);

}
