#pragma once

#include "app/router/visitor_door.h"
#include "model/domain/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace signalbox {

struct GatewaySettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8480;   // 0: any free one
    int threads = 1;
    int maxConnections = 4096;
    int maxConnectionsPerAddress = 256;
    std::size_t maxHeaderBytes = 16 * 1024;
    std::size_t maxBodyBytes = 64 * 1024;      // of an HTTP request
    std::size_t maxMessageBytes = 16 * 1024;   // of a visitor's message text
    int maxUploads = 16;                       // files on their way in at once
    std::chrono::seconds headerTimeout{10};
    std::chrono::seconds uploadTimeout{120};
    std::chrono::seconds idleTimeout{60};
    int visitorMessagesPerMinute = 60;   // for each visitor; more gets a clear "slow down"
};

// The HTTP and WebSocket server: the visitor's chat and health. Runs on threads of its own.
class Gateway {
public:
    // Binds and starts. Errors: the address cannot be bound ("Port 8480 is in use by another program. ...").
    static Result<std::unique_ptr<Gateway>> start(VisitorDoor& door, const GatewaySettings& settings);
    ~Gateway();   // closes every connection and joins its threads

    std::string address() const;
    std::uint16_t port() const;   // the real one, when 0 was asked for

private:
    struct State;
    explicit Gateway(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
