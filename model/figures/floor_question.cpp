#include "model/figures/floor_question.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::array<std::string_view, 11> floorByNames{"channel", "tier", "queue",   "agent", "policy", "version",
                                                        "outcome", "hour", "weekday", "day",   "week"};

}

std::string nameOf(const FloorDimension& dimension)
{
    return dimension.kind == FloorBy::Attribute ? dimension.attribute
                                                : std::string(floorByNames[static_cast<std::size_t>(dimension.kind)]);
}

FloorDimension floorDimensionFromName(std::string_view name)
{
    const auto found = std::ranges::find(floorByNames, name);
    if (found == floorByNames.end())
        return {FloorBy::Attribute, std::string(name)};
    return {static_cast<FloorBy>(found - floorByNames.begin()), {}};
}

}
