#pragma once

#include "model/domain/ids.h"

#include <string>
#include <string_view>

namespace signalbox {

// The visitor's secret: 256 random bits from the system in base64url, 43 characters. It stays with the browser.
std::string newVisitorToken();
bool isVisitorToken(std::string_view text);

// Who that is to everybody else: the first 32 hex digits of the token's SHA-256, from which no token can be made.
VisitorId visitorOf(std::string_view token);

}
