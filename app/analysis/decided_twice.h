#pragma once

#include "app/analysis/history.h"
#include "ui/shared/analysis_port.h"

namespace signalbox {

// Every decision of the conversation beside what the document would have decided, each explained by its own rulebook.
// Errors: no such conversation, the document has errors, a version of then cannot be read any more.
Result<std::vector<DecidedTwice>> decideTwice(History& history, const std::string& document, const ConversationId& id,
                                              Instant now);

}
