#pragma once

#include "app/analysis/history.h"
#include "routing/backtest/backtest.h"

namespace signalbox {

// The conversation with all its decisions, each snapshot completed with what the journal knows besides. Error: there is no
// such conversation, or nothing was decided about it.
Result<PastConversation> readPastConversation(Database& database, const ConversationId& id);

}
