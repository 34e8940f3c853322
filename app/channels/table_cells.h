#pragma once

#include "app/channels/table_mapping.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// The fields of one line. A field in quotes may hold the separator, and quotes doubled. Error: a quote without its end.
Result<std::vector<std::string>> splitTableLine(std::string_view line, char separator);

// None when the cell is no such time; 30 February is none.
std::optional<Instant> timeInCell(std::string_view cell, const std::string& format);
// 1 to 12, from a number or an English name of which at least three letters stand there.
std::optional<int> monthInCell(std::string_view cell);
std::optional<double> numberInCell(std::string_view cell);

// What the cell says by its mapping; none when it is empty. The error is a sentence about the column, without the cell.
Result<std::optional<Value>> valueInCell(std::string_view cell, const CellMapping& mapping);

}
