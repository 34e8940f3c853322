#include "app/commands/contact_lines.h"

#include "model/domain/names.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace signalbox {
namespace {

using Json = nlohmann::ordered_json;

// Names come from outside: what would move the cursor of a terminal does not reach it.
std::string plain(std::string text)
{
    std::ranges::replace_if(
        text, [](unsigned char letter) { return letter < 0x20 || letter == 0x7F; }, ' ');
    return text;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty())
            text += (text.empty() ? "" : ", ") + plain(part);
    return text;
}

std::string namesOf(const std::vector<Channel>& channels)
{
    std::vector<std::string> names;
    for (const Channel channel : channels)
        names.emplace_back(nameOf(channel));
    return joined(names);
}

std::string who(const Contact& contact)
{
    const std::string known = joined({contact.name, contact.company, joined(contact.emails), joined(contact.phones)});
    return contact.id.value + "  " + known;
}

Json jsonOf(const Contact& contact)
{
    return {{"contact", contact.id.value},
            {"name", contact.name},
            {"company", contact.company},
            {"emails", contact.emails},
            {"phones", contact.phones}};
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}

std::string contactInWords(const ContactRow& row)
{
    return who(row.contact) + "  " + std::to_string(row.conversations)
        + (row.conversations == 1 ? " conversation" : " conversations")
        + (row.channels.empty() ? "" : " on " + namesOf(row.channels));
}

std::string contactInWords(const ContactDetail& detail)
{
    std::string text = who(detail.contact);
    for (const LinkedVisitor& visitor : detail.visitors)
        text += "\n  visitor " + visitor.visitor.value + "  " + joined({visitor.name, visitor.because});
    for (const Conversation& conversation : detail.conversations)
        text += "\n  #" + conversation.id.value + "  " + toIso8601(conversation.openedAt) + "  "
            + std::string(nameOf(conversation.channel)) + "  "
            + (conversation.closedAt ? joined({"closed", conversation.outcome}) : "open");
    return text;
}

std::string contactAsJson(const ContactRow& row)
{
    Json json = jsonOf(row.contact);
    json["conversations"] = row.conversations;
    json["channels"] = Json::array();
    for (const Channel channel : row.channels)
        json["channels"].push_back(nameOf(channel));
    if (row.conversations > 0)
        json["last_message_at"] = toIso8601(row.lastMessageAt);
    return written(json);
}

std::string contactAsJson(const ContactDetail& detail)
{
    Json json = jsonOf(detail.contact);
    json["visitors"] = Json::array();
    for (const LinkedVisitor& visitor : detail.visitors)
        json["visitors"].push_back({{"visitor", visitor.visitor.value},
                                    {"name", visitor.name},
                                    {"because", visitor.because},
                                    {"at", toIso8601(visitor.at)}});
    json["conversations"] = Json::array();
    for (const Conversation& conversation : detail.conversations)
        json["conversations"].push_back({{"conversation", conversation.id.value},
                                         {"channel", nameOf(conversation.channel)},
                                         {"opened_at", toIso8601(conversation.openedAt)},
                                         {"open", !conversation.closedAt},
                                         {"outcome", conversation.outcome}});
    return written(json);
}

}
