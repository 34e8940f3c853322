#include "routing/open_intervals_json.h"

#include "routing/json/json_tree.h"
#include "routing/json/place.h"

namespace signalbox {
namespace {

std::optional<Interval> readInterval(const JsonTree& tree)
{
    if (tree.kind != JsonTree::Kind::Array || tree.items.size() != 2)
        return std::nullopt;
    const auto from = fromIso8601(tree.items[0].text);
    const auto to = fromIso8601(tree.items[1].text);
    return from && to && *from < *to ? std::optional(Interval{*from, *to}) : std::nullopt;
}

}

std::string openIntervalsToJson(const OpenIntervals& intervals)
{
    JsonTree document = JsonTree::object();
    for (const auto& [schedule, open] : intervals) {
        JsonTree list = JsonTree::array();
        for (const Interval& interval : open) {
            JsonTree pair = JsonTree::array();
            pair.add(JsonTree::ofText(toIso8601(interval.from))).add(JsonTree::ofText(toIso8601(interval.to)));
            list.add(std::move(pair));
        }
        document.set(schedule.value, std::move(list));
    }
    return printJson(document, -1);
}

Result<OpenIntervals> openIntervalsFromJson(std::string_view json)
{
    const auto document = parseJson(json);
    if (!document)
        return failure("The open intervals cannot be read: found " + document.error().found + ", expected "
                           + document.error().expected + ".",
                       document.error().place);
    if (document->kind != JsonTree::Kind::Object)
        return failure("The open intervals cannot be read: expected an object with a list for each schedule.");
    OpenIntervals intervals;
    const Place root;
    for (std::size_t i = 0; i < document->items.size(); ++i) {
        const Place place(root, document->keys[i]);
        if (document->items[i].kind != JsonTree::Kind::Array)
            return failure("The open intervals cannot be read: expected a list of intervals.", place.pointer());
        auto& open = intervals[ScheduleId{document->keys[i]}];
        for (const JsonTree& item : document->items[i].items) {
            const auto interval = readInterval(item);
            if (!interval || (!open.empty() && interval->from < open.back().to))
                return failure(
                    "The open intervals cannot be read: expected two moments, each later than the one before.",
                    Place(place, open.size()).pointer());
            open.push_back(*interval);
        }
    }
    return intervals;
}

}
