#pragma once

#include "model/domain/names.h"
#include "model/journal/action_fields.h"
#include "model/journal/alert_fields.h"

#include <nlohmann/json.hpp>

#include <map>

// Only for .cpp files of this folder: brings nlohmann/json.
namespace signalbox::journal_json {

using Json = nlohmann::ordered_json;

template <class Tag>
Json toJson(const Id<Tag>& id)
{
    return id.value;
}
inline Json toJson(const std::string& text) { return text; }
inline Json toJson(bool flag) { return flag; }
inline Json toJson(int number) { return number; }
inline Json toJson(std::int64_t number) { return number; }
inline Json toJson(seconds duration) { return duration.count(); }
Json toJson(double number);     // JSON has no infinities: {"number": "inf"}
Json toJson(Instant instant);   // ISO 8601; microseconds since 1970 outside the years 0 to 9999
Json toJson(const Value& value);
Json toJson(const Values& values);
Json toJson(const Target& target);
Json toJson(const Action& action);

template <class Enum>
requires std::is_enum_v<Enum> Json toJson(Enum word) { return nameOf(word); }

template <Fielded T>
Json toJson(const T& value);
template <class T>
Json toJson(const std::optional<T>& value);
template <class T>
Json toJson(const std::vector<T>& list);
template <class T>
Json toJson(const std::map<std::string, T>& entries);

class Writer {
public:
    Json object = Json::object();
    template <class T>
    void operator()(const char* name, const T& value)
    {
        object.emplace(name, toJson(value));
    }
    template <class T>
    void later(const char* name, const T& value)
    {
        if (value != T{})
            (*this)(name, value);
    }
};

template <Fielded T>
Json toJson(const T& value)
{
    Writer writer;
    fields(writer, value);
    return std::move(writer.object);
}

template <class T>
Json toJson(const std::optional<T>& value)
{
    return value ? toJson(*value) : Json(nullptr);
}

template <class T>
Json toJson(const std::vector<T>& list)
{
    Json array = Json::array();
    for (const T& entry : list)
        array.push_back(toJson(entry));
    return array;
}

template <class T>
Json toJson(const std::map<std::string, T>& entries)
{
    Json object = Json::object();
    for (const auto& [name, value] : entries)
        object.emplace(name, toJson(value));
    return object;
}

}
