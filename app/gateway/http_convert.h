#pragma once

#include "app/gateway/http_message.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace signalbox {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;
using BeastResponse = boost::beast::http::response<boost::beast::http::string_body>;

struct RequestProblem {
    int status;
    std::string_view detail;
};

// What is wrong with a header that could be parsed: RFC 9112 3.2 (Host), 6.1 and 6.3 (framing), RFC 9110 10.1.1 (Expect).
std::optional<RequestProblem> headerProblem(const BeastRequest& request);

// The answer to what could not be parsed; none when the client has gone or was too slow.
std::optional<RequestProblem> parseProblem(const boost::beast::error_code& error);

HttpRequest toHttpRequest(const BeastRequest& request);

// Adds what every answer carries: Date, Connection, Content-Length, nosniff.
BeastResponse toBeastResponse(HttpResponse response, bool keepAlive);

// RFC 9112 2.2: empty lines before a request are no request.
void consumeEmptyLines(boost::beast::flat_buffer& buffer);

}
