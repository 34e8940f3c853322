#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace signalbox {

// A visitor's browser, as far as the WebSocket goes. Each call gives up after five seconds.
class ChatClient {
public:
    // `receiveBuffer`: bytes the system may keep unread; 0: the system's choice.
    explicit ChatClient(std::uint16_t port, const std::string& origin = {}, int receiveBuffer = 0);
    ~ChatClient();

    bool connected() const;    // false: the upgrade was refused
    int refusedWith() const;   // the HTTP status then
    void send(const nlohmann::json& frame);
    void sendText(const std::string& bytes);
    void sendBinary(const std::string& bytes);
    // The next frame; none when the connection has ended.
    std::optional<nlohmann::json> next();
    // The next frame of that type; others are skipped.
    nlohmann::json next(const std::string& type);
    int closeCode() const;                                                               // after the end
    nlohmann::json hello(const std::string& token = {}, std::int64_t resumeAfter = 0);   // the welcome

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
