#pragma once

#include "routing/rulebook/rulebook.h"

#include <optional>
#include <string_view>
#include <vector>

namespace signalbox {

// An attribute that Signalbox itself fills in, or that every connector fills in alike. Rulebooks need not declare it.
struct KnownAttribute {
    std::string_view name;
    ValueType type = ValueType::String;
    std::string_view unit;    // "EUR", "seconds"; empty: none
    std::string_view label;   // as people say it: "deal size"
};

// All of them, sorted by name.
const std::vector<KnownAttribute>& knownAttributes();

// The known attribute of this name. "queue.<id>.waiting", ".longest_wait_seconds" and ".agents_free" are known for any id.
std::optional<KnownAttribute> knownAttribute(std::string_view name);

// "queue.sales.waiting" -> "sales"; none for a name of another form.
std::optional<std::string_view> queueOfAttribute(std::string_view name);

// What the rulebook declares, else what is known; none for an attribute whose type nothing tells.
std::optional<ValueType> typeOfAttribute(std::string_view name, const Rulebook& rulebook);

}
