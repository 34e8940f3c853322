#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace signalbox {

// My changes from `base` to `mine`, made again on `theirs`, entry by entry by id. What both changed in different ways is
// named in `conflicts` and comes out as mine. My order wins where I changed the order.
template <class Entry>
std::vector<Entry> mergeThreeWays(const std::vector<Entry>& base, const std::vector<Entry>& mine,
                                  const std::vector<Entry>& theirs, std::vector<std::string>& conflicts)
{
    const auto in = [](const std::vector<Entry>& entries, const Entry& wanted) {
        const auto found = std::ranges::find(entries, wanted.id, &Entry::id);
        return found == entries.end() ? nullptr : &*found;
    };
    std::vector<Entry> merged;
    for (const Entry& entry : theirs) {
        const Entry* const before = in(base, entry);
        const Entry* const own = in(mine, entry);
        const bool theyChanged = !before || !(*before == entry);
        const bool iChanged = before && (!own || !(*own == *before));
        if (own && (iChanged || !before)) {
            if (theyChanged && !(*own == entry))
                conflicts.push_back(entry.id.value);
            merged.push_back(*own);
        } else if (before && !own) {
            if (theyChanged)
                conflicts.push_back(entry.id.value);   // I removed what they changed: it stays away
        } else {
            merged.push_back(entry);
        }
    }
    // Mine that they do not have: new ones, and changed ones that they removed. Each below the one it stood below.
    for (std::size_t i = 0; i < mine.size(); ++i) {
        const Entry* const before = in(base, mine[i]);
        if (in(merged, mine[i]) || (before && *before == mine[i]))
            continue;
        if (before)
            conflicts.push_back(mine[i].id.value);
        auto at = merged.begin();
        for (std::size_t above = i; above-- > 0 && at == merged.begin();)
            if (const auto found = std::ranges::find(merged, mine[above].id, &Entry::id); found != merged.end())
                at = found + 1;
        merged.insert(at, mine[i]);
    }
    return merged;
}

}
