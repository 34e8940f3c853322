#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

struct RawAnswer {
    int status = 0;
    std::string head;   // status line and fields
    std::string body;

    std::string field(std::string_view name) const;   // empty when missing
};

// A TCP connection that says byte for byte what a test wants. Gives up after five seconds.
class RawClient {
public:
    explicit RawClient(std::uint16_t port, const std::string& address = "127.0.0.1");
    ~RawClient();
    RawClient(const RawClient&) = delete;

    void send(std::string_view bytes);
    // The next answer; status 0 when the other side closed first. `toHead`: the answer has no body.
    RawAnswer answer(bool toHead = false);
    bool closedByPeer();   // waits for the end; false when something else comes

private:
    bool fill();
    int m_socket = -1;
    std::string m_received;
};

// One request on a connection of its own: answer and end.
RawAnswer ask(std::uint16_t port, std::string_view request, bool toHead = false);
RawAnswer get(std::uint16_t port, const std::string& path, const std::string& fields = {});

}
