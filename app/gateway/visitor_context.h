#pragma once

#include "model/domain/context.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace signalbox {

// What a visitor's browser may say about itself and its page.
struct ClientContext {
    std::vector<ContextChange> changes;
    std::vector<std::string> refused;   // names that are unknown, or whose value does not fit; cut to 64 bytes
};

// Reads {"page.path": "/pricing", ...}. Only listed attributes and custom.* pass, each with its type and bound; null
// removes. Addresses lose what may be private: the fragment, user and password, and every parameter but utm_*.
ClientContext readClientContext(const nlohmann::json& object);

}
