#include "app/gateway/demo_handler.h"

#include "app/gateway/web_asset.h"
#include "app/router/visitor_door.h"

#include <algorithm>
#include <array>

namespace signalbox {
namespace {

struct DemoPage {
    std::string path, name, asset;
};
const std::array demoPages{DemoPage{"/demo", "Home", "demo_home.html"},
                           DemoPage{"/demo/pricing", "Pricing", "demo_pricing.html"},
                           DemoPage{"/demo/contact", "Contact", "demo_contact.html"}};

// The address the browser used, for the line to copy. It comes from outside, so anything odd is left out.
std::string ownAddress(const HttpRequest& request)
{
    const std::string_view host = request.header("Host").value_or("");
    const bool plain = !host.empty() && host.size() < 256 && std::all_of(host.begin(), host.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
            || std::string_view(".:-[]").find(letter) != std::string_view::npos;
    });
    const bool secure = request.header("X-Forwarded-Proto").value_or("") == "https";
    return plain ? (secure ? "https://" : "http://") + std::string(host) : "";
}

std::string navigation(const std::string& current)
{
    std::string links;
    for (const DemoPage& page : demoPages)
        links += "<a href=\"" + page.path + "\"" + (page.path == current ? " aria-current=\"page\"" : "") + ">"
            + page.name + "</a>";
    return links;
}

std::string replaced(std::string text, std::string_view mark, std::string_view by)
{
    return text.replace(text.find(mark), mark.size(), by);
}

}

std::vector<Route> demoRoutes(const VisitorDoor& door)
{
    auto routes = assetRoutes({{"/demo/demo.css", "demo.css"}});
    for (const DemoPage& page : demoPages) {
        std::string layout = replaced(webAsset("demo.html"), "<!-- content -->", webAsset(page.asset));
        layout = replaced(layout, "<!-- navigation -->", navigation(page.path));
        routes.push_back(
            {"GET", page.path, "Demo page: " + page.name,
             [&door, layout, name = page.name](const HttpRequest& request) {
                 const WebsiteChannel channel = door.websiteChannel();
                 const std::string title = channel.title.empty() ? "Demo company" : channel.title;
                 return htmlResponse(
                     request, filledIn(layout, {{"company", title}, {"page", name}, {"address", ownAddress(request)}}),
                     "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
             }});
    }
    return routes;
}

}
