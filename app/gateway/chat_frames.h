#pragma once

#include "app/router/visitor_door.h"
#include "app/gateway/visitor_context.h"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

namespace signalbox {

// When to try again, as an answer tells it.
constexpr std::chrono::seconds soon{1};
constexpr std::chrono::seconds afterTrouble{5};

// What a visitor's chat sends: the frames of protocol.md, read and checked.
struct HelloFrame {
    std::string token;
    std::string conversation;
    std::int64_t resumeAfter = 0;
    std::int64_t read = 0;
    ClientContext context;
};
struct MessageFrame {
    std::string id;
    std::string text;
};
struct ContextFrame {
    ClientContext context;
};
struct AskPersonFrame {
    std::string id;
};
struct TypingFrame { };
// How far the chat has the messages, and how far the visitor saw them.
struct ReadFrame {
    std::int64_t upTo = 0;
    std::int64_t received = 0;
};
struct PingFrame { };
using ChatFrame
    = std::variant<HelloFrame, MessageFrame, ContextFrame, AskPersonFrame, TypingFrame, ReadFrame, PingFrame>;

// A frame that cannot be used, in words for who wrote the client. `id` is that of the message it was about, if known.
struct FrameError {
    std::string id;
    std::string what;
};

// The client's own id of a message: what randomUUID gives, with room for other clients.
bool isClientMessageId(std::string_view id);

tl::expected<ChatFrame, FrameError> readChatFrame(std::string_view text, std::size_t maxMessageBytes);

// What the chat is told, as JSON text.
std::string welcomeFrame(const std::string& token, const VisitorId& visitor, const VisitorReceipt& receipt,
                         const WebsiteChannel& channel);
std::string ackFrame(const std::string& id, const VisitorReceipt& receipt);
std::string errorFrame(const FrameError& error);
std::string retryFrame(const FrameError& error, std::chrono::seconds after);   // the same later will do
std::string messageFrame(const VisitorId& visitor, const ConversationId& conversation, const Message& message);
std::string ownerFrame(OwnerKind kind, const std::string& name);
std::string plainFrame(std::string_view type);   // typing, closed, pong

// The message's id in the workspace: the visitor's, and the one the visitor's client gave it.
MessageId workspaceMessageId(const VisitorId& visitor, const std::string& clientId);

}
