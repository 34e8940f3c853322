#include "app/router/contacts_in_batch.h"

#include "app/router/contact_keys.h"
#include "model/storage/contact_store.h"

#include <algorithm>

namespace signalbox {
namespace {

std::int64_t numberIn(const ContactId& id) { return std::strtoll(id.value.c_str(), nullptr, 10); }

}

void ContactsInBatch::apply(const EventPayload& payload)
{
    if (const auto* linked = std::get_if<VisitorLinked>(&payload)) {
        m_contacts.insert_or_assign(linked->contact.id, linked->contact);
        m_visitors.insert_or_assign(linked->visitor, linked->contact.id);
        for (const ContactProof& proof : proofsOf(linked->contact))
            m_keys.insert_or_assign(proof.key(), linked->contact.id);
        m_highest = std::max(m_highest, numberIn(linked->contact.id));
    } else if (const auto* unlinked = std::get_if<VisitorUnlinked>(&payload)) {
        m_visitors.insert_or_assign(unlinked->visitor, std::nullopt);
        m_apart.emplace(unlinked->visitor, unlinked->contact);
    } else if (const auto* erased = std::get_if<ContactErased>(&payload)) {
        m_erased.insert(erased->contact);
        for (auto& [visitor, contact] : m_visitors)
            if (contact == erased->contact)
                contact.reset();
        std::erase_if(m_keys, [&](const auto& entry) { return entry.second == erased->contact; });
    }
}

Result<std::optional<Contact>> ContactsInBatch::byKey(ContactStore& store, const std::string& key) const
{
    if (const auto known = m_keys.find(key); known != m_keys.end())
        return std::optional(m_contacts.at(known->second));
    auto stored = store.byKey(key);
    if (stored && *stored && m_erased.contains((*stored)->id))
        return std::optional<Contact>();
    return stored;
}

Result<std::optional<Contact>> ContactsInBatch::ofVisitor(ContactStore& store, const VisitorId& visitor) const
{
    if (const auto known = m_visitors.find(visitor); known != m_visitors.end())
        return known->second ? std::optional(m_contacts.at(*known->second)) : std::nullopt;
    auto stored = store.ofVisitor(visitor);
    if (!stored || !*stored)
        return stored;
    if (m_erased.contains((*stored)->id))
        return std::optional<Contact>();
    if (const auto newer = m_contacts.find((*stored)->id); newer != m_contacts.end())
        return std::optional(newer->second);
    return stored;
}

Result<std::optional<Contact>> ContactsInBatch::find(ContactStore& store, const ContactId& id) const
{
    const auto left = visitors(store, id);
    if (!left)
        return tl::unexpected(left.error());
    if (left->empty())
        return std::optional<Contact>();
    if (const auto known = m_contacts.find(id); known != m_contacts.end())
        return std::optional(known->second);
    return store.find(id);
}

Result<std::vector<VisitorId>> ContactsInBatch::visitors(ContactStore& store, const ContactId& id) const
{
    if (m_erased.contains(id))
        return std::vector<VisitorId>();
    auto found = store.visitorIds(id);
    if (!found)
        return found;
    std::erase_if(*found, [&](const VisitorId& visitor) { return m_visitors.contains(visitor); });
    for (const auto& [visitor, contact] : m_visitors)
        if (contact == id)
            found->push_back(visitor);
    return found;
}

Result<bool> ContactsInBatch::keptApart(ContactStore& store, const VisitorId& visitor, const ContactId& contact) const
{
    if (m_apart.contains({visitor, contact}))
        return true;
    const auto [first, last] = m_mergedInto.equal_range(contact);
    for (auto gone = first; gone != last; ++gone)
        if (const auto apart = keptApart(store, visitor, gone->second); !apart || *apart)
            return apart;
    return store.keptApart(visitor, contact);
}

Result<ContactId> ContactsInBatch::nextId(ContactStore& store) const
{
    const auto highest = store.highestNumber();
    if (!highest)
        return tl::unexpected(highest.error());
    return ContactId{std::to_string(std::max(*highest, m_highest) + 1)};
}

}
