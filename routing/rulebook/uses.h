#pragma once

#include "routing/rulebook/rulebook.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// A place of a rulebook that refers to something by its id or name.
struct Use {
    std::string place;   // JSON pointer of the entry: "/policies/3"
    std::string words;   // "policy Enterprise pricing"
    bool operator==(const Use&) const = default;
};

// Everything that refers to it, in the order of the document; each entry once.
std::vector<Use> usesOf(const Rulebook& rulebook, const QueueId& queue);
std::vector<Use> usesOf(const Rulebook& rulebook, const TierId& tier);
std::vector<Use> usesOf(const Rulebook& rulebook, const AlertId& alert);
std::vector<Use> usesOf(const Rulebook& rulebook, const ScheduleId& schedule);
std::vector<Use> usesOfAttribute(const Rulebook& rulebook, std::string_view attribute);

}
