#pragma once

#include "routing/proof/text_program.h"

#include <optional>
#include <string_view>

namespace signalbox {

// A pattern in RE2's syntax as a tree. None for the parts of the syntax that proofs do not know: Unicode classes, single
// bytes (\C), letters beyond ASCII under (?i). Such a pattern is then not reasoned about, only tried.
std::optional<TextNode> readPattern(std::string_view pattern);

}
