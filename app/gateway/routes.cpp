#include "app/gateway/routes.h"

#include "app/gateway/api_error.h"

#include <iterator>

namespace signalbox {

void Routes::add(std::vector<Route> routes)
{
    m_routes.insert(m_routes.end(), std::make_move_iterator(routes.begin()), std::make_move_iterator(routes.end()));
}

HttpResponse Routes::answer(const HttpRequest& request) const
{
    std::string allowed;
    for (const Route& route : m_routes) {
        if (route.path != request.path)
            continue;
        if (route.method == request.method || (route.method == "GET" && request.method == "HEAD"))
            return route.handler(request);
        allowed += (allowed.empty() ? "" : ", ") + route.method + (route.method == "GET" ? ", HEAD" : "");
    }
    if (allowed.empty())
        return problem(404, "There is nothing at this address.");
    HttpResponse response = problem(405, "This address does not know the method.");
    response.headers.emplace_back("Allow", allowed);
    return response;
}

}
