#pragma once

#include "model/domain/desk_settings.h"
#include "model/domain/result.h"

namespace signalbox {

// Addresses that can be sent to: http(s) for the webhook, smtp(s) for the mail server, plain addresses for people.
Result<void> checkAlertPost(const AlertPostSettings& settings);

}
