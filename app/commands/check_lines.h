#pragma once

#include "routing/proof/finding.h"

#include <string>

namespace signalbox {

// {"kind":"unreachable","policy":"b","hidden_by":["a"],"witness":null,"message":"..."}
std::string jsonLineOf(const Finding& finding);
// "unreachable  “B” (b) can never fire: ...", and the witness on a line of its own.
std::string textOf(const Finding& finding);

}
