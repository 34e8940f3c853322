#pragma once

#include "model/domain/result.h"

#include <cstddef>
#include <string_view>

namespace signalbox {

inline constexpr std::size_t mostReasonBytes = 1000;   // of a reason that a person gives

// Foreign text before it is kept: at least one byte, at most `mostBytes`, well-formed UTF-8 and no NUL. `what` starts the
// sentence of the error: "The message".
Result<void> checkText(std::string_view text, std::size_t mostBytes, std::string_view what);
// The same of a text that may be left out.
Result<void> checkOptionalText(std::string_view text, std::size_t mostBytes, std::string_view what);

}
