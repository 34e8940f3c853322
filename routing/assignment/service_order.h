#pragma once

#include "model/domain/instant.h"
#include "routing/rulebook/rulebook.h"

namespace signalbox {

// The tier's rank as which a conversation is served after waiting so long: its queue raises it by one for each
// `raiseAfter`, never above the first.
int servedAs(int tierRank, const Queue& queue, seconds waited);

}
