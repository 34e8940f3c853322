#pragma once

#include "app/gateway/chat_frames.h"
#include "app/gateway/chat_hub.h"
#include "app/gateway/chat_wire.h"

#include <memory>
#include <vector>

namespace signalbox {

// One visitor's chat over one connection: protocol.md from the first hello on. Lives on one strand; answers of the router
// reach it through the hub.
class ChatSession {
public:
    ChatSession(std::shared_ptr<ChatHub> hub, ChatHub::Number number, ChatWire& wire, std::size_t maxMessageBytes);

    void onFrame(std::string_view text);
    void onUpdate(const VisitorUpdate& update);
    bool greeted() const { return !m_token.empty(); }

private:
    void take(HelloFrame& hello);
    void take(MessageFrame& message);
    void take(ContextFrame& context);
    void take(AskPersonFrame& ask);
    void take(TypingFrame&);
    void take(ReadFrame& read);
    void take(PingFrame&);

    void arrive(const HelloFrame& hello, std::int64_t resumeAfter, bool again);
    void welcome(const VisitorReceipt& receipt);
    void acknowledge(const std::string& id, const Result<VisitorReceipt>& answer);
    void takeContext(ClientContext&& context);
    bool mayGoOn(const std::string& messageId);
    void show(const VisitorUpdate& update);

    bool submit(decltype(VisitorInput::what) what,
                std::function<void(ChatSession&, const Result<VisitorReceipt>&)> answered);

    const std::shared_ptr<ChatHub> m_hub;
    const ChatHub::Number m_number;
    ChatWire& m_wire;
    const std::size_t m_maxMessageBytes;
    std::string m_token;   // empty before hello
    VisitorId m_visitor;
    bool m_welcomed = false;
    std::vector<VisitorUpdate> m_held;   // updates that came before the welcome
};

}
