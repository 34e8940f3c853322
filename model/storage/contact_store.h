#pragma once

#include "model/domain/contact.h"
#include "model/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// Reads who visitors turned out to be.
class ContactStore {
public:
    explicit ContactStore(Database& database);

    // By "email:..." or "phone:...".
    Result<std::optional<Contact>> byKey(const std::string& key);
    Result<std::optional<Contact>> ofVisitor(const VisitorId& visitor);
    Result<std::optional<Contact>> find(const ContactId& id);
    Result<bool> keptApart(const VisitorId& visitor, const ContactId& contact);
    Result<std::int64_t> highestNumber();   // of any contact there has been; 0 when there was none

    // By a part of a name, company, e-mail or phone; who wrote last first.
    Result<std::vector<ContactRow>> rows(const std::string& words, int limit);
    Result<std::vector<LinkedVisitor>> visitors(const ContactId& id);
    Result<std::vector<VisitorId>> visitorIds(const ContactId& id);
    Result<std::vector<ConversationId>> conversationIds(const ContactId& id);          // all of them
    Result<std::vector<Conversation>> conversations(const ContactId& id, int limit);   // newest first

private:
    Database& m_database;
};

}
