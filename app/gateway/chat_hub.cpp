#include "app/gateway/chat_hub.h"

#include "app/gateway/chat_session.h"

namespace signalbox {

void ChatHub::startListening()
{
    m_listening = m_door.listen([hub = weak_from_this()](const VisitorUpdate& update) {
        if (const auto alive = hub.lock())
            alive->tell(update);
    });
}

void ChatHub::stop()
{
    m_door.unlisten(m_listening);
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_members.clear();
    m_chatsOf.clear();
}

ChatHub::Number ChatHub::add(Post post)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_stopped)
        m_members.emplace(++m_last, Member{std::move(post), {}});
    return m_last;
}

void ChatHub::remove(Number number)
{
    const std::scoped_lock lock(m_mutex);
    const auto member = m_members.find(number);
    if (member == m_members.end())
        return;
    const auto [first, last] = m_chatsOf.equal_range(member->second.visitor.value);
    for (auto chat = first; chat != last;)
        chat = chat->second == number ? m_chatsOf.erase(chat) : std::next(chat);
    m_members.erase(member);
}

void ChatHub::belongs(Number number, const VisitorId& visitor)
{
    const std::scoped_lock lock(m_mutex);
    const auto member = m_members.find(number);
    if (member == m_members.end())
        return;
    member->second.visitor = visitor;
    m_chatsOf.emplace(visitor.value, number);
}

void ChatHub::post(Number number, Task task)
{
    const std::scoped_lock lock(m_mutex);
    const auto member = m_members.find(number);
    if (member != m_members.end())
        member->second.post(std::move(task));
}

void ChatHub::tell(const VisitorUpdate& update)
{
    if (update.channel != Channel::Website)
        return;
    const std::scoped_lock lock(m_mutex);
    const auto [first, last] = m_chatsOf.equal_range(update.visitor.value);
    if (first == last)
        return;
    const auto shared = std::make_shared<const VisitorUpdate>(update);
    for (auto chat = first; chat != last; ++chat)
        m_members.at(chat->second).post([shared](ChatSession& session) { session.onUpdate(*shared); });
}

}
