#pragma once

#include "model/domain/result.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/rulebook/rulebook.h"

#include <functional>
#include <string>

namespace signalbox {

// Given each context in turn. It may be swapped for another, whose memory is then used again.
using TakeContext = std::function<void(NativeContext& context)>;

// All contexts of a file in the engine's own form: what readContexts would give, put through `vocabulary`, and the same
// errors, many times faster. `rulebook` is the vocabulary's. Each has its moment as `now`: its own, or the present.
// `finish` is still to be called, with the intervals around those moments. After an error some may have been given.
Result<void> readNativeContexts(std::string text, const Vocabulary& vocabulary, const Rulebook& rulebook,
                                Instant present, const TakeContext& take);

}
