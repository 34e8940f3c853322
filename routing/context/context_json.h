#pragma once

#include "model/domain/result.h"
#include "model/domain/value.h"
#include "routing/json/json_tree.h"
#include "routing/rulebook/rulebook.h"

#include <functional>
#include <string_view>
#include <vector>

namespace signalbox {

// A bare context: an object of attribute names and values, where a nested object stands for dotted names ({"crm":
// {"deal_size": 1}}) and null for a missing attribute. Values take the rulebook's type where they fit it: a time may be an
// ISO 8601 string or seconds since 1970. A value that does not fit keeps the type it has in JSON. Errors: not an object;
// one attribute given twice; a list of anything but strings.
Result<Values> readContext(const JsonTree& tree, const Rulebook& rulebook);
// The same from text, within the bounds.
Result<Values> readContext(std::string_view text, const Rulebook& rulebook, const JsonBounds& bounds = {});

// All contexts of a file: a JSON array, or JSON lines (blank ones are passed over). The error says where: "line 3", or
// a JSON pointer.
Result<std::vector<Values>> readContexts(std::string_view text, const Rulebook& rulebook);

// Whether a file of contexts is a JSON array; else it is JSON lines.
bool isListOfContexts(std::string_view text);
// Every line of JSON lines that is not blank, up to the first that `read` refuses: its error, with the line before its place.
Result<void> readContextLines(std::string_view text, const std::function<Result<void>(std::string_view line)>& read);

// The moment of a context: its own "now", else the present, which it is then given.
Instant momentOf(Values& context, const Rulebook& rulebook, Instant present);

}
