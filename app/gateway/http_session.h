#pragma once

#include "app/gateway/http_message.h"
#include "app/gateway/server_context.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>

namespace signalbox {

// One HTTP connection: requests one after another, each answered before the next is read, so that pipelined answers keep
// their order. An upgrade on the chat's path hands the connection to a ChatSocket.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(boost::asio::ip::tcp::socket socket, ServerContext& server, ConnectionCount::Place place);
    ~HttpSession();

    void start();
    void refuse();   // answers 503 without reading: too many connections

private:
    using Error = boost::beast::error_code;
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Response = boost::beast::http::response<boost::beast::http::string_body>;

    void waitForRequest();
    void readHeader();
    void onHeader(const Error& error);
    void invite();
    void readBody();
    void onRequest(const Error& error);
    void reject(const Error& error);
    void upgrade(const HttpRequest& request);
    bool makeRoom();   // for the body; answers and is false when there is none
    void answerLater(const Route& route, HttpRequest request);
    void send(HttpResponse response, bool keepAlive, bool withBody);
    void onSent(const Error& error, bool keepAlive);
    void linger();
    void drain();

    boost::beast::tcp_stream m_stream;
    boost::beast::flat_buffer m_buffer;
    ServerContext& m_server;
    ConnectionCount::Place m_place;
    UploadPlaces::Place m_upload;   // while a file is on its way in
    std::optional<ServerContext::Closer> m_closer;
    std::optional<Parser> m_parser;
    std::optional<Response> m_response;
    std::optional<boost::beast::http::response_serializer<boost::beast::http::string_body>> m_serializer;
    std::size_t m_drained = 0;
};

}
