#include "routing/conditions/condition.h"

namespace signalbox {

bool AllOf::operator==(const AllOf& other) const { return parts == other.parts; }
bool AnyOf::operator==(const AnyOf& other) const { return parts == other.parts; }
bool Not::operator==(const Not& other) const
{
    return part == other.part || (part && other.part && *part == *other.part);
}

}
