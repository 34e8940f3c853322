#pragma once

#include "routing/json/object_reader.h"

#include <set>
#include <string>
#include <vector>

namespace signalbox {

// Reads each entry of a list that has ids, and refuses an id that was there before.
template <class Entry, class Read>
std::vector<Entry> readEntries(const JsonTree& list, const Place& place, Issues& issues, std::string_view what,
                               Read read)
{
    std::vector<Entry> entries;
    std::set<std::string> ids;
    entries.reserve(list.items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        ObjectReader reader(list.items[i], Place(place, i), issues, what);
        if (!reader.isObject())
            continue;
        Entry entry = read(reader);
        reader.refuseOtherKeys();
        if (!entry.id.empty() && !ids.insert(entry.id.value).second)
            issues.add(Place(reader.place(), "id"), "\"" + entry.id.value + "\" again", "an id that no other has");
        entries.push_back(std::move(entry));
    }
    return entries;
}

}
