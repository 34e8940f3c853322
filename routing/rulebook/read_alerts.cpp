#include "routing/rulebook/read_sections.h"

#include "model/domain/names.h"
#include "routing/json/entries.h"
#include "routing/rulebook/read_when.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int mostAlertsAnHour = 1000;
constexpr int longestGroup = 3600;   // seconds

// Calls back with every text of a list, and its place.
template <class Each>
void forEachText(ObjectReader& reader, std::string_view key, Issues& issues, std::string_view expected, Each each)
{
    const JsonTree* const list = reader.list(key, false);
    for (std::size_t i = 0; list && i < list->items.size(); ++i) {
        const JsonTree& item = list->items[i];
        const Place place(Place(reader.place(), key), i);
        if (item.kind == JsonTree::Kind::String && !item.text.empty())
            each(item.text, place);
        else
            issues.add(place, &item, std::string(expected));
    }
}

std::vector<std::string> readPeople(ObjectReader& reader, std::string_view key, Issues& issues)
{
    std::vector<std::string> people;
    forEachText(reader, key, issues, "whom to tell: a string that is not empty",
                [&](const std::string& who, const Place&) { people.push_back(who); });
    return people;
}

std::vector<AlertWay> readWays(ObjectReader& reader, Issues& issues)
{
    std::vector<AlertWay> ways;
    constexpr std::string_view expected = "a way: desktop, webhook or email";
    forEachText(reader, "ways", issues, expected, [&](const std::string& word, const Place& place) {
        const auto way = fromName<AlertWay>(word);
        if (!way || std::ranges::find(ways, *way) != ways.end())
            issues.add(place, "\"" + word + "\"", std::string(way ? "each way once" : expected));
        else
            ways.push_back(*way);
    });
    return ways;
}

std::map<std::string, double> readMargins(ObjectReader& reader, const Condition& when, Issues& issues)
{
    std::map<std::string, double> margins;
    const JsonTree* const tree = reader.member("margins");
    if (!tree)
        return margins;
    const Place place(reader.place(), "margins");
    ObjectReader entries(*tree, place, issues, "a number for each attribute");
    for (const std::string& attribute : tree->keys) {
        margins[attribute] = entries.number(attribute, 0, anyNumber, std::nullopt);
        expectComparedWithNumber(when, attribute, Place(place, attribute), issues);
    }
    return margins;
}

std::vector<AlertId> readSilencing(ObjectReader& reader, const AlertId& own, const ReadingContext& context)
{
    std::vector<AlertId> silencedBy;
    constexpr std::string_view expected = "another alert of this rulebook";
    forEachText(reader, "silenced_by", context.issues, expected, [&](const std::string& id, const Place& place) {
        if (id == own.value || (context.names.checked && !context.names.alerts.contains(id)))
            context.issues.add(place, "\"" + id + "\"", std::string(expected));
        else
            silencedBy.push_back({id});
    });
    return silencedBy;
}

seconds readTime(ObjectReader& reader, std::string_view key) { return seconds{reader.whole(key, 0, longestSeconds, 0)}; }

}

std::vector<AlertTrigger> readAlerts(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    return readEntries<AlertTrigger>(list, place, context.issues, "an alert", [&context](ObjectReader& reader) {
        AlertTrigger alert;
        alert.id.value = reader.id("id");
        alert.name = reader.name("name", alert.id.value);
        alert.when = readWhen(reader, context);
        alert.thresholds = readThresholds(reader, alert.when, context.issues);
        alert.margins = readMargins(reader, alert.when, context.issues);
        alert.hold = readTime(reader, "hold_seconds");
        alert.cooldown = readTime(reader, "cooldown_seconds");
        alert.notify = readPeople(reader, "notify", context.issues);
        alert.ways = readWays(reader, context.issues);
        alert.silencedBy = readSilencing(reader, alert.id, context);
        alert.quiet.value = reader.optionalId("quiet");
        if (!alert.quiet.empty() && context.names.checked && !context.names.schedules.contains(alert.quiet.value))
            context.issues.add(Place(reader.place(), "quiet"), "\"" + alert.quiet.value + "\"",
                               "a schedule of this rulebook");
        alert.group = seconds{reader.whole("group_seconds", 0, longestGroup, 0)};
        alert.budgetPerHour = reader.whole("budget_per_hour", 0, mostAlertsAnHour, 0);
        alert.escalateAfter = readTime(reader, "escalate_after_seconds");
        alert.escalateTo = readPeople(reader, "escalate_to", context.issues);
        return alert;
    });
}

}
