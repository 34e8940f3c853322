#include "tests/app/gateway/chat_client.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>

namespace signalbox {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

struct ChatClient::State {
    asio::io_context io;
    websocket::stream<beast::tcp_stream> socket{io};
    websocket::response_type response;
    beast::error_code failed;

    // Starts `operation` and runs it to its end, or gives up.
    template <class Operation>
    beast::error_code wait(Operation&& operation)
    {
        beast::error_code result = asio::error::timed_out;
        operation([&result](beast::error_code error, auto&&...) { result = error; });
        io.restart();
        io.run_for(std::chrono::seconds(5));
        if (result == asio::error::timed_out) {
            beast::get_lowest_layer(socket).close();
            io.restart();
            io.run();
        }
        return result;
    }
};

ChatClient::ChatClient(std::uint16_t port, const std::string& origin, int receiveBuffer)
    : m_state(std::make_unique<State>())
{
    auto& lowest = beast::get_lowest_layer(m_state->socket).socket();
    lowest.open(asio::ip::tcp::v4());
    if (receiveBuffer > 0)
        lowest.set_option(asio::socket_base::receive_buffer_size(receiveBuffer));
    lowest.connect({asio::ip::address_v4::loopback(), port});
    m_state->socket.set_option(websocket::stream_base::decorator([origin](websocket::request_type& request) {
        if (!origin.empty())
            request.set(beast::http::field::origin, origin);
    }));
    const std::string host = "127.0.0.1:" + std::to_string(port);
    m_state->failed = m_state->wait(
        [&](auto done) { m_state->socket.async_handshake(m_state->response, host, "/widget/ws", std::move(done)); });
}

ChatClient::~ChatClient() = default;

bool ChatClient::connected() const { return !m_state->failed; }
int ChatClient::refusedWith() const { return m_state->response.result_int(); }
int ChatClient::closeCode() const { return m_state->socket.reason().code; }

void ChatClient::send(const nlohmann::json& frame) { sendText(frame.dump()); }

void ChatClient::sendText(const std::string& bytes)
{
    m_state->socket.text(true);
    m_state->wait([&](auto done) { m_state->socket.async_write(asio::buffer(bytes), std::move(done)); });
}

void ChatClient::sendBinary(const std::string& bytes)
{
    m_state->socket.binary(true);
    m_state->wait([&](auto done) { m_state->socket.async_write(asio::buffer(bytes), std::move(done)); });
}

std::optional<nlohmann::json> ChatClient::next()
{
    beast::flat_buffer buffer;
    if (m_state->wait([&](auto done) { m_state->socket.async_read(buffer, std::move(done)); }))
        return std::nullopt;
    return nlohmann::json::parse(beast::buffers_to_string(buffer.data()));
}

nlohmann::json ChatClient::next(const std::string& type)
{
    while (auto frame = next())
        if ((*frame)["type"] == type)
            return *frame;
    return {};
}

nlohmann::json ChatClient::hello(const std::string& token, std::int64_t resumeAfter)
{
    send({{"type", "hello"}, {"token", token}, {"resumeAfter", resumeAfter}});
    return next("welcome");
}

}
