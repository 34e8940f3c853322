#pragma once

#include "app/gateway/rate_limit.h"
#include "app/router/visitor_door.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace signalbox {

class ChatSession;

// All open chats, and the only way from the router's thread to one of them: callbacks hold the hub and a number, never a
// socket, so an answer that comes late, or after the gateway has stopped, finds nobody and does no harm. Thread-safe.
class ChatHub : public std::enable_shared_from_this<ChatHub> {
public:
    static constexpr int filesPerMinute = 12;

    using Number = std::uint64_t;
    using Task = std::function<void(ChatSession&)>;
    using Post = std::function<void(Task)>;   // runs the task on the session's own strand

    ChatHub(VisitorDoor& door, int messagesPerMinute)
        : messages(messagesPerMinute), frames(messagesPerMinute * 10), files(filesPerMinute), m_door(door)
    {
    }

    void startListening();
    void stop();   // after this no task is posted any more

    Number add(Post post);
    void remove(Number number);
    void belongs(Number number, const VisitorId& visitor);   // from now on it is told of the visitor's updates
    void post(Number number, Task task);
    VisitorDoor& door() { return m_door; }

    RateLimit messages;   // for each visitor
    RateLimit frames;     // of any kind, for each visitor
    RateLimit files;      // sent, for each visitor

private:
    void tell(const VisitorUpdate& update);

    struct Member {
        Post post;
        VisitorId visitor;
    };
    VisitorDoor& m_door;
    int m_listening = 0;
    std::mutex m_mutex;
    bool m_stopped = false;
    Number m_last = 0;
    std::unordered_map<Number, Member> m_members;
    std::unordered_multimap<std::string, Number> m_chatsOf;   // visitor -> chats
};

}
