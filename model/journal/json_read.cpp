#include "model/journal/json_read.h"

#include <algorithm>
#include <limits>

namespace signalbox::journal_json {
namespace {

// One alternative of Action, made and read by its place in the variant.
template <std::size_t Index>
void readAction(ObjectReader& reader, Action& action)
{
    fields(reader, action.emplace<Index>());
}

template <std::size_t... Index>
constexpr auto actionReaders(std::index_sequence<Index...>)
{
    return std::array{&readAction<Index>...};
}

// An object with the one field `name`; null when it is anything else.
const Json* onlyField(const Json& json, const char* name)
{
    if (!json.is_object() || json.size() != 1)
        return nullptr;
    const auto field = json.find(name);
    return field == json.end() ? nullptr : &*field;
}

}

void Reading::enter(std::string_view step)
{
    std::string& escaped = m_place.emplace_back();
    for (const char c : step)
        escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
}

void Reading::fail(std::string message)
{
    if (m_error)
        return;
    std::string pointer;
    for (const std::string& step : m_place)
        pointer += "/" + step;
    m_error = Error{std::move(message), std::move(pointer)};
}

ObjectReader::ObjectReader(Reading& reading, const Json& object) : m_reading(reading), m_object(object)
{
    if (!object.is_object())
        reading.fail("An object is expected here.");
}

const Json* ObjectReader::find(const char* name)
{
    if (m_reading.failed())
        return nullptr;
    m_seen.emplace_back(name);
    const auto field = m_object.find(name);
    if (field != m_object.end())
        return &*field;
    m_reading.fail(std::string("The field \"") + name + "\" is missing.");
    return nullptr;
}

void ObjectReader::finish()
{
    if (m_reading.failed() || m_object.size() == m_seen.size())
        return;
    for (const auto& [name, value] : m_object.items())
        if (std::ranges::find(m_seen, name) == m_seen.end())
            return m_reading.fail("The field \"" + name + "\" is not known here.");
}

void fromJson(Reading& reading, const Json& json, std::string& text)
{
    if (json.is_string())
        text = json.get_ref<const std::string&>();
    else
        reading.fail("Text is expected here.");
}

void fromJson(Reading& reading, const Json& json, bool& flag)
{
    if (json.is_boolean())
        flag = json.get<bool>();
    else
        reading.fail("true or false is expected here.");
}

void fromJson(Reading& reading, const Json& json, std::int64_t& number)
{
    const bool tooLarge = json.is_number_unsigned()
        && json.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (json.is_number_integer() && !tooLarge)
        number = json.get<std::int64_t>();
    else
        reading.fail("A whole number is expected here.");
}

void fromJson(Reading& reading, const Json& json, int& number)
{
    std::int64_t wide = 0;
    fromJson(reading, json, wide);
    if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max())
        return reading.fail("The number is too large.");
    number = int(wide);
}

void fromJson(Reading& reading, const Json& json, double& number)
{
    if (json.is_number()) {
        number = json.get<double>();
        return;
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const Json* const special = onlyField(json, "number");
    if (special && *special == "nan")
        number = std::numeric_limits<double>::quiet_NaN();
    else if (special && (*special == "inf" || *special == "-inf"))
        number = *special == "inf" ? infinity : -infinity;
    else
        reading.fail("A number is expected here.");
}

void fromJson(Reading& reading, const Json& json, seconds& duration)
{
    std::int64_t count = 0;
    fromJson(reading, json, count);
    duration = seconds{count};
}

void fromJson(Reading& reading, const Json& json, Instant& instant)
{
    if (json.is_number_integer()) {
        std::int64_t value = 0;
        fromJson(reading, json, value);
        instant = fromMicroseconds(value);
        return;
    }
    const auto known = json.is_string() ? fromIso8601(json.get_ref<const std::string&>()) : std::nullopt;
    if (known)
        instant = *known;
    else
        reading.fail("A time like 2026-06-09T08:43:16Z is expected here.");
}

void fromJson(Reading& reading, const Json& json, Value& value)
{
    if (json.is_string())
        fromJson(reading, json, value.emplace<std::string>());
    else if (json.is_boolean())
        fromJson(reading, json, value.emplace<bool>());
    else if (json.is_array())
        fromJson(reading, json, value.emplace<StringSet>());
    else if (const Json* time = onlyField(json, "time"))
        fromJson(reading, *time, value.emplace<Instant>());
    else
        fromJson(reading, json, value.emplace<double>());
}

void fromJson(Reading& reading, const Json& json, Values& values)
{
    if (!json.is_object())
        return reading.fail("An object is expected here.");
    for (const auto& [attribute, value] : json.items()) {
        reading.enter(attribute);
        fromJson(reading, value, values[attribute]);
        reading.leave();
    }
}

void fromJson(Reading& reading, const Json& json, Target& target)
{
    if (const Json* attribute = onlyField(json, "attr"))
        fromJson(reading, *attribute, target.attribute);
    else
        fromJson(reading, json, target.id);
}

void fromJson(Reading& reading, const Json& json, Action& action)
{
    static constexpr auto readers = actionReaders(std::make_index_sequence<std::variant_size_v<Action>>());
    ObjectReader reader(reading, json);
    std::string type;
    reader("type", type);
    if (reading.failed())
        return;
    const auto known = std::ranges::find(actionTypes, type);
    if (known == actionTypes.end())
        return reading.fail("The action \"" + type + "\" is not known here.");
    readers[std::size_t(known - actionTypes.begin())](reader, action);
    reader.finish();
}

}
