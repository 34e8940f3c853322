#include "routing/rulebook/read_sections.h"

#include "model/domain/names.h"
#include "routing/json/entries.h"
#include "routing/rulebook/read_actions.h"
#include "routing/rulebook/read_when.h"

#include <algorithm>

namespace signalbox {
namespace {

std::vector<Action> readActionList(ObjectReader& reader, const ReadingContext& context)
{
    const JsonTree* const list = reader.list("actions", true);
    return list ? readActions(*list, Place(reader.place(), "actions"), context) : std::vector<Action>{};
}

Score readScore(ObjectReader& signal, Issues& issues)
{
    const std::string word = signal.optionalId("score");
    const auto score = word.empty() ? Score::Intent : fromName<Score>(word);
    if (!score)
        issues.add(Place(signal.place(), "score"), "\"" + word + "\"", "a score: intent, fit, urgency or value");
    return score.value_or(Score::Intent);
}

std::optional<PolicyException> readException(ObjectReader& policy, const ReadingContext& context)
{
    const JsonTree* const tree = policy.member("except");
    if (!tree)
        return std::nullopt;
    ObjectReader reader(*tree, Place(policy.place(), "except"), context.issues, "a condition and its own actions");
    PolicyException exception{readWhen(reader, context), readActionList(reader, context)};
    reader.refuseOtherKeys();
    return exception;
}

}

std::map<std::string, AttributeDefinition, std::less<>> readAttributes(const JsonTree& tree, const Place& place,
                                                                       Issues& issues)
{
    std::map<std::string, AttributeDefinition, std::less<>> attributes;
    if (!ObjectReader(tree, place, issues, "a definition for each attribute").isObject())
        return attributes;
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
        const Place here(place, tree.keys[i]);
        ObjectReader reader(tree.items[i], here, issues, "an attribute's \"type\", \"unit\" and \"label\"");
        const JsonTree* const type = reader.required("type", "string, number, boolean, set or time");
        AttributeDefinition definition{ValueType::String, reader.name("unit", ""), reader.name("label", "")};
        reader.refuseOtherKeys();
        const auto known = type ? fromName<ValueType>(type->text) : std::nullopt;
        if (type && !known)
            issues.add(Place(here, "type"), type, "string, number, boolean, set or time");
        if (tree.keys[i].empty())
            issues.add(here, "an empty name", "an attribute's name, such as crm.deal_size");
        definition.type = known.value_or(ValueType::String);
        attributes.emplace(tree.keys[i], std::move(definition));
    }
    return attributes;
}

std::vector<Signal> readSignals(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    return readEntries<Signal>(list, place, context.issues, "a signal", [&context](ObjectReader& reader) {
        Signal signal;
        signal.id.value = reader.id("id");
        signal.name = reader.name("name", signal.id.value);
        signal.when = readWhen(reader, context);
        signal.weight = reader.number("weight", -100, 100, std::nullopt);
        signal.halfLifeMinutes = reader.number("half_life_minutes", 0, 1e7, 0.0);
        signal.score = readScore(reader, context.issues);
        return signal;
    });
}

std::vector<Criterion> readQualification(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    return readEntries<Criterion>(list, place, context.issues, "a criterion", [&context](ObjectReader& reader) {
        Criterion criterion;
        criterion.id.value = reader.id("id");
        criterion.name = reader.name("name", criterion.id.value);
        criterion.when = readWhen(reader, context);
        criterion.required = reader.boolean("required", false);
        criterion.ask = reader.optionalText("ask");
        return criterion;
    });
}

std::vector<Tier> readTiers(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    return readEntries<Tier>(list, place, context.issues, "a tier", [&context](ObjectReader& reader) {
        Tier tier;
        tier.id.value = reader.id("id");
        tier.name = reader.name("name", tier.id.value);
        tier.when = readWhen(reader, context);
        tier.thresholds = readThresholds(reader, tier.when, context.issues);
        if (const int target = reader.whole("response_target_seconds", 0, longestSeconds, 0); target > 0)
            tier.responseTarget = seconds{target};
        tier.keepFor = seconds{reader.whole("keep_for_seconds", 0, longestSeconds, 0)};
        return tier;
    });
}

std::vector<Policy> readPolicies(const JsonTree& list, const Place& place, const ReadingContext& context)
{
    return readEntries<Policy>(list, place, context.issues, "a policy", [&context](ObjectReader& reader) {
        Policy policy;
        policy.id.value = reader.id("id");
        policy.name = reader.name("name", policy.id.value);
        policy.enabled = reader.boolean("enabled", true);
        policy.priority = reader.number("priority", -anyNumber, anyNumber, 0.0);
        policy.when = readWhen(reader, context);
        policy.actions = readActionList(reader, context);
        policy.exception = readException(reader, context);
        policy.requiresQualification = reader.boolean("requires_qualification", false);
        policy.group.value = reader.optionalId("group");
        policy.comment = reader.optionalText("comment");
        return policy;
    });
}

}
