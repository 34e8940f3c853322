#include "app/gateway/web_asset.h"

#include <QFile>

namespace signalbox {
namespace {

std::string_view contentTypeOf(std::string_view name)
{
    if (name.ends_with(".js"))
        return "text/javascript; charset=utf-8";
    if (name.ends_with(".css"))
        return "text/css; charset=utf-8";
    return "text/html; charset=utf-8";
}

}

std::string webAsset(std::string_view name)
{
    QFile file(QStringLiteral(":/widget/") + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The web asset %s is not built in.", std::string(name).c_str());
    return file.readAll().toStdString();
}

std::vector<Route> assetRoutes(const std::vector<std::pair<std::string, std::string>>& addresses)
{
    std::vector<Route> routes;
    for (const auto& [path, name] : addresses)
        routes.push_back({"GET", path, "Part of the visitor's chat: " + name,
                          [body = webAsset(name), type = contentTypeOf(name)](const HttpRequest& request) {
                              return contentResponse(request, type, body);
                          }});
    return routes;
}

std::string escapedHtml(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += letter;
        }
    }
    return escaped;
}

std::string filledIn(std::string_view page, const std::map<std::string, std::string, std::less<>>& values)
{
    std::string result;
    while (true) {
        const auto open = page.find("{{");
        const auto close = open == std::string_view::npos ? open : page.find("}}", open);
        if (close == std::string_view::npos)
            return result.append(page);
        result.append(page.substr(0, open));
        const auto value = values.find(page.substr(open + 2, close - open - 2));
        if (value != values.end())
            result += escapedHtml(value->second);
        page.remove_prefix(close + 2);
    }
}

HttpResponse htmlResponse(const HttpRequest& request, std::string body, std::string policy)
{
    HttpResponse response = contentResponse(request, "text/html; charset=utf-8", std::move(body));
    response.headers.emplace_back("Content-Security-Policy", std::move(policy));
    response.headers.emplace_back("Referrer-Policy", "strict-origin-when-cross-origin");
    return response;
}

}
