#include "app/gateway/api_error.h"

#include <nlohmann/json.hpp>

namespace signalbox {

std::string_view statusTitle(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Error";
    }
}

HttpResponse problem(int status, std::string_view detail)
{
    nlohmann::ordered_json document{{"type", "about:blank"}, {"title", statusTitle(status)}, {"status", status}};
    if (!detail.empty())
        document["detail"] = detail;
    HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/problem+json"}};
    response.body = document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return response;
}

}
