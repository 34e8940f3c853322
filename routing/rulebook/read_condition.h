#pragma once

#include "routing/conditions/condition.h"
#include "routing/rulebook/attribute_types.h"

#include <set>
#include <string>

namespace signalbox {

// The names a document may refer to. With `checked` off (a bare array of policies) nothing is held against them.
struct Names {
    bool checked = true;
    std::set<std::string, std::less<>> schedules;
    std::set<std::string, std::less<>> queues;
    std::set<std::string, std::less<>> tiers;
    std::set<std::string, std::less<>> alerts;
};

struct ReadingContext {
    const AttributeTypes& types;
    const Names& names;
    Issues& issues;
};

// One literal of the given type; none and an issue when it does not fit. `because` ends the message: ", as x is one".
std::optional<Value> readLiteral(const JsonTree& tree, ValueType type, const Place& place, Issues& issues,
                                 const std::string& because);

// A moment as documents write it: an ISO 8601 string, or seconds since 1970 (UTC); none when it is neither.
std::optional<Instant> instantOf(const JsonTree& tree);
std::optional<Instant> instantOf(double secondsSince1970);

// A node: {"all"}, {"any"}, {"not"}, a comparison or a schedule test. With issues: some condition, to go on with.
Condition readCondition(const JsonTree& tree, const Place& place, const ReadingContext& context);

// An attribute that nothing tells the type of is an issue; so is a figure of a queue that is not there.
void checkAttribute(std::string_view name, const Place& place, const ReadingContext& context);

// {"attr": "crm.owner"}: a string attribute; none when `tree` is something else.
std::optional<std::string> readAttributeReference(const JsonTree& tree);

}
