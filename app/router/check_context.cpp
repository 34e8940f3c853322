#include "app/router/check_context.h"

#include "app/router/check_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostAttributes = 64;
constexpr std::size_t mostNameBytes = 100;
constexpr std::size_t mostValueBytes = 4096;

bool isRoutersOwn(std::string_view attribute)
{
    static constexpr std::array<std::string_view, 3> prefixes{"conversation.", "queue.", "message."};
    return attribute == "now" || attribute == "intent_score" || attribute.find('.') == std::string_view::npos
        || std::ranges::any_of(prefixes, [&](std::string_view prefix) { return attribute.starts_with(prefix); });
}

// What turned out to be so comes with the ending of history alone: known earlier, decisions would see it.
bool isTruth(std::string_view attribute) { return attribute.starts_with("truth."); }

bool isVisitorsOwn(std::string_view attribute)
{
    static constexpr std::array<std::string_view, 3> prefixes{"page.", "visitor.", "custom."};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return attribute.starts_with(prefix); });
}

Result<void> checkValue(const Value& value, const std::string& attribute)
{
    if (const double* number = std::get_if<double>(&value); number && !std::isfinite(*number))
        return failure("The value of " + attribute + " is not a finite number.", attribute);
    const auto checkMember = [&](const std::string& text) {
        return text.empty() ? Result<void>() : checkText(text, mostValueBytes, "The value of " + attribute);
    };
    if (const std::string* text = std::get_if<std::string>(&value))
        return checkMember(*text);
    if (const StringSet* members = std::get_if<StringSet>(&value)) {
        if (members->size() > mostAttributes)
            return failure("The set " + attribute + " has too many members.", attribute);
        for (const std::string& member : *members)
            if (auto fit = checkMember(member); !fit)
                return fit;
    }
    return {};
}

tl::unexpected<Error> tooMany(std::size_t attributes)
{
    return failure("Too many attributes at once: " + std::to_string(attributes) + ", at most "
                   + std::to_string(mostAttributes) + " are taken.");
}

}

Result<void> checkTruth(const std::vector<ContextChange>& truth)
{
    if (truth.size() > mostAttributes)
        return tooMany(truth.size());
    for (const ContextChange& known : truth) {
        if (auto name = checkText(known.attribute, mostNameBytes, "The attribute's name"); !name)
            return name;
        if (!isTruth(known.attribute) || !known.value)
            return failure("What turned out to be so stands below \"truth.\" and has a value.", known.attribute);
        if (auto fit = checkValue(*known.value, known.attribute); !fit)
            return fit;
    }
    return {};
}

Result<void> checkContext(const std::vector<ContextChange>& changes, const VisitorInput& from)
{
    if (changes.size() > mostAttributes)
        return tooMany(changes.size());
    const bool liveVisitor = from.origin == Origin::Live && from.channel == Channel::Website;
    for (const ContextChange& change : changes) {
        if (auto name = checkText(change.attribute, mostNameBytes, "The attribute's name"); !name)
            return name;
        if (isRoutersOwn(change.attribute) || isTruth(change.attribute)
            || (liveVisitor && !isVisitorsOwn(change.attribute)))
            return failure("A visitor's side may not set this attribute.", change.attribute);
        if (!change.value)
            continue;
        if (auto fit = checkValue(*change.value, change.attribute); !fit)
            return fit;
    }
    return {};
}

}
