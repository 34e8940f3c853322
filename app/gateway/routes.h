#pragma once

#include "app/gateway/http_message.h"

#include <functional>
#include <string>
#include <vector>

namespace signalbox {

using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;
// Answers once, at any time and on any thread.
using LaterHttpHandler = std::function<void(HttpRequest, std::function<void(HttpResponse)> answer)>;

// One row of the table that dispatches requests and from which the gateway's description is made.
struct Route {
    std::string method;    // "GET" also answers HEAD
    std::string path;      // compared whole, byte by byte: there is no way from a path to a file
    std::string summary;   // one line for the reader of the description
    HttpHandler handler;
    LaterHttpHandler later{};   // instead of `handler`
    bool takesFile = false;     // its body may be as large as a file
};

class Routes {
public:
    void add(Route route) { m_routes.push_back(std::move(route)); }
    void add(std::vector<Route> routes);
    const std::vector<Route>& all() const { return m_routes; }

    // The route for the request; none for an unknown path or another method.
    const Route* find(std::string_view method, std::string_view path) const;
    // The answer of the route's handler; 404 for an unknown path, 405 with Allow for a method the path does not know.
    HttpResponse answer(const HttpRequest& request) const;

private:
    std::vector<Route> m_routes;
};

}
