#include "app/gateway/visitor_context.h"

#include "model/domain/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace signalbox {
namespace {

constexpr std::size_t mostAttributes = 64;
constexpr double secondsOfAWeek = 7 * 24 * 3600;

bool isLetterOrDigit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool consistsOf(std::string_view text, std::string_view further)
{
    return std::all_of(text.begin(), text.end(),
                       [&](char letter) { return isLetterOrDigit(letter) || further.find(letter) != further.npos; });
}

// Control characters would break lines and tables where the value is shown.
std::string oneLine(std::string_view text)
{
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char letter) { return letter < 0x20 || letter == 0x7F; }, ' ');
    return line;
}

using Reading = std::optional<std::string> (*)(std::string_view);

std::optional<std::string> anyText(std::string_view text) { return oneLine(text); }

std::optional<std::string> webAddress(std::string_view text)
{
    if (text.empty())
        return std::string();
    const auto scheme = text.find("://");
    if (!text.starts_with("https://") && !text.starts_with("http://"))
        return std::nullopt;
    text = text.substr(0, text.find('#'));
    const auto mark = text.find('?');
    std::string_view query = mark == text.npos ? std::string_view() : text.substr(mark + 1);
    std::string_view rest = text.substr(scheme + 3, mark == text.npos ? mark : mark - scheme - 3);
    if (const auto user = rest.substr(0, rest.find('/')).rfind('@'); user != rest.npos)
        rest.remove_prefix(user + 1);
    std::string address = std::string(text.substr(0, scheme + 3)).append(rest);
    for (char separator = '?'; !query.empty();) {
        const std::string_view parameter = query.substr(0, query.find('&'));
        if (parameter.starts_with("utm_")) {
            address.append(1, separator).append(parameter);
            separator = '&';
        }
        query.remove_prefix(std::min(query.size(), parameter.size() + 1));
    }
    return oneLine(address);
}

std::optional<std::string> path(std::string_view text)
{
    return text.starts_with('/') ? std::optional(oneLine(text.substr(0, text.find_first_of("?#")))) : std::nullopt;
}

std::optional<std::string> language(std::string_view text)
{
    return consistsOf(text, "-") ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> timezone(std::string_view text)
{
    return consistsOf(text, "_+-/") ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> device(std::string_view text)
{
    const bool known = text == "desktop" || text == "mobile" || text == "tablet";
    return known ? std::optional(std::string(text)) : std::nullopt;
}

std::optional<std::string> email(std::string_view text)
{
    const auto at = text.find('@');
    const bool fits = at != text.npos && at > 0 && at + 1 < text.size() && text.find(' ') == text.npos;
    return fits ? std::optional(oneLine(text)) : std::nullopt;
}

struct TextAttribute {
    std::string_view name;
    std::size_t mostBytes;
    Reading read;
};
constexpr std::array textAttributes{
    TextAttribute{"page.url", 2048, webAddress},  TextAttribute{"page.path", 1024, path},
    TextAttribute{"page.title", 300, anyText},    TextAttribute{"page.referrer", 2048, webAddress},
    TextAttribute{"page.campaign", 200, anyText}, TextAttribute{"page.source", 200, anyText},
    TextAttribute{"page.medium", 200, anyText},   TextAttribute{"visitor.language", 35, language},
    TextAttribute{"visitor.device", 20, device},  TextAttribute{"visitor.timezone", 64, timezone},
    TextAttribute{"visitor.name", 120, anyText},  TextAttribute{"visitor.email", 254, email},
};

std::optional<Value> readText(const TextAttribute& attribute, const nlohmann::json& value)
{
    if (!value.is_string())
        return std::nullopt;
    const auto text = attribute.read(value.get_ref<const std::string&>());
    if (!text)
        return std::nullopt;
    return Value(std::string(cutUtf8(*text, attribute.mostBytes)));
}

std::optional<Value> readNumber(const nlohmann::json& value, double least, double most)
{
    if (!value.is_number())
        return std::nullopt;
    const double number = value.get<double>();
    return std::isfinite(number) && number >= least && number <= most ? std::optional(Value(number)) : std::nullopt;
}

bool isCustom(std::string_view name)
{
    constexpr std::string_view prefix = "custom.";
    return name.starts_with(prefix) && name.size() > prefix.size() && name.size() <= 64 && consistsOf(name, "._");
}

std::optional<Value> readCustom(const nlohmann::json& value)
{
    if (value.is_boolean())
        return Value(value.get<bool>());
    if (value.is_number())
        return readNumber(value, -1e15, 1e15);
    return readText({"custom", 200, anyText}, value);
}

const TextAttribute* findText(std::string_view name)
{
    const auto found = std::find_if(textAttributes.begin(), textAttributes.end(),
                                    [&](const TextAttribute& attribute) { return attribute.name == name; });
    return found == textAttributes.end() ? nullptr : &*found;
}

std::optional<Value> readAttribute(const std::string& name, const nlohmann::json& value)
{
    if (const TextAttribute* text = findText(name))
        return readText(*text, value);
    if (name == "page.seconds")
        return readNumber(value, 0, secondsOfAWeek);
    return isCustom(name) ? readCustom(value) : std::nullopt;
}

bool isAllowed(const std::string& name) { return findText(name) || name == "page.seconds" || isCustom(name); }

}

ClientContext readClientContext(const nlohmann::json& object)
{
    ClientContext context;
    for (const auto& [name, value] : object.items()) {
        const bool room = context.changes.size() < mostAttributes;
        auto read = readAttribute(name, value);
        if (room && isAllowed(name) && (read || value.is_null()))
            context.changes.push_back({name, std::move(read), "widget", std::nullopt});
        else if (context.refused.size() < mostAttributes)
            context.refused.emplace_back(cutUtf8(oneLine(name), 64));
    }
    return context;
}

}
