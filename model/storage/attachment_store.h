#pragma once

#include "model/domain/attachment.h"
#include "model/storage/database.h"

#include <string>

namespace signalbox {

// Reads the bytes of files. They are written by the journal's writer, with the message they belong to.
class AttachmentStore {
public:
    explicit AttachmentStore(Database& database);

    // Error: there is no such file (any more).
    Result<std::string> bytes(const AttachmentId& id);
    // Error too when the file is in no conversation of this visitor.
    Result<std::string> bytesFor(const VisitorId& visitor, const AttachmentId& id);
    // Bytes of all files of the conversation.
    Result<std::int64_t> total(const ConversationId& conversation);

private:
    Database& m_database;
};

}
