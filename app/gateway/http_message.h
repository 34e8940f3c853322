#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox {

// A request as handlers see it: free of sockets and of the HTTP library.
struct HttpRequest {
    std::string method;
    std::string path;    // "/widget.js", as sent, without the query
    std::string query;   // without "?"
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    // The first header of that name, in any case.
    std::optional<std::string_view> header(std::string_view name) const;
};

struct HttpResponse {
    int status = 200;
    std::vector<std::pair<std::string, std::string>>
        headers;   // Date, Content-Length and Connection are added when sent
    std::string body;
};

bool sameWord(std::string_view left, std::string_view right);   // ASCII, in any case

// An answer with an entity tag of its content: 304 without a body when the client has it already.
HttpResponse contentResponse(const HttpRequest& request, std::string_view type, std::string body);

}
