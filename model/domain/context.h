#pragma once

#include "model/domain/value.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// One attribute of a conversation as it is known now.
struct ContextEntry {
    Value value;
    std::string source;   // "widget", "ai", "crm", "agent", "import", "router"
    Instant at{};
    std::optional<Instant> expiresAt;   // missing from this moment on

    bool operator==(const ContextEntry&) const = default;
};

struct ContextChange {
    std::string attribute;
    std::optional<Value> value;   // none: the attribute is removed
    std::string source;
    std::optional<Instant> expiresAt;

    bool operator==(const ContextChange&) const = default;
};

// All attributes of one conversation, with their provenance.
class Context {
public:
    void apply(const ContextChange& change, Instant at);
    const ContextEntry* find(std::string_view attribute) const;
    // The plain values that have not expired at `now`.
    Values valuesAt(Instant now) const;
    const std::map<std::string, ContextEntry, std::less<>>& entries() const { return m_entries; }
    bool operator==(const Context&) const = default;

private:
    std::map<std::string, ContextEntry, std::less<>> m_entries;
};

}
