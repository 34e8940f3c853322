#pragma once

#include "model/domain/contact.h"
#include "model/domain/result.h"
#include "model/journal/events.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace signalbox {

class ContactStore;

// The contacts as the store has them and the events of the running batch have left them. Errors: the store cannot be read.
class ContactsInBatch {
public:
    // Follows one event of the batch.
    void apply(const EventPayload& payload);
    // Every visitor of `gone` was linked to `into`.
    void merged(const ContactId& gone, const ContactId& into) { m_mergedInto.emplace(into, gone); }

    Result<std::optional<Contact>> byKey(ContactStore& store, const std::string& key) const;
    Result<std::optional<Contact>> ofVisitor(ContactStore& store, const VisitorId& visitor) const;
    // None too when no visitor is left of it.
    Result<std::optional<Contact>> find(ContactStore& store, const ContactId& id) const;
    Result<std::vector<VisitorId>> visitors(ContactStore& store, const ContactId& id) const;
    Result<bool> keptApart(ContactStore& store, const VisitorId& visitor, const ContactId& contact) const;
    Result<ContactId> nextId(ContactStore& store) const;

private:
    std::map<ContactId, Contact> m_contacts;   // as they were last told of
    std::map<std::string, ContactId> m_keys;
    std::map<VisitorId, std::optional<ContactId>> m_visitors;   // none: taken apart
    std::set<std::pair<VisitorId, ContactId>> m_apart;
    std::multimap<ContactId, ContactId> m_mergedInto;
    std::set<ContactId> m_erased;
    std::int64_t m_highest = 0;
};

}
