#include "app/gateway/chat_session.h"

#include "app/gateway/visitor_token.h"

namespace signalbox {
namespace {

constexpr std::size_t mostHeldUpdates = 1000;

}

ChatSession::ChatSession(std::shared_ptr<ChatHub> hub, ChatHub::Number number, ChatWire& wire,
                         std::size_t maxMessageBytes)
    : m_hub(std::move(hub)), m_number(number), m_wire(wire), m_maxMessageBytes(maxMessageBytes)
{
}

void ChatSession::onFrame(std::string_view text)
{
    auto frame = readChatFrame(text, m_maxMessageBytes);
    if (!frame)
        return m_wire.send(errorFrame(frame.error()));
    const bool hello = std::holds_alternative<HelloFrame>(*frame);
    if (hello == greeted())
        return m_wire.send(errorFrame({{}, hello ? "Say hello once." : "Say hello first."}));
    std::visit([this](auto& what) { take(what); }, *frame);
}

// Other frames share one generous limit, so that nobody can fill the router's queue with typing.
bool ChatSession::mayGoOn(const std::string& messageId)
{
    const auto wait = m_hub->frames.take(m_visitor.value, std::chrono::steady_clock::now());
    if (wait.count() > 0)
        m_wire.send(retryFrame({messageId, "Too much at once. Please slow down."}, wait));
    return wait.count() == 0;
}

bool ChatSession::submit(decltype(VisitorInput::what) what,
                         std::function<void(ChatSession&, const Result<VisitorReceipt>&)> answered)
{
    VisitorInput input;
    input.visitor = m_visitor;
    input.what = std::move(what);
    return m_hub->door().submit(
        std::move(input),
        [hub = m_hub, number = m_number, answered = std::move(answered)](const Result<VisitorReceipt>& receipt) {
            hub->post(number, [answered, receipt](ChatSession& session) { answered(session, receipt); });
        });
}

void ChatSession::take(HelloFrame& hello)
{
    if (!m_hub->door().websiteChannel().enabled) {
        m_wire.send(errorFrame({{}, "The chat is switched off."}));
        return m_wire.close(ChatWire::Close::Violation, "switched off");
    }
    m_token = isVisitorToken(hello.token) ? hello.token : newVisitorToken();
    m_visitor = visitorOf(m_token);
    if (!mayGoOn({}))
        return m_wire.close(ChatWire::Close::TryLater, "too many connections");
    m_hub->belongs(m_number, m_visitor);
    arrive(hello, hello.resumeAfter, false);
    takeContext(std::move(hello.context));
}

void ChatSession::arrive(const HelloFrame& hello, std::int64_t resumeAfter, bool again)
{
    const bool taken
        = submit(VisitorArrived{resumeAfter}, [hello, resumeAfter, again](ChatSession& self, const auto& answer) {
              if (!answer) {
                  self.m_wire.send(retryFrame({{}, "The chat cannot be opened right now."}, afterTrouble));
                  return self.m_wire.close(ChatWire::Close::TryLater, "not available");
              }
              const bool other = !hello.conversation.empty() && !answer->conversation.empty()
                  && answer->conversation.value != hello.conversation;
              if (!again && other && resumeAfter > 0)
                  return self.arrive(hello, 0, true);   // the number belonged to an earlier conversation
              if (!again && answer->conversation.empty() && hello.read > 0)
                  return self.arrive(hello, hello.read,
                                     true);   // it was closed meanwhile: what was not read yet is still owed
              self.welcome(*answer);
          });
    if (!taken) {
        m_wire.send(retryFrame({{}, "Busy right now. Trying again in a moment."}, soon));
        m_wire.close(ChatWire::Close::TryLater, "busy");
    }
}

void ChatSession::welcome(const VisitorReceipt& receipt)
{
    m_wire.send(welcomeFrame(m_token, m_visitor, receipt, m_hub->door().websiteChannel()));
    m_welcomed = true;
    for (const VisitorUpdate& update : std::exchange(m_held, {}))
        show(update);
}

void ChatSession::take(MessageFrame& message)
{
    const auto wait = m_hub->messages.take(m_visitor.value, std::chrono::steady_clock::now());
    if (wait.count() > 0)
        return m_wire.send(retryFrame({message.id, "You are writing very fast. Please slow down."}, wait));
    VisitorWrote wrote{workspaceMessageId(m_visitor, message.id), std::move(message.text)};
    const bool taken = submit(
        std::move(wrote), [id = message.id](ChatSession& self, const auto& answer) { self.acknowledge(id, answer); });
    if (!taken)
        m_wire.send(retryFrame({message.id, "Busy right now. Trying again in a moment."}, soon));
}

void ChatSession::acknowledge(const std::string& id, const Result<VisitorReceipt>& answer)
{
    // Why it failed is for the operator, who is told on the console.
    if (!answer)
        return m_wire.send(retryFrame({id, "This could not be saved. Trying again in a moment."}, afterTrouble));
    m_wire.send(ackFrame(id, *answer));
}

void ChatSession::take(ContextFrame& context)
{
    if (mayGoOn({}))
        takeContext(std::move(context.context));
}

void ChatSession::takeContext(ClientContext&& context)
{
    if (!context.refused.empty()) {
        std::string names;
        for (const std::string& name : context.refused)
            names += (names.empty() ? "" : ", ") + name;
        m_wire.send(errorFrame({{}, "Not taken, unknown or of the wrong form: " + names}));
    }
    if (context.changes.empty())
        return;
    // Facts of the page come again with the next change; a busy moment may miss one, and says so.
    if (!submit(VisitorContext{std::move(context.changes)}, [](ChatSession&, const auto&) {}))
        m_wire.send(retryFrame({{}, "Busy right now. The page's details were not taken."}, soon));
}

void ChatSession::take(AskPersonFrame& ask)
{
    if (!mayGoOn(ask.id))
        return;
    const bool taken = submit(VisitorAsksForPerson{},
                              [id = ask.id](ChatSession& self, const auto& answer) { self.acknowledge(id, answer); });
    if (!taken)
        m_wire.send(retryFrame({ask.id, "Busy right now. Trying again in a moment."}, soon));
}

void ChatSession::take(TypingFrame&)
{
    if (mayGoOn({}) && !submit(VisitorTypes{}, [](ChatSession&, const auto&) {}))
        m_wire.send(retryFrame({{}, "Busy right now."}, soon));
}

void ChatSession::take(ReadFrame& read)
{
    if (mayGoOn({}) && !submit(VisitorRead{read.upTo, read.received}, [](ChatSession&, const auto&) {}))
        m_wire.send(retryFrame({{}, "Busy right now."}, soon));
}

void ChatSession::take(PingFrame&)
{
    if (mayGoOn({}))
        m_wire.send(plainFrame("pong"));
}

void ChatSession::onUpdate(const VisitorUpdate& update)
{
    if (m_welcomed)
        return show(update);
    if (m_held.size() == mostHeldUpdates)
        return m_wire.close(ChatWire::Close::TryLater, "busy");
    m_held.push_back(update);
}

void ChatSession::show(const VisitorUpdate& update)
{
    if (update.owner && !update.closed)
        m_wire.send(ownerFrame(*update.owner, update.ownerName));
    for (const Message& message : update.messages)
        if (!message.internalNote)
            m_wire.send(messageFrame(m_visitor, update.conversation, message));
    if (update.agentTyping)
        m_wire.send(plainFrame("typing"));
    if (update.closed)
        m_wire.send(plainFrame("closed"));
}

}
