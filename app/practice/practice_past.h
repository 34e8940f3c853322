#pragma once

#include "app/practice/practice_script.h"
#include "model/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace signalbox {

struct PracticePlan {
    Instant from{};
    Instant until{};
    std::uint32_t seed = 1;
};

struct PracticePlayed {
    std::int64_t days = 0;
    std::int64_t conversations = 0;
    std::int64_t alerts = 0;
};

// Plays days of practice into a workspace as if they had been: on each working day four busy spells, visitors of the script
// who come and the workspace's own people who answer them, and on Mondays a lead's review. Everything goes through the
// router, with a clock that jumps; every conversation is of practice origin. A workspace that is not there yet begins with
// the sample company. `played` is told after each day. Errors: somebody has the workspace, it cannot be written, something
// in it is later than `from`, or nobody in it could answer.
Result<PracticePlayed> playPracticePast(const std::filesystem::path& workspace, const PracticePlan& plan,
                                        const std::function<void(const PracticePlayed&)>& played);

}
