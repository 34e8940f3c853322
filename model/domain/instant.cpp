#include "model/domain/instant.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace signalbox {
namespace {

// Reads exactly `digits` digits at `position` and moves past them.
std::optional<int> number(std::string_view text, std::size_t& position, std::size_t digits)
{
    if (position + digits > text.size())
        return std::nullopt;
    int value = 0;
    const char* const begin = text.data() + position;
    for (const char* c = begin; c != begin + digits; ++c)
        if (*c < '0' || *c > '9')
            return std::nullopt;
    std::from_chars(begin, begin + digits, value);
    position += digits;
    return value;
}

bool skip(std::string_view text, std::size_t& position, std::string_view anyOf)
{
    if (position >= text.size() || anyOf.find(text[position]) == std::string_view::npos)
        return false;
    ++position;
    return true;
}

// Up to six fractional digits count, further ones are dropped. Nothing when a point stands without digits.
std::optional<microseconds> fraction(std::string_view text, std::size_t& position)
{
    if (!skip(text, position, "."))
        return microseconds{0};
    std::int64_t value = 0;
    int digits = 0;
    for (; position < text.size() && text[position] >= '0' && text[position] <= '9'; ++position, ++digits)
        if (digits < 6)
            value = value * 10 + (text[position] - '0');
    if (digits == 0)
        return std::nullopt;
    for (; digits < 6; ++digits)
        value *= 10;
    return microseconds{value};
}

std::optional<std::chrono::minutes> offset(std::string_view text, std::size_t& position)
{
    if (skip(text, position, "Zz"))
        return std::chrono::minutes{0};
    const bool west = position < text.size() && text[position] == '-';
    if (!skip(text, position, "+-"))
        return std::nullopt;
    const auto hours = number(text, position, 2);
    if (!hours || !skip(text, position, ":"))
        return std::nullopt;
    const auto minutes = number(text, position, 2);
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    const std::chrono::minutes east{*hours * 60 + *minutes};
    return west ? -east : east;
}

}

std::string toIso8601(Instant instant)
{
    using namespace std::chrono;
    const auto day = floor<days>(instant);
    const year_month_day date{day};
    const hh_mm_ss time{instant - day};
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()),
                                     unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                                     int(time.minutes().count()), int(time.seconds().count()));
    std::string text(buffer.data(), std::size_t(length));
    if (const auto rest = time.subseconds().count(); rest != 0) {
        const bool wholeMilliseconds = rest % 1000 == 0;
        std::snprintf(buffer.data(), buffer.size(), wholeMilliseconds ? ".%03lld" : ".%06lld",
                      static_cast<long long>(wholeMilliseconds ? rest / 1000 : rest));
        text += buffer.data();
    }
    return text + "Z";
}

std::optional<Instant> fromIso8601(std::string_view text)
{
    using namespace std::chrono;
    std::size_t at = 0;
    const auto year = number(text, at, 4);
    if (!year || !skip(text, at, "-"))
        return std::nullopt;
    const auto month = number(text, at, 2);
    if (!month || !skip(text, at, "-"))
        return std::nullopt;
    const auto day = number(text, at, 2);
    if (!day || !skip(text, at, "Tt "))
        return std::nullopt;
    const auto hour = number(text, at, 2);
    if (!hour || !skip(text, at, ":"))
        return std::nullopt;
    const auto minute = number(text, at, 2);
    if (!minute || !skip(text, at, ":"))
        return std::nullopt;
    const auto second = number(text, at, 2);
    const auto parts = second ? fraction(text, at) : std::nullopt;
    const auto east = parts ? offset(text, at) : std::nullopt;
    const year_month_day date{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                              std::chrono::day(unsigned(*day))};
    if (!east || at != text.size() || !date.ok() || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    return Instant{sys_days{date}} + hours{*hour} + minutes{*minute} + std::chrono::seconds{*second} + *parts - *east;
}

}
