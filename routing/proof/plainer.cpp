#include "routing/proof/witness.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace signalbox {
namespace {

using IsGood = std::function<bool(const Values&)>;

bool tryValue(Values& values, const std::string& attribute, Value value, const IsGood& isGood)
{
    std::swap(values[attribute], value);
    if (isGood(values))
        return true;
    std::swap(values[attribute], value);
    return false;
}

// Fewer and fewer digits are dropped until the number will do.
void makeNumberPlainer(Values& values, const std::string& attribute, double number, const IsGood& isGood)
{
    for (const double whole : {0.0, 1.0, std::floor(number), std::ceil(number)})
        if (std::isfinite(whole) && std::abs(whole) < 1e15 && tryValue(values, attribute, whole, isGood))
            return;
    for (int digits = 1; digits < 17; ++digits) {
        char text[40];
        std::snprintf(text, sizeof text, "%.*g", digits, number);
        const double rounded = std::strtod(text, nullptr);
        if (std::isfinite(rounded) && tryValue(values, attribute, rounded, isGood))
            return;
    }
}

void makeTimePlainer(Values& values, const std::string& attribute, Instant at, const IsGood& isGood)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto minute = std::chrono::floor<std::chrono::minutes>(at);
    const auto second = std::chrono::floor<seconds>(at);
    for (const Instant plain :
         {Instant(day), Instant(day + std::chrono::days{1}), Instant(minute), Instant(minute + std::chrono::minutes{1}),
          Instant(second), Instant(second + seconds{1})})
        if (tryValue(values, attribute, plain, isGood))
            return;
}

void makeSetPlainer(Values& values, const std::string& attribute, const IsGood& isGood)
{
    const StringSet members = std::get<StringSet>(values.at(attribute));
    for (const std::string& member : members) {
        StringSet fewer = std::get<StringSet>(values.at(attribute));
        std::erase(fewer, member);
        tryValue(values, attribute, std::move(fewer), isGood);
    }
}

}

Values plainer(Values values, const World& world, const IsGood& isGood)
{
    std::vector<std::string> attributes;
    for (const auto& [attribute, value] : values)
        attributes.push_back(attribute);
    for (const std::string& attribute : attributes) {
        if (attribute == "now" && world.needsNow())
            continue;
        Values fewer = values;
        fewer.erase(attribute);
        if (isGood(fewer))
            values = std::move(fewer);
    }
    for (const std::string& attribute : attributes) {
        const auto known = values.find(attribute);
        if (known == values.end())
            continue;
        const Value value = known->second;
        if (const auto* const number = std::get_if<double>(&value))
            makeNumberPlainer(values, attribute, *number, isGood);
        else if (const auto* const at = std::get_if<Instant>(&value);
                 at && (attribute != "now" || world.moments().empty()))
            makeTimePlainer(values, attribute, *at, isGood);
        else if (std::holds_alternative<StringSet>(value))
            makeSetPlainer(values, attribute, isGood);
    }
    return values;
}

}
