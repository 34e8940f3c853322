#include "model/journal/json_write.h"

#include <cmath>

namespace signalbox::journal_json {

Json toJson(double number)
{
    if (std::isfinite(number))
        return number;
    return {{"number", std::isnan(number) ? "nan" : number > 0 ? "inf" : "-inf"}};
}

Json toJson(Instant instant)
{
    constexpr std::int64_t yearZero = -62'167'219'200'000'000, yearTenThousand = 253'402'300'800'000'000;
    const std::int64_t value = toMicroseconds(instant);
    if (value < yearZero || value >= yearTenThousand)
        return value;
    return toIso8601(instant);
}

Json toJson(const Value& value)
{
    if (const Instant* instant = std::get_if<Instant>(&value))
        return {{"time", toJson(*instant)}};
    return std::visit([](const auto& plain) { return toJson(plain); }, value);
}

Json toJson(const Values& values)
{
    Json object = Json::object();
    for (const auto& [attribute, value] : values)
        object.emplace(attribute, toJson(value));
    return object;
}

Json toJson(const Target& target)
{
    return target.attribute.empty() ? Json(target.id) : Json{{"attr", target.attribute}};
}

Json toJson(const Action& action)
{
    Writer writer;
    writer.object.emplace("type", actionTypes[action.index()]);
    std::visit([&](const auto& known) { fields(writer, known); }, action);
    return std::move(writer.object);
}

}
