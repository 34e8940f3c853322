#pragma once

#include "model/domain/result.h"

#include <atomic>
#include <string>

namespace signalbox {

// Posts the JSON. With a secret the header `X-Signalbox-Signature: sha256=<hex>` is its HMAC-SHA256 (RFC 2104) over the body.
// Gives up when `stop` is set. Errors: no answer, or one that is not 2xx.
Result<void> postWebhook(const std::string& url, const std::string& json, const std::string& secret,
                         const std::atomic<bool>& stop);

}
