#include "app/gateway/chat_frames.h"

#include "model/domain/names.h"
#include "model/domain/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace signalbox {
namespace {

using nlohmann::json;
using Read = tl::expected<ChatFrame, FrameError>;

tl::unexpected<FrameError> refused(std::string what, std::string id = {})
{
    return tl::unexpected<FrameError>(FrameError{std::move(id), std::move(what)});
}

std::string textOf(const json& frame, const char* field)
{
    const auto found = frame.find(field);
    return found != frame.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t countOf(const json& frame, const char* field)
{
    const auto found = frame.find(field);
    return found != frame.end() && found->is_number_integer() ? std::max<std::int64_t>(0, found->get<std::int64_t>())
                                                              : 0;
}

ClientContext contextOf(const json& frame)
{
    const auto found = frame.find("context");
    return found != frame.end() && found->is_object() ? readClientContext(*found) : ClientContext{};
}

// Line ends become "\n"; other control characters go, since no screen could show them.
std::string plainText(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto letter = static_cast<unsigned char>(text[i]);
        if (letter == '\r')
            plain += i + 1 < text.size() && text[i + 1] == '\n' ? "" : "\n";
        else if ((letter >= 0x20 && letter != 0x7F) || letter == '\n' || letter == '\t')
            plain += text[i];
    }
    const auto first = plain.find_first_not_of(" \t\n");
    const auto last = plain.find_last_not_of(" \t\n");
    return first == plain.npos ? std::string() : plain.substr(first, last - first + 1);
}

Read readHello(const json& frame, std::size_t)
{
    return HelloFrame{textOf(frame, "token"), textOf(frame, "conversation"), countOf(frame, "resumeAfter"),
                      countOf(frame, "read"), contextOf(frame)};
}

Read readMessage(const json& frame, std::size_t maxMessageBytes)
{
    MessageFrame message{textOf(frame, "id"), textOf(frame, "text")};
    if (!isClientMessageId(message.id))
        return refused("A message needs an id of 1 to 64 letters, digits, - or _.");
    if (message.text.size() > maxMessageBytes)
        return refused("The message is too long. Please send it in parts.", message.id);
    message.text = plainText(message.text);
    if (message.text.empty())
        return refused("The message is empty.", message.id);
    return message;
}

Read readAskPerson(const json& frame, std::size_t)
{
    AskPersonFrame ask{textOf(frame, "id")};
    if (!ask.id.empty() && !isClientMessageId(ask.id))
        return refused("An id has 1 to 64 letters, digits, - or _.");
    return ask;
}

Read readContext(const json& frame, std::size_t) { return ContextFrame{contextOf(frame)}; }
Read readRead(const json& frame, std::size_t)
{
    return ReadFrame{countOf(frame, "upTo"), countOf(frame, "received")};
}

std::string written(const json& frame) { return frame.dump(-1, ' ', false, json::error_handler_t::replace); }

json ownerJson(OwnerKind kind, const std::string& name) { return {{"kind", nameOf(kind)}, {"name", name}}; }

// Visitors get their own ids back, so that a chat knows its message again; other ids are nobody's business.
std::string clientIdOf(const VisitorId& visitor, const Message& message)
{
    const std::string prefix = visitor.value + ':';
    return message.id.value.starts_with(prefix) ? message.id.value.substr(prefix.size()) : std::string();
}

json messageJson(const VisitorId& visitor, const Message& message)
{
    json citations = json::array();
    for (const Citation& citation : message.citations)
        citations.push_back({{"title", citation.title}});
    json result{{"sequence", message.sequence}, {"author", nameOf(message.author)},
                {"name", message.authorName},   {"text", message.text},
                {"at", toIso8601(message.at)},  {"citations", std::move(citations)}};
    for (const Attachment& file : message.attachments)
        result["files"].push_back(
            {{"id", file.id.value}, {"name", file.name}, {"mediaType", file.mediaType}, {"size", file.size}});
    if (auto id = clientIdOf(visitor, message); !id.empty())
        result["id"] = std::move(id);
    return result;
}

}

bool isClientMessageId(std::string_view id)
{
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
            || letter == '-' || letter == '_';
    });
}

Read readChatFrame(std::string_view text, std::size_t maxMessageBytes)
{
    using Reader = Read (*)(const json&, std::size_t);
    static const std::map<std::string, Reader, std::less<>> readers{
        {"hello", readHello},
        {"message", readMessage},
        {"context", readContext},
        {"askPerson", readAskPerson},
        {"read", readRead},
        {"typing", [](const json&, std::size_t) -> Read { return TypingFrame{}; }},
        {"ping", [](const json&, std::size_t) -> Read { return PingFrame{}; }},
    };
    const json frame = json::parse(text, nullptr, false);
    if (!frame.is_object())
        return refused("A frame is one JSON object with a type.");
    const auto reader = readers.find(textOf(frame, "type"));
    if (reader == readers.end())
        return refused("The type of the frame is unknown: " + std::string(cutUtf8(textOf(frame, "type"), 40)));
    return reader->second(frame, maxMessageBytes);
}

std::string welcomeFrame(const std::string& token, const VisitorId& visitor, const VisitorReceipt& receipt,
                         const WebsiteChannel& channel)
{
    json messages = json::array();
    for (const Message& message : receipt.missed)
        if (!message.internalNote)
            messages.push_back(messageJson(visitor, message));
    return written({{"type", "welcome"},
                    {"token", token},
                    {"conversation", receipt.conversation.value},
                    {"messages", std::move(messages)},
                    {"owner", ownerJson(receipt.owner, receipt.ownerName)},
                    {"title", channel.title},
                    {"greeting", channel.greeting},
                    {"color", channel.accentColor}});
}

std::string ackFrame(const std::string& id, const VisitorReceipt& receipt)
{
    return written(
        {{"type", "ack"}, {"id", id}, {"conversation", receipt.conversation.value}, {"sequence", receipt.sequence}});
}

std::string errorFrame(const FrameError& error)
{
    json frame{{"type", "error"}, {"what", error.what}};
    if (!error.id.empty())
        frame["id"] = error.id;
    return written(frame);
}

std::string retryFrame(const FrameError& error, std::chrono::seconds after)
{
    json frame{{"type", "error"}, {"what", error.what}, {"retryAfter", after.count()}};
    if (!error.id.empty())
        frame["id"] = error.id;
    return written(frame);
}

std::string messageFrame(const VisitorId& visitor, const ConversationId& conversation, const Message& message)
{
    json frame = messageJson(visitor, message);
    frame["type"] = "message";
    frame["conversation"] = conversation.value;
    return written(frame);
}

std::string ownerFrame(OwnerKind kind, const std::string& name)
{
    json frame = ownerJson(kind, name);
    frame["type"] = "owner";
    return written(frame);
}

std::string plainFrame(std::string_view type) { return written({{"type", type}}); }

MessageId workspaceMessageId(const VisitorId& visitor, const std::string& clientId)
{
    return {visitor.value + ':' + clientId};
}

}
