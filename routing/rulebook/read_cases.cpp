#include "routing/rulebook/read_cases.h"

#include "routing/context/context_json.h"
#include "routing/json/entries.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

constexpr std::array<std::string_view, 7> groupColors{"teal", "blue", "violet", "amber", "red", "green", "grey"};

// The id of an entry of the rulebook; empty when absent, an issue when there is no such entry.
template <class Entry>
std::string referTo(ObjectReader& reader, std::string_view key, const std::vector<Entry>& entries,
                    std::string_view what, Issues& issues)
{
    std::string id = reader.optionalId(key);
    if (!id.empty() && std::ranges::none_of(entries, [&](const Entry& entry) { return entry.id.value == id; }))
        issues.add(Place(reader.place(), key), "\"" + id + "\"", "the id of " + std::string(what));
    return id;
}

Values readCaseContext(ObjectReader& reader, const Rulebook& rulebook, Issues& issues)
{
    const JsonTree* const context = reader.required("context", "an object of attributes and their values");
    if (!context)
        return {};
    auto values = readContext(*context, rulebook);
    if (values)
        return std::move(*values);
    issues.add(Place(reader.place(), "context"), "\"" + values.error().place + "\": " + values.error().message,
               "an object of attributes and their values");
    return {};
}

}

std::vector<PolicyGroup> readGroups(const JsonTree& list, const Place& place, Issues& issues)
{
    return readEntries<PolicyGroup>(list, place, issues, "a group", [&issues](ObjectReader& reader) {
        PolicyGroup group;
        group.id.value = reader.id("id");
        group.name = reader.name("name", group.id.value);
        group.color = reader.name("color", "grey");
        group.comment = reader.optionalText("comment");
        if (std::ranges::find(groupColors, group.color) == groupColors.end())
            issues.add(Place(reader.place(), "color"), "\"" + group.color + "\"",
                       "a colour: teal, blue, violet, amber, red, green or grey");
        return group;
    });
}

std::vector<PolicyCase> readCases(const JsonTree& list, const Place& place, const Rulebook& rulebook, Issues& issues)
{
    return readEntries<PolicyCase>(list, place, issues, "a case", [&](ObjectReader& reader) {
        PolicyCase example;
        example.id.value = reader.id("id");
        example.name = reader.name("name", example.id.value);
        example.pinnedTo.value = referTo(reader, "pinned_to", rulebook.policies, "a policy", issues);
        example.context = readCaseContext(reader, rulebook, issues);
        example.policy.value = referTo(reader, "policy", rulebook.policies, "a policy", issues);
        example.queue.value = referTo(reader, "queue", rulebook.queues, "a queue", issues);
        example.tier.value = referTo(reader, "tier", rulebook.tiers, "a tier", issues);
        if (example.policy.empty() && example.queue.empty() && example.tier.empty())
            issues.add(reader.place(), "nothing that is expected", "a \"policy\", a \"queue\" or a \"tier\"");
        return example;
    });
}

}
