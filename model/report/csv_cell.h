#pragma once

#include <optional>
#include <string>

namespace signalbox {

// A cell of a CSV file as RFC 4180 has it. A spreadsheet takes what begins like a formula for one, so such text gets an
// apostrophe in front.
std::string csvCell(std::string text);
std::string csvCell(const std::optional<double>& number);   // empty for none

}
