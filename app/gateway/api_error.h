#pragma once

#include "app/gateway/http_message.h"

namespace signalbox {

// An error in the form of RFC 9457 (application/problem+json). `detail` is a sentence for a person; it may be empty.
HttpResponse problem(int status, std::string_view detail = {});

// The words of a status: 404 -> "Not Found".
std::string_view statusTitle(int status);

}
