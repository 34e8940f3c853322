#pragma once

#include "model/domain/result.h"
#include "model/domain/value.h"
#include "routing/json/json_tree.h"
#include "routing/rulebook/rulebook.h"

#include <string_view>
#include <vector>

namespace signalbox {

// A bare context: an object of attribute names and values, where a nested object stands for dotted names ({"crm":
// {"deal_size": 1}}) and null for a missing attribute. Values take the rulebook's type where they fit it: a time may be an
// ISO 8601 string or seconds since 1970. A value that does not fit keeps the type it has in JSON. Errors: not an object;
// one attribute given twice; a list of anything but strings.
Result<Values> readContext(const JsonTree& tree, const Rulebook& rulebook);

// All contexts of a file: a JSON array, or JSON lines (blank ones are passed over). The error says where: "line 3", or
// a JSON pointer.
Result<std::vector<Values>> readContexts(std::string_view text, const Rulebook& rulebook);

}
