#include "model/domain/value.h"

#include <algorithm>

namespace signalbox {

StringSet makeStringSet(std::vector<std::string> members)
{
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
}

}
