#include "app/gateway/http_session.h"

#include "app/gateway/api_error.h"
#include "app/gateway/chat_socket.h"
#include "app/gateway/http_convert.h"
#include "app/gateway/widget_handler.h"
#include "model/domain/attachment.h"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace signalbox {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr std::size_t readAtOnce = 16 * 1024;
constexpr std::size_t mostDrained = 1024 * 1024;
constexpr seconds drainTime{2};

}

HttpSession::HttpSession(asio::ip::tcp::socket socket, ServerContext& server, ConnectionCount::Place place)
    : m_stream(std::move(socket)),
      m_buffer(server.settings.maxHeaderBytes + server.settings.maxBodyBytes + readAtOnce),
      m_server(server),
      m_place(std::move(place))
{
}

HttpSession::~HttpSession()
{
    if (m_closer)
        m_server.forget(*m_closer);
}

void HttpSession::start()
{
    m_closer = m_server.onStop([weak = weak_from_this(), executor = m_stream.get_executor()] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock())
                self->m_stream.close();
        });
    });
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->waitForRequest(); });
}

void HttpSession::refuse()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] {
        HttpResponse response = problem(503, "Too many connections from this address.");
        response.headers.emplace_back("Retry-After", "30");
        self->send(std::move(response), false, true);
    });
}

// Between requests a connection may rest; from the first byte on the header has to come in one go.
void HttpSession::waitForRequest()
{
    consumeEmptyLines(m_buffer);
    if (m_buffer.size() > 0)
        return readHeader();
    m_stream.expires_after(m_server.settings.idleTimeout);
    m_stream.async_read_some(m_buffer.prepare(readAtOnce),
                             [self = shared_from_this()](const Error& error, std::size_t size) {
                                 if (error)
                                     return;
                                 self->m_buffer.commit(size);
                                 self->waitForRequest();
                             });
}

void HttpSession::readHeader()
{
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_server.settings.maxHeaderBytes));
    m_parser->body_limit(mostAttachmentBytes);   // `makeRoom` says what the address takes
    m_stream.expires_after(m_server.settings.headerTimeout);
    http::async_read_header(m_stream, m_buffer, *m_parser,
                            [self = shared_from_this()](const Error& error, std::size_t) { self->onHeader(error); });
}

void HttpSession::onHeader(const Error& error)
{
    if (error)
        return reject(error);
    if (const auto refused = headerProblem(m_parser->get()))
        return send(problem(refused->status, refused->detail), false, true);
    if (!makeRoom())
        return;
    if (m_parser->get().count(http::field::expect) > 0 && m_parser->get().version() >= 11)
        return invite();
    readBody();
}

void HttpSession::invite()
{
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_stream, asio::buffer(line), [self = shared_from_this()](const Error& error, std::size_t) {
        if (!error)
            self->readBody();
    });
}

void HttpSession::readBody()
{
    m_stream.expires_after(m_upload ? m_server.settings.uploadTimeout : m_server.settings.headerTimeout);
    http::async_read(m_stream, m_buffer, *m_parser,
                     [self = shared_from_this()](const Error& error, std::size_t) { self->onRequest(error); });
}

void HttpSession::onRequest(const Error& error)
{
    if (error)
        return reject(error);
    HttpRequest request = toHttpRequest(m_parser->get());
    if (request.path == "/widget/ws" && beast::websocket::is_upgrade(m_parser->get()))
        return upgrade(request);
    if (const Route* const route = m_server.routes.find(request.method, request.path); route && route->later)
        return answerLater(*route, std::move(request));
    HttpResponse response;
    try {
        response = m_server.routes.answer(request);
    } catch (const std::exception&) {
        response = problem(500);
    }
    send(std::move(response), m_parser->get().keep_alive(), request.method != "HEAD");
}

bool HttpSession::makeRoom()
{
    const auto target = m_parser->get().target();
    const auto method = m_parser->get().method_string();
    const std::string_view path = std::string_view(target.data(), target.size());
    const Route* const route = m_server.routes.find({method.data(), method.size()}, path.substr(0, path.find('?')));
    if (route && route->takesFile) {
        m_upload = m_server.uploads->enter();
        if (m_upload)
            return true;
        HttpResponse response = problem(503, "Too many files are on their way just now.");
        response.headers.emplace_back("Retry-After", "5");
        send(std::move(response), false, true);
        return false;
    }
    m_parser->body_limit(m_server.settings.maxBodyBytes);
    if (m_parser->content_length().value_or(0) <= m_server.settings.maxBodyBytes)
        return true;
    send(problem(413, "The body is too large."), false, true);
    return false;
}

// The connection rests until the answer is there; who answers knows it by a number only.
void HttpSession::answerLater(const Route& route, HttpRequest request)
{
    const bool keepAlive = m_parser->get().keep_alive();
    const bool withBody = request.method != "HEAD";
    m_parser.reset();
    m_stream.expires_never();
    const auto number = m_server.later->expect([self = shared_from_this(), keepAlive, withBody](HttpResponse response) {
        asio::post(self->m_stream.get_executor(), [self, keepAlive, withBody, response = std::move(response)]() mutable {
            self->m_upload.reset();
            self->send(std::move(response), keepAlive, withBody);
        });
    });
    route.later(std::move(request), [later = m_server.later, number](HttpResponse response) {
        later->give(number, std::move(response));
    });
}

void HttpSession::reject(const Error& error)
{
    if (const auto refused = parseProblem(error))
        send(problem(refused->status, refused->detail), false, true);
}

void HttpSession::upgrade(const HttpRequest& request)
{
    const WebsiteChannel channel = m_server.hub->door().websiteChannel();
    if (!mayConnect(channel, request.header("Origin"), request.header("Host").value_or("")))
        return send(problem(403, "Pages of this origin may not use the chat."), false, true);
    if (m_buffer.size() > 0)
        return send(problem(400, "Wait for the answer to the upgrade before sending frames."), false, true);
    m_stream.expires_never();
    std::make_shared<ChatSocket>(std::move(m_stream), m_server, std::move(m_place))->accept(m_parser->release());
}

void HttpSession::send(HttpResponse response, bool keepAlive, bool withBody)
{
    m_response.emplace(toBeastResponse(std::move(response), keepAlive));
    m_serializer.emplace(*m_response);
    m_stream.expires_after(m_server.settings.idleTimeout);
    auto sent
        = [self = shared_from_this(), keepAlive](const Error& error, std::size_t) { self->onSent(error, keepAlive); };
    if (withBody && m_response->result() != http::status::not_modified)
        http::async_write(m_stream, *m_serializer, std::move(sent));
    else
        http::async_write_header(m_stream, *m_serializer, std::move(sent));
}

void HttpSession::onSent(const Error& error, bool keepAlive)
{
    if (error)
        return;
    if (keepAlive)
        waitForRequest();
    else
        linger();
}

// Closing with unread input would reset the connection and take our answer with it (RFC 9112 9.6).
void HttpSession::linger()
{
    Error ignored;
    m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    m_stream.expires_after(drainTime);
    drain();
}

void HttpSession::drain()
{
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(readAtOnce),
                             [self = shared_from_this()](const Error& error, std::size_t size) {
                                 self->m_drained += size;
                                 if (!error && self->m_drained < mostDrained)
                                     self->drain();
                             });
}

}
