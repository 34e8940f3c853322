#include "routing/rulebook/rulebook_json.h"

#include "routing/rulebook/attribute_types.h"
#include "routing/rulebook/read_cases.h"
#include "routing/rulebook/read_sections.h"

namespace signalbox {
namespace {

// All ids of a section, before anything refers to them.
std::set<std::string, std::less<>> idsOf(const JsonTree* section)
{
    std::set<std::string, std::less<>> ids;
    if (section)
        for (const JsonTree& entry : section->items)
            if (const JsonTree* const id = entry.find("id"); id && id->kind == JsonTree::Kind::String)
                ids.insert(id->text);
    return ids;
}

Rulebook readPoliciesOnly(const JsonTree& list, Issues& issues)
{
    Rulebook rulebook;
    rulebook.policiesOnly = true;
    Names names;
    names.checked = false;
    AttributeTypes types({}, true);
    types.learnFrom(list, Place(), issues);
    types.settle();
    rulebook.policies = readPolicies(list, Place(), {types, names, issues});
    rulebook.attributes = types.definitions();
    return rulebook;
}

// Reads one section into `to`, when it is there and a list.
template <class Section, class Read>
void readSection(ObjectReader& document, std::string_view key, Section& to, Read read)
{
    if (const JsonTree* const list = document.list(key, false))
        to = read(*list, Place(document.place(), key));
}

void readVersion(ObjectReader& document, Issues& issues)
{
    const JsonTree* const version = document.required("rulebook", "the format's number: 1");
    if (version && (version->kind != JsonTree::Kind::Number || version->number != 1))
        issues.add(Place(document.place(), "rulebook"), version, "1, the only format there is");
}

Rulebook readDocument(const JsonTree& tree, Issues& issues)
{
    Rulebook rulebook;
    const Place root;
    ObjectReader document(tree, root, issues, "a rulebook; or a list of policies");
    if (!document.isObject())
        return rulebook;
    readVersion(document, issues);
    if (const JsonTree* const attributes = document.member("attributes"))
        rulebook.attributes = readAttributes(*attributes, Place(root, "attributes"), issues);
    const Names names{true, idsOf(tree.find("schedules")), idsOf(tree.find("queues")), idsOf(tree.find("tiers")),
                      idsOf(tree.find("alerts"))};
    AttributeTypes types(std::move(rulebook.attributes), false);
    types.learnFrom(tree, root, issues);
    types.settle();
    const ReadingContext context{types, names, issues};
    const auto inContext = [&context](auto read) {
        return [&context, read](const JsonTree& list, const Place& place) { return read(list, place, context); };
    };
    readSection(document, "schedules", rulebook.schedules,
                [&issues](const JsonTree& list, const Place& place) { return readSchedules(list, place, issues); });
    readSection(document, "signals", rulebook.signals, inContext(readSignals));
    readSection(document, "qualification", rulebook.qualification, inContext(readQualification));
    readSection(document, "tiers", rulebook.tiers, inContext(readTiers));
    readSection(document, "policies", rulebook.policies, inContext(readPolicies));
    readSection(document, "alerts", rulebook.alerts, inContext(readAlerts));
    readSection(document, "queues", rulebook.queues, inContext(readQueues));
    readSection(document, "groups", rulebook.groups,
                [&issues](const JsonTree& list, const Place& place) { return readGroups(list, place, issues); });
    rulebook.attributes = types.definitions();
    readSection(document, "cases", rulebook.cases, [&](const JsonTree& list, const Place& place) {
        return readCases(list, place, rulebook, issues);
    });
    document.refuseOtherKeys();
    return rulebook;
}

}

tl::expected<Rulebook, std::vector<RulebookIssue>> readRulebook(std::string_view json)
{
    RulebookReading reading = readRulebookAsItIs(json);
    if (!reading.issues.empty())
        return tl::unexpected(std::move(reading.issues));
    return std::move(reading.rulebook);
}

RulebookReading readRulebookAsItIs(std::string_view json)
{
    const auto tree = parseJson(json);
    if (!tree)
        return {{}, {RulebookIssue{tree.error().place, tree.error().found, tree.error().expected}}};
    Issues issues;
    Rulebook rulebook
        = tree->kind == JsonTree::Kind::Array ? readPoliciesOnly(*tree, issues) : readDocument(*tree, issues);
    return {std::move(rulebook), issues.take()};
}

}
