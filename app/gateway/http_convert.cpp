#include "app/gateway/http_convert.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/error.hpp>

#include <array>
#include <ctime>

namespace signalbox {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

// RFC 9110 5.6.7, always in GMT and English.
std::string httpDate(std::time_t now)
{
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  days[static_cast<std::size_t>(utc.tm_wday)], utc.tm_mday,
                  months[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
                  utc.tm_sec);
    return text.data();
}

std::size_t fieldsNamed(const BeastRequest& request, http::field field)
{
    const auto [first, last] = request.equal_range(field);
    return static_cast<std::size_t>(std::distance(first, last));
}

bool isHost(std::string_view host)
{
    return !host.empty() && host.find_first_of(" \t,/\\@?#") == std::string_view::npos;
}

}

std::optional<RequestProblem> headerProblem(const BeastRequest& request)
{
    const std::size_t hosts = fieldsNamed(request, http::field::host);
    if (hosts > 1 || (hosts == 0 && request.version() >= 11)
        || (hosts == 1 && !isHost(view(request[http::field::host]))))
        return RequestProblem{400, "A request names exactly one host."};
    const std::size_t lengths = fieldsNamed(request, http::field::content_length);
    if (lengths > 1 || view(request[http::field::content_length]).find(',') != std::string_view::npos)
        return RequestProblem{400, "More than one Content-Length."};
    const std::size_t encodings = fieldsNamed(request, http::field::transfer_encoding);
    if (encodings > 0 && lengths > 0)
        return RequestProblem{400, "Both Content-Length and Transfer-Encoding."};
    if (encodings > 0
        && !(request.version() >= 11 && sameWord(view(request[http::field::transfer_encoding]), "chunked")))
        return RequestProblem{501, "The only transfer coding is chunked."};
    if (request.count(http::field::expect) > 0 && !sameWord(view(request[http::field::expect]), "100-continue"))
        return RequestProblem{417, "The only expectation is 100-continue."};
    if (view(request.target()).empty()
        || (request.target().front() != '/' && view(request.target()).find("://") == std::string_view::npos))
        return RequestProblem{400, "The target of a request begins with a slash."};
    return std::nullopt;
}

std::optional<RequestProblem> parseProblem(const beast::error_code& error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return RequestProblem{431, "The header is too large."};
    if (error == http::error::body_limit)
        return RequestProblem{413, "The body is too large."};
    if (error == http::error::bad_version)
        return RequestProblem{505, "HTTP/1.0 and HTTP/1.1 are spoken here."};
    const bool gone = error == http::error::end_of_stream || error == http::error::partial_message;
    if (gone || error.category() != http::make_error_code(http::error::bad_method).category())
        return std::nullopt;
    return RequestProblem{400, "This is not a well-formed HTTP request."};
}

HttpRequest toHttpRequest(const BeastRequest& request)
{
    HttpRequest result;
    result.method = std::string(view(request.method_string()));
    std::string_view target = view(request.target());
    if (const auto scheme = target.find("://"); target.front() != '/' && scheme != target.npos) {
        const auto slash = target.find('/', scheme + 3);   // absolute form, as proxies send it
        target = slash == target.npos ? "/" : target.substr(slash);
    }
    const auto mark = target.find('?');
    result.path = std::string(target.substr(0, mark));
    result.query = mark == target.npos ? std::string() : std::string(target.substr(mark + 1));
    for (const auto& field : request)
        result.headers.emplace_back(view(field.name_string()), view(field.value()));
    result.body = request.body();
    return result;
}

BeastResponse toBeastResponse(HttpResponse response, bool keepAlive)
{
    BeastResponse result;
    result.version(11);
    result.result(static_cast<unsigned>(response.status));
    result.set(http::field::date, httpDate(std::time(nullptr)));
    result.set("X-Content-Type-Options", "nosniff");
    for (const auto& [name, value] : response.headers)
        result.set(name, value);
    result.body() = std::move(response.body);
    result.prepare_payload();
    if (response.status == 304)
        result.erase(http::field::content_length);
    result.set(http::field::connection, keepAlive ? "keep-alive" : "close");
    return result;
}

void consumeEmptyLines(beast::flat_buffer& buffer)
{
    const auto startsWithBreak = [&] {
        const auto data = static_cast<const char*>(buffer.data().data());
        return buffer.size() >= 2 && data[0] == '\r' && data[1] == '\n';
    };
    while (startsWithBreak())
        buffer.consume(2);
}

}
