#pragma once

#include "model/domain/result.h"
#include "routing/conditions/index/native_context.h"
#include "routing/engine.h"

#include <string>
#include <vector>

namespace signalbox {

// The contexts of a file, ready to be decided.
struct BareContexts {
    std::vector<NativeContext> native;
    std::vector<Values> plain;   // only when they are to be explained
};

// Reads them for the engine's index. What they say of schedules is still to be settled. The error's place says where in
// the file.
Result<BareContexts> readBareContexts(std::string text, const Engine& engine, Instant present, bool explained);

// When schedules are open around the contexts' moments. The error names the schedule that cannot be resolved.
Result<OpenIntervals> intervalsAround(const std::vector<NativeContext>& contexts, const Rulebook& rulebook);

// Settles what the contexts say of schedules: with that they are closed.
void close(std::vector<NativeContext>& contexts, const Engine& engine, const OpenIntervals& intervals);

}
