#include "app/gateway/chat_socket.h"

#include <boost/asio/post.hpp>
#include <boost/beast/core/buffers_to_string.hpp>

namespace signalbox {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

// What a reader may leave unread; a chat that is cut off resumes from its last message.
constexpr std::size_t mostQueuedBytes = 1024 * 1024;
constexpr std::size_t mostQueuedFrames = 4096;
constexpr seconds closingTime{2};

websocket::close_code codeOf(ChatWire::Close why)
{
    switch (why) {
    case ChatWire::Close::Violation:
        return websocket::close_code::policy_error;
    case ChatWire::Close::Wrong:
        return websocket::close_code::unknown_data;
    case ChatWire::Close::TryLater:
        return websocket::close_code::try_again_later;
    case ChatWire::Close::GoingAway:
        return websocket::close_code::going_away;
    }
    return websocket::close_code::internal_error;
}

}

ChatSocket::ChatSocket(beast::tcp_stream stream, ServerContext& server, ConnectionCount::Place place)
    : m_socket(std::move(stream)), m_server(server), m_place(std::move(place)), m_helloTimer(m_socket.get_executor())
{
}

ChatSocket::~ChatSocket()
{
    m_server.hub->remove(m_number);
    if (m_closer)
        m_server.forget(*m_closer);
}

void ChatSocket::setBounds()
{
    websocket::stream_base::timeout timeouts{};
    timeouts.handshake_timeout = closingTime;
    timeouts.idle_timeout = m_server.settings.idleTimeout;
    timeouts.keep_alive_pings = true;
    m_socket.set_option(timeouts);
    // JSON may write one byte as six; the message itself has its own bound and a kinder answer.
    m_socket.read_message_max(m_server.settings.maxMessageBytes * 2 + 8 * 1024);
    m_socket.text(true);
}

void ChatSocket::accept(beast::http::request<beast::http::string_body> request)
{
    setBounds();
    m_request = std::move(request);
    m_socket.async_accept(m_request, [self = shared_from_this()](const Error& error) {
        if (!error)
            self->join();
    });
}

void ChatSocket::join()
{
    const auto weak = weak_from_this();
    const auto executor = m_socket.get_executor();
    m_number = m_server.hub->add([weak, executor](ChatHub::Task task) {
        asio::post(executor, [weak, task = std::move(task)] {
            if (const auto self = weak.lock())
                task(*self->m_session);
        });
    });
    m_closer = m_server.onStop([weak, executor] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock())
                self->close(Close::GoingAway, "The chat restarts.");
        });
    });
    m_session.emplace(m_server.hub, m_number, *this, m_server.settings.maxMessageBytes);
    expectHello();
    read();
}

void ChatSocket::expectHello()
{
    m_helloTimer.expires_after(m_server.settings.headerTimeout);
    m_helloTimer.async_wait([weak = weak_from_this()](const Error& error) {
        const auto self = weak.lock();
        if (!error && self && !self->m_session->greeted())
            self->close(Close::Violation, "hello expected");
    });
}

void ChatSocket::read()
{
    m_socket.async_read(m_buffer,
                        [self = shared_from_this()](const Error& error, std::size_t) { self->onRead(error); });
}

void ChatSocket::onRead(const Error& error)
{
    if (error) {
        m_helloTimer.cancel();
        return;
    }
    if (!m_socket.got_text()) {
        close(Close::Wrong, "text frames only");
        return;
    }
    const std::string frame = beast::buffers_to_string(m_buffer.data());
    m_buffer.consume(m_buffer.size());
    if (!m_goodbye)
        m_session->onFrame(frame);
    read();
}

void ChatSocket::send(std::string frame)
{
    if (m_goodbye || m_cut)
        return;
    const bool tooMuch = m_queuedBytes + frame.size() > mostQueuedBytes || m_queue.size() >= mostQueuedFrames;
    if (!m_queue.empty() && tooMuch)
        return cut();
    m_queuedBytes += frame.size();
    m_queue.push_back(std::move(frame));
    if (m_queue.size() == 1)
        write();
}

void ChatSocket::write()
{
    m_socket.async_write(asio::buffer(m_queue.front()),
                         [self = shared_from_this()](const Error& error, std::size_t) { self->onWritten(error); });
}

void ChatSocket::onWritten(const Error& error)
{
    if (error)
        return;
    m_queuedBytes -= m_queue.front().size();
    m_queue.pop_front();
    if (!m_queue.empty())
        write();
    else if (m_goodbye)
        sayGoodbye();
}

void ChatSocket::close(Close why, std::string words)
{
    if (m_goodbye || m_cut)
        return;
    m_goodbye.emplace(codeOf(why), words);
    if (m_queue.empty())
        sayGoodbye();
}

void ChatSocket::sayGoodbye()
{
    m_helloTimer.cancel();
    m_socket.async_close(*m_goodbye, [self = shared_from_this()](const Error&) { self->cut(); });
}

void ChatSocket::cut()
{
    m_cut = true;
    beast::get_lowest_layer(m_socket).close();
}

}
