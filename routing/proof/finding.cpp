#include "routing/proof/finding.h"

#include <array>

namespace signalbox {

std::string_view nameOf(FindingKind kind)
{
    constexpr std::array<std::string_view, 9> names{"error",      "contradiction", "unreachable", "overlap",  "gap",
                                                    "never_open", "cycle",         "difference",  "undecided"};
    return names.at(static_cast<std::size_t>(kind));
}

}
