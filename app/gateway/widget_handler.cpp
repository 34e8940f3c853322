#include "app/gateway/widget_handler.h"

#include "app/gateway/api_error.h"
#include "app/gateway/web_asset.h"
#include "app/router/visitor_door.h"

#include <algorithm>

namespace signalbox {
namespace {

// Settings are typed by people: only what can be an origin reaches a header.
bool isOrigin(std::string_view text)
{
    const bool web = text.starts_with("https://") || text.starts_with("http://");
    return web && text.size() < 256 && std::all_of(text.begin(), text.end(), [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
                   || (letter >= '0' && letter <= '9')
                   || std::string_view(":/.-[]_").find(letter) != std::string_view::npos;
           });
}

std::string_view withoutSlash(std::string_view origin)
{
    return origin.ends_with('/') ? origin.substr(0, origin.size() - 1) : origin;
}

std::string framePolicy(const WebsiteChannel& channel)
{
    std::string policy
        = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
          "form-action 'none'; frame-ancestors";
    if (channel.allowedOrigins.empty())
        return policy + " *";
    policy += " 'self'";
    for (const std::string& origin : channel.allowedOrigins)
        if (isOrigin(origin))
            policy.append(" ").append(withoutSlash(origin));
    return policy;
}

HttpResponse frame(const VisitorDoor& door, const std::string& page, const HttpRequest& request)
{
    const WebsiteChannel channel = door.websiteChannel();
    return htmlResponse(request,
                        filledIn(page,
                                 {{"title", channel.title.empty() ? "Chat" : channel.title},
                                  {"greeting", channel.greeting},
                                  {"color", channel.accentColor},
                                  {"enabled", channel.enabled ? "true" : "false"}}),
                        framePolicy(channel));
}

}

std::vector<Route> widgetRoutes(const VisitorDoor& door)
{
    auto routes = assetRoutes({{"/widget.js", "widget.js"},
                               {"/widget/frame.css", "frame.css"},
                               {"/widget/frame.js", "frame.js"},
                               {"/widget/chat_connection.js", "chat_connection.js"},
                               {"/widget/chat_store.js", "chat_store.js"},
                               {"/widget/chat_view.js", "chat_view.js"},
                               {"/widget/chat_files.js", "chat_files.js"},
                               {"/widget/file_chooser.js", "file_chooser.js"},
                               {"/widget/chat_colors.js", "chat_colors.js"},
                               {"/widget/host_page.js", "host_page.js"},
                               {"/widget/transcript.js", "transcript.js"}});
    for (Route& route : routes) {
        // A page under Cross-Origin-Embedder-Policy may load the script too.
        route.handler = [serve = std::move(route.handler)](const HttpRequest& request) {
            HttpResponse response = serve(request);
            response.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
            return response;
        };
    }
    routes.push_back(
        {"GET", "/widget/frame", "The visitor's chat, for a frame",
         [&door, page = webAsset("frame.html")](const HttpRequest& request) { return frame(door, page, request); }});
    routes.push_back(
        {"GET", "/widget/ws", "WebSocket of the visitor's chat (app/gateway/protocol.md)", [](const HttpRequest&) {
             HttpResponse response = problem(426, "Connect with a WebSocket.");
             response.headers.emplace_back("Upgrade", "websocket");
             return response;
         }});
    return routes;
}

bool mayConnect(const WebsiteChannel& channel, std::optional<std::string_view> origin, std::string_view host)
{
    if (!origin || channel.allowedOrigins.empty())
        return true;
    const auto scheme = origin->find("://");
    // Behind a TLS proxy the scheme differs from ours, the host does not.
    if (scheme != std::string_view::npos && sameWord(origin->substr(scheme + 3), host))
        return true;
    return std::any_of(channel.allowedOrigins.begin(), channel.allowedOrigins.end(),
                       [&](const std::string& allowed) { return sameWord(withoutSlash(allowed), *origin); });
}

}
