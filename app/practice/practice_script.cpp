#include "app/practice/practice_script.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using nlohmann::json;

PracticePage pageFrom(const json& object)
{
    return {object.at("path").get<std::string>(), object.at("title").get<std::string>(),
            std::chrono::seconds(object.at("seconds").get<int>())};
}

Value valueFrom(const json& value)
{
    if (value.is_boolean())
        return Value{value.get<bool>()};
    if (value.is_number())
        return Value{value.get<double>()};
    return Value{value.get<std::string>()};
}

PracticeVisitor visitorFrom(const json& object)
{
    PracticeVisitor visitor;
    visitor.id = object.at("id").get<std::string>();
    visitor.name = object.at("name").get<std::string>();
    visitor.language = object.at("language").get<std::string>();
    visitor.device = object.at("device").get<std::string>();
    for (const json& page : object.at("pages"))
        visitor.pages.push_back(pageFrom(page));
    visitor.lines = object.at("lines").get<std::vector<std::string>>();
    visitor.nudge = object.at("nudge").get<std::string>();
    visitor.bye = object.at("bye").get<std::string>();
    visitor.patience = std::chrono::seconds(object.at("patience_seconds").get<int>());
    const json context = object.value("context", json::object());
    for (const auto& [attribute, value] : context.items())
        visitor.context.emplace(attribute, valueFrom(value));
    return visitor;
}

}

Result<std::vector<PracticeVisitor>> readPracticeScript(std::string_view text)
{
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object() || !document.contains("visitors") || !document["visitors"].is_array())
        return failure("The practice script is not a JSON object with \"visitors\".");
    std::vector<PracticeVisitor> visitors;
    for (std::size_t i = 0; i < document["visitors"].size(); ++i) {
        const std::string place = "/visitors/" + std::to_string(i);
        try {
            visitors.push_back(visitorFrom(document["visitors"][i]));
        } catch (const json::exception& error) {
            return failure(std::string("A practice visitor cannot be read: ") + error.what(), place);
        }
        if (visitors.back().lines.empty())
            return failure("A practice visitor says nothing.", place + "/lines");
    }
    if (visitors.empty())
        return failure("The practice script has no visitors.", "/visitors");
    return visitors;
}

}
