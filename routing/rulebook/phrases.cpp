#include "routing/rulebook/phrases.h"

#include "routing/conditions/operators.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/known_attributes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace signalbox {
namespace {

constexpr std::size_t longestQuote = 120;

std::string withThousands(std::string whole)
{
    for (std::size_t digits = whole.size(); digits > 3;) {
        digits -= 3;
        whole.insert(digits, ",");
    }
    return whole;
}

std::string counted(std::int64_t count, std::string_view unit)
{
    const std::string_view one = unit.ends_with('s') ? unit.substr(0, unit.size() - 1) : unit;
    return numberInWords(static_cast<double>(count)) + " " + std::string(count == 1 ? one : unit);
}

bool isWhole(double number) { return std::trunc(number) == number && std::abs(number) < 1e15; }

std::string withUnit(double number, std::string_view unit)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> currencies{
        {{"EUR", "€"}, {"USD", "$"}, {"GBP", "£"}}};
    for (const auto& [code, sign] : currencies)
        if (unit == code)
            return (number < 0 ? "-" : "") + std::string(sign) + numberInWords(std::abs(number));
    if (unit == "%")
        return numberInWords(number) + "%";
    if (unit == "seconds" && isWhole(number))
        return durationInWords(seconds{static_cast<std::int64_t>(number)});
    if (unit == "minutes" && isWhole(number) && std::abs(number) < 1e12)
        return durationInWords(seconds{static_cast<std::int64_t>(number) * 60});
    return unit.empty() ? numberInWords(number) : numberInWords(number) + " " + std::string(unit);
}

std::string unitOf(std::string_view attribute, const Rulebook& rulebook)
{
    const auto known = knownAttribute(attribute);
    const auto declared = rulebook.attributes.find(attribute);
    if (declared != rulebook.attributes.end() && (!declared->second.unit.empty() || !known))
        return declared->second.unit;
    return known ? std::string(known->unit) : std::string{};
}

// The right side of a comparison, in words.
struct OperandWords {
    const Comparison& comparison;
    const Rulebook& rulebook;

    std::string one(const Value& value) const
    {
        const auto* const text = std::get_if<std::string>(&value);
        const bool quotes = comparison.op == Operator::Contains || comparison.op == Operator::Starts
            || comparison.op == Operator::Ends || comparison.op == Operator::Matches || (text && text->empty());
        return text && quotes ? quoted(*text) : valueInWords(value, comparison.attribute, rulebook);
    }
    std::string all(std::string_view last) const
    {
        std::vector<std::string> words;
        if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand)) {
            for (const Value& value : *list)
                words.push_back(one(value));
        } else if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
            words.push_back("the " + attributeLabel(other->name, rulebook));
        else if (const auto* const value = std::get_if<Value>(&comparison.operand)) {
            if (const auto* const members = std::get_if<StringSet>(value))
                words = *members;
            else
                words.push_back(one(*value));
        }
        return joined(words, last);
    }
    bool isSeveral() const
    {
        const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand);
        const auto* const value = std::get_if<Value>(&comparison.operand);
        const auto* const members = value ? std::get_if<StringSet>(value) : nullptr;
        return (list && list->size() > 1) || (members && members->size() > 1);
    }
};

// "is" and what follows, for an ordering.
std::string ordering(Operator op, ValueType type)
{
    const bool isNumber = type == ValueType::Number;
    switch (op) {
    case Operator::Lt:
        return isNumber ? "less than " : "before ";
    case Operator::Le:
        return isNumber ? "at most " : "at or before ";
    case Operator::Gt:
        return isNumber ? "more than " : "after ";
    default:
        return isNumber ? "at least " : "at or after ";
    }
}

std::string verb(bool negated, std::string_view plain, std::string_view base)
{
    return negated ? "does not " + std::string(base) + " " : std::string(plain) + " ";
}

std::string membership(const OperandWords& words, bool isThere)
{
    if (std::holds_alternative<AttributeRef>(words.comparison.operand))
        return (isThere ? "is one of " : "is none of ") + words.all(" or ");
    if (isThere)
        return "is " + words.all(" or ");
    return (words.isSeveral() ? "is none of " : "is not ") + words.all(" and ");
}

ValueType shownType(const Comparison& comparison, const Rulebook& rulebook)
{
    return typeOfAttribute(comparison.attribute, rulebook).value_or(ValueType::String);
}

std::string comparisonPredicate(const OperandWords& words, bool negated)
{
    const Comparison& comparison = words.comparison;
    const std::string is = negated ? "is not " : "is ";
    const bool isSet = shownType(comparison, words.rulebook) == ValueType::Set;
    switch (comparison.op) {
    case Operator::Eq:
        return is + words.all(" and ");
    case Operator::Ne:
        return (negated ? "is " : "is not ") + words.all(" and ");
    case Operator::In:
        return membership(words, !negated);
    case Operator::Nin:
        return membership(words, negated);
    case Operator::Between:
        return is + "between " + words.all(" and ");
    case Operator::Contains:
        return (isSet ? verb(negated, "includes", "include") : verb(negated, "contains", "contain"))
            + words.all(" and ");
    case Operator::Starts:
        return verb(negated, "starts with", "start with") + words.all(" and ");
    case Operator::Ends:
        return verb(negated, "ends with", "end with") + words.all(" and ");
    case Operator::Matches:
        return verb(negated, "matches", "match") + words.all(" and ");
    case Operator::Exists:
        return negated ? "is not known" : "is known";
    case Operator::Empty:
        return negated ? "is not empty" : "is empty or missing";
    case Operator::HasAny:
        return verb(negated, "includes", "include") + (words.isSeveral() ? "any of " : "") + words.all(" or ");
    case Operator::HasAll:
        return verb(negated, "includes", "include") + (negated && words.isSeveral() ? "all of " : "")
            + words.all(" and ");
    default:
        return is + ordering(comparison.op, shownType(comparison, words.rulebook)) + words.all(" and ");
    }
}

template <class Entry, class EntryId>
std::string nameIn(const std::vector<Entry>& entries, const EntryId& id)
{
    const auto found
        = std::find_if(entries.begin(), entries.end(), [&id](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? id.value : found->name;
}

}

std::string numberInWords(double number)
{
    if (!isWhole(number)) {
        std::array<char, 64> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%.10g", number);
        return buffer.data();
    }
    const std::string digits = std::to_string(static_cast<std::int64_t>(std::abs(number)));
    return (number < 0 ? "-" : "") + withThousands(digits);
}

std::string durationInWords(seconds duration)
{
    constexpr std::array<std::pair<std::int64_t, std::string_view>, 3> units{
        {{86400, "days"}, {3600, "hours"}, {60, "minutes"}}};
    for (const auto& [length, unit] : units)
        if (duration.count() != 0 && duration.count() % length == 0)
            return counted(duration.count() / length, unit);
    return counted(duration.count(), "seconds");
}

std::string quoted(std::string_view text)
{
    std::size_t end = std::min(text.size(), longestQuote);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return "“" + std::string(text.substr(0, end)) + (end < text.size() ? "…”" : "”");
}

std::string joined(const std::vector<std::string>& parts, std::string_view last)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += i + 1 == parts.size() ? last : std::string_view(", ");
        text += parts[i];
    }
    return text;
}

std::string valueInWords(const Value& value, std::string_view attribute, const Rulebook& rulebook)
{
    const auto* const number = std::get_if<double>(&value);
    return number ? withUnit(*number, unitOf(attribute, rulebook)) : describe(value);
}

std::string predicate(const Comparison& comparison, bool negated, const Rulebook& rulebook)
{
    return comparisonPredicate({comparison, rulebook}, negated);
}

std::string wantedInWords(const Comparison& comparison, bool negated, const Rulebook& rulebook)
{
    constexpr std::string_view is = "is ";
    const std::string words = predicate(comparison, negated, rulebook);
    return words.starts_with(is) ? words.substr(is.size()) : words;
}

std::string nameOf(const QueueId& queue, const Rulebook& rulebook) { return nameIn(rulebook.queues, queue); }
std::string nameOf(const TierId& tier, const Rulebook& rulebook) { return nameIn(rulebook.tiers, tier); }
std::string nameOf(const AlertId& alert, const Rulebook& rulebook) { return nameIn(rulebook.alerts, alert); }
std::string nameOf(const ScheduleId& schedule, const Rulebook& rulebook)
{
    return nameIn(rulebook.schedules, schedule);
}

}
