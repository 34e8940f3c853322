#include "app/analysis/seen_values.h"

#include "model/domain/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostCommon = 20;
constexpr std::size_t textBytes = 200;
constexpr std::size_t histogramSteps = 16;

std::string asText(double number)
{
    char digits[32];
    const auto written = std::to_chars(std::begin(digits), std::end(digits), number);
    return {digits, written.ptr};
}

void describe(SeenValues& seen, std::vector<double> numbers)
{
    std::erase_if(numbers, [](double number) { return !std::isfinite(number); });
    if (numbers.empty())
        return;
    std::ranges::sort(numbers);
    seen.least = numbers.front();
    seen.most = numbers.back();
    seen.middle = numbers[(numbers.size() - 1) / 2];
    seen.histogram.assign(histogramSteps, 0);
    const double step = (*seen.most - *seen.least) / histogramSteps;
    for (const double number : numbers) {
        const double place = step > 0 ? std::floor((number - *seen.least) / step) : 0;
        ++seen.histogram[std::min(static_cast<std::size_t>(place), histogramSteps - 1)];
    }
}

}

std::vector<std::string> textsOf(const Value& value)
{
    if (const auto* const text = std::get_if<std::string>(&value))
        return {std::string(cutUtf8(*text, textBytes))};
    if (const auto* const members = std::get_if<StringSet>(&value))
        return *members;
    if (const auto* const number = std::get_if<double>(&value))
        return {asText(*number)};
    if (const auto* const flag = std::get_if<bool>(&value))
        return {*flag ? "true" : "false"};
    return {toIso8601(std::get<Instant>(value))};
}

SeenValues seenValues(const PastLog& log, const std::string& attribute, const Period& period)
{
    SeenValues seen;
    seen.attribute = attribute;
    const auto number = log.names().find(attribute);
    std::map<std::string, std::int64_t> counts;
    std::vector<double> numbers;
    forEachIn(log, period, [&](const PastLog::Conversation& conversation, const PastLog::Step& last) {
        ++seen.conversations;
        const PastLog::Cell* const cell = number ? cellAt(log, conversation, last, *number) : nullptr;
        if (!cell) {
            ++seen.missing;
            return;
        }
        const Value value = log.valueOf(*cell);
        for (const std::string& text : textsOf(value))
            ++counts[text];
        if (const auto* const known = std::get_if<double>(&value))
            numbers.push_back(*known);
    });
    seen.common.assign(counts.begin(), counts.end());
    std::ranges::stable_sort(seen.common, std::greater{}, [](const auto& entry) { return entry.second; });
    if (seen.common.size() > mostCommon)
        seen.common.resize(mostCommon);
    describe(seen, std::move(numbers));
    return seen;
}

}
