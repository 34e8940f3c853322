#pragma once

#include "app/gateway/chat_session.h"
#include "app/gateway/server_context.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <optional>

namespace signalbox {

// The WebSocket under one chat: text frames in order, a bounded queue of frames to write, and the ways a connection ends.
class ChatSocket final : public ChatWire, public std::enable_shared_from_this<ChatSocket> {
public:
    ChatSocket(boost::beast::tcp_stream stream, ServerContext& server, ConnectionCount::Place place);
    ~ChatSocket() override;

    void accept(boost::beast::http::request<boost::beast::http::string_body> request);

    void send(std::string frame) override;
    void close(Close why, std::string words) override;

private:
    using Error = boost::beast::error_code;

    void setBounds();
    void join();
    void expectHello();
    void read();
    void onRead(const Error& error);
    void write();
    void onWritten(const Error& error);
    void cut();
    void sayGoodbye();

    boost::beast::websocket::stream<boost::beast::tcp_stream> m_socket;
    boost::beast::flat_buffer m_buffer;
    ServerContext& m_server;
    ConnectionCount::Place m_place;
    std::optional<ServerContext::Closer> m_closer;
    ChatHub::Number m_number = 0;
    std::optional<ChatSession> m_session;
    boost::asio::steady_timer m_helloTimer;
    boost::beast::http::request<boost::beast::http::string_body> m_request;
    std::deque<std::string> m_queue;   // the first one is being written
    std::size_t m_queuedBytes = 0;
    std::optional<boost::beast::websocket::close_reason> m_goodbye;
    bool m_cut = false;
};

}
