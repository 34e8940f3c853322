#include "model/domain/context.h"

namespace signalbox {

void Context::apply(const ContextChange& change, Instant at)
{
    if (change.value)
        m_entries.insert_or_assign(change.attribute, ContextEntry{*change.value, change.source, at, change.expiresAt});
    else if (const auto known = m_entries.find(change.attribute); known != m_entries.end())
        m_entries.erase(known);
}

const ContextEntry* Context::find(std::string_view attribute) const
{
    const auto known = m_entries.find(attribute);
    return known == m_entries.end() ? nullptr : &known->second;
}

Values Context::valuesAt(Instant now) const
{
    Values values;
    for (const auto& [attribute, entry] : m_entries)
        if (!entry.expiresAt || *entry.expiresAt > now)
            values.emplace_hint(values.end(), attribute, entry.value);
    return values;
}

}
