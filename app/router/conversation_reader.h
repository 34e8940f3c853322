#pragma once

#include "model/domain/change_set.h"
#include "model/domain/result.h"

#include <filesystem>
#include <memory>

namespace signalbox {

// Reads what the conversation place shows, over a connection of its own. One thread at a time.
class ConversationReader {
public:
    static Result<std::unique_ptr<ConversationReader>> open(const std::filesystem::path& workspace);
    ~ConversationReader();

    // Error: there is no such conversation, or the store cannot be read.
    Result<ConversationDetail> detail(const ConversationId& id);
    // At most 500 messages before `sequence`, oldest first.
    Result<std::vector<Message>> earlier(const ConversationId& id, std::int64_t sequence);
    // Error: there is no such file (any more).
    Result<std::string> attachment(const AttachmentId& id);
    // Error too when the file is not in a conversation of this visitor.
    Result<std::string> attachmentOf(const VisitorId& visitor, const AttachmentId& id);
    // The knowledge's answer to the visitor's last message, when it has one worth suggesting.
    Result<std::optional<KnowledgeMatch>> suggestion(const ConversationId& id);
    // By a part of a name, company, e-mail or phone; who wrote last first, at most 500.
    Result<std::vector<ContactRow>> contacts(const std::string& words);
    Result<ContactDetail> contact(const ContactId& id);
    // All that is known of the person, as JSON text: the contact, their visitors, and every event of their conversations.
    Result<std::string> contactExport(const ContactId& id);

private:
    struct State;
    explicit ConversationReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
