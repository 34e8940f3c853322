#include "app/gateway/http_message.h"

#include <QCryptographicHash>

#include <algorithm>

namespace signalbox {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter; }

std::string entityTag(std::string_view body)
{
    const QByteArray bytes = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));
    return '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(20).toStdString() + '"';
}

// RFC 9110 13.1.2: a list of tags compared weakly, or "*". Ours hold no comma, so a search finds whole tags.
bool alreadyHas(const HttpRequest& request, std::string_view tag)
{
    const auto known = request.header("If-None-Match");
    return known && (*known == "*" || known->find(tag) != std::string_view::npos);
}

}

bool sameWord(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<std::string_view> HttpRequest::header(std::string_view name) const
{
    for (const auto& [field, value] : headers)
        if (sameWord(field, name))
            return value;
    return std::nullopt;
}

HttpResponse contentResponse(const HttpRequest& request, std::string_view type, std::string body)
{
    const std::string tag = entityTag(body);
    HttpResponse response;
    response.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}, {"Content-Type", std::string(type)}};
    if (alreadyHas(request, tag))
        response.status = 304;
    else
        response.body = std::move(body);
    return response;
}

}
