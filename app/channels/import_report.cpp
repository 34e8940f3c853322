#include "app/channels/import_report.h"

#include <nlohmann/json.hpp>

namespace signalbox {

void ImportReport::refuse(std::string place, std::string why)
{
    ++refused;
    ++refusedWhy[why];
    if (firstRefused.size() < namedRefusals)
        firstRefused.push_back({std::move(place), std::move(why)});
}

std::string toText(const ImportReport& report)
{
    std::string text = report.cancelled ? "Import stopped before its end.\n" : "Import finished.\n";
    const auto line = [&text](const std::string& label, std::int64_t count) {
        text += "  " + label + std::string(label.size() < 20 ? 20 - label.size() : 1, ' ') + std::to_string(count)
            + "\n";
    };
    line("Conversations", report.conversations);
    line("Messages added", report.added);
    if (report.closed > 0)
        line("Closed", report.closed);
    line("Already there", report.alreadyThere);
    if (report.notPlayed > 0)
        line("Not from visitors", report.notPlayed);
    line("Refused", report.refused);
    for (const RefusedLine& refused : report.firstRefused)
        text += "    " + refused.place + ": " + refused.why + "\n";
    if (report.refused > std::int64_t(report.firstRefused.size())) {
        text += "  All refused lines, by reason\n";
        for (const auto& [why, count] : report.refusedWhy)
            text += "    " + std::to_string(count) + " x " + why + "\n";
    }
    for (const Error& error : report.unreadable)
        text += "  Unreadable: " + error.place + ": " + error.message + "\n";
    return text;
}

std::string toJson(const ImportReport& report)
{
    nlohmann::json refusedLines = nlohmann::json::array();
    for (const RefusedLine& refused : report.firstRefused)
        refusedLines.push_back({{"place", refused.place}, {"why", refused.why}});
    nlohmann::json unreadable = nlohmann::json::array();
    for (const Error& error : report.unreadable)
        unreadable.push_back({{"place", error.place}, {"why", error.message}});
    const nlohmann::json object{{"conversations", report.conversations},
                                {"added", report.added},
                                {"closed", report.closed},
                                {"already_there", report.alreadyThere},
                                {"not_from_visitors", report.notPlayed},
                                {"refused", report.refused},
                                {"refused_by_reason", report.refusedWhy},
                                {"first_refused", std::move(refusedLines)},
                                {"unreadable", std::move(unreadable)},
                                {"cancelled", report.cancelled}};
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}
