#pragma once

#include "model/domain/names.h"
#include "model/domain/result.h"
#include "model/journal/action_fields.h"
#include "model/journal/alert_fields.h"

#include <nlohmann/json.hpp>

#include <map>

// Only for .cpp files of this folder: brings nlohmann/json.
namespace signalbox::journal_json {

using Json = nlohmann::ordered_json;

// Reads strictly and keeps the first error with its place, a JSON pointer.
class Reading {
public:
    bool failed() const { return m_error.has_value(); }
    void fail(std::string message);
    const std::optional<Error>& error() const { return m_error; }

    void enter(std::string_view step);
    void leave() { m_place.pop_back(); }

private:
    std::vector<std::string> m_place;
    std::optional<Error> m_error;
};

void fromJson(Reading& reading, const Json& json, std::string& text);
void fromJson(Reading& reading, const Json& json, bool& flag);
void fromJson(Reading& reading, const Json& json, int& number);
void fromJson(Reading& reading, const Json& json, std::int64_t& number);
void fromJson(Reading& reading, const Json& json, double& number);
void fromJson(Reading& reading, const Json& json, seconds& duration);
void fromJson(Reading& reading, const Json& json, Instant& instant);
void fromJson(Reading& reading, const Json& json, Value& value);
void fromJson(Reading& reading, const Json& json, Values& values);
void fromJson(Reading& reading, const Json& json, Target& target);
void fromJson(Reading& reading, const Json& json, Action& action);

template <class Tag>
void fromJson(Reading& reading, const Json& json, Id<Tag>& id)
{
    fromJson(reading, json, id.value);
}

template <class Enum>
requires std::is_enum_v<Enum>
void fromJson(Reading& reading, const Json& json, Enum& word)
{
    std::string name;
    fromJson(reading, json, name);
    if (reading.failed())
        return;
    if (const auto known = fromName<Enum>(name))
        word = *known;
    else
        reading.fail("\"" + name + "\" is not a word known here.");
}

template <Fielded T>
void fromJson(Reading& reading, const Json& json, T& value);
template <class T>
void fromJson(Reading& reading, const Json& json, std::optional<T>& value);
template <class T>
void fromJson(Reading& reading, const Json& json, std::vector<T>& list);
template <class T>
void fromJson(Reading& reading, const Json& json, std::map<std::string, T>& entries);

// Reads the fields of one object; what is left over is an error.
class ObjectReader {
public:
    ObjectReader(Reading& reading, const Json& object);

    template <class T>
    void operator()(const char* name, T& value)
    {
        if (const Json* field = find(name)) {
            m_reading.enter(name);
            fromJson(m_reading, *field, value);
            m_reading.leave();
        }
    }
    template <class T>
    void later(const char* name, T& value)
    {
        if (m_object.contains(name))
            (*this)(name, value);
    }
    void finish();

private:
    const Json* find(const char* name);   // null, and an error, when it is missing

    Reading& m_reading;
    const Json& m_object;
    std::vector<std::string_view> m_seen;
};

template <Fielded T>
void fromJson(Reading& reading, const Json& json, T& value)
{
    ObjectReader reader(reading, json);
    fields(reader, value);
    reader.finish();
}

template <class T>
void fromJson(Reading& reading, const Json& json, std::optional<T>& value)
{
    if (!json.is_null())
        fromJson(reading, json, value.emplace());
}

template <class T>
void fromJson(Reading& reading, const Json& json, std::vector<T>& list)
{
    if (!json.is_array())
        return reading.fail("A list is expected here.");
    for (std::size_t i = 0; i < json.size() && !reading.failed(); ++i) {
        reading.enter(std::to_string(i));
        fromJson(reading, json[i], list.emplace_back());
        reading.leave();
    }
}

template <class T>
void fromJson(Reading& reading, const Json& json, std::map<std::string, T>& entries)
{
    if (!json.is_object())
        return reading.fail("An object is expected here.");
    for (const auto& [name, value] : json.items()) {
        reading.enter(name);
        fromJson(reading, value, entries[name]);
        reading.leave();
    }
}

}
