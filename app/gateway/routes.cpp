#include "app/gateway/routes.h"

#include "app/gateway/api_error.h"

#include <iterator>

namespace signalbox {

void Routes::add(std::vector<Route> routes)
{
    m_routes.insert(m_routes.end(), std::make_move_iterator(routes.begin()), std::make_move_iterator(routes.end()));
}

const Route* Routes::find(std::string_view method, std::string_view path) const
{
    for (const Route& route : m_routes)
        if (route.path == path && (route.method == method || (route.method == "GET" && method == "HEAD")))
            return &route;
    return nullptr;
}

HttpResponse Routes::answer(const HttpRequest& request) const
{
    if (const Route* const route = find(request.method, request.path))
        return route->handler(request);
    std::string allowed;
    for (const Route& route : m_routes) {
        if (route.path == request.path)
            allowed += (allowed.empty() ? "" : ", ") + route.method + (route.method == "GET" ? ", HEAD" : "");
    }
    if (allowed.empty())
        return problem(404, "There is nothing at this address.");
    HttpResponse response = problem(405, "This address does not know the method.");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

}
