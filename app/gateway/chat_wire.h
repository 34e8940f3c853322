#pragma once

#include <functional>
#include <string>

namespace signalbox {

// The way to one visitor's browser, as the chat sees it: a WebSocket, or a recording in a test.
class ChatWire {
public:
    enum class Close { Violation, Wrong, TryLater, GoingAway };

    virtual ~ChatWire() = default;
    virtual void send(std::string frame) = 0;   // never blocks; a reader too slow is cut off and resumes later
    virtual void close(Close why, std::string words) = 0;   // after what was sent
};

}
