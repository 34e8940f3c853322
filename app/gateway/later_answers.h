#pragma once

#include "app/gateway/http_message.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>

namespace signalbox {

// Requests whose answer comes from the router's side. Who answers holds this and a number, never a connection, so that an
// answer that comes late finds nobody and does no harm. Thread-safe.
class LaterAnswers {
public:
    using Number = std::uint64_t;
    using Deliver = std::function<void(HttpResponse)>;   // does not block; keeps its connection alive

    Number expect(Deliver deliver);
    void give(Number number, HttpResponse response);
    void stop();   // lets go of all that wait; nothing is delivered any more

private:
    std::mutex m_mutex;
    bool m_stopped = false;
    Number m_last = 0;
    std::map<Number, Deliver> m_waiting;
};

}
