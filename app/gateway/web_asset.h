#pragma once

#include "app/gateway/routes.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// The content of a file of resources/widget, built into the program. Must exist.
std::string webAsset(std::string_view name);

// Routes to the files of resources/widget that are served as they are; `addresses` are path and file name.
std::vector<Route> assetRoutes(const std::vector<std::pair<std::string, std::string>>& addresses);

// `page` with each {{name}} replaced by its value, escaped for HTML text and quoted attributes.
std::string filledIn(std::string_view page, const std::map<std::string, std::string, std::less<>>& values);

std::string escapedHtml(std::string_view text);

// A HTML answer with its Content-Security-Policy.
HttpResponse htmlResponse(const HttpRequest& request, std::string body, std::string policy);

}
