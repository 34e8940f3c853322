#include "model/storage/attachment_store.h"

#include "model/storage/guarded.h"
#include "model/storage/projector.h"
#include "model/storage/statement.h"

#include <soci/soci.h>

namespace signalbox {

using namespace storage;

namespace {

// A file's bytes; `where` has one or two parameters.
template <class... Given>
Result<std::string> readBytes(Database& database, const std::string& where, const Given&... given)
{
    return guarded(database, [&]() -> Result<std::string> {
        soci::session& session = database.session();
        soci::blob blob(session);
        soci::statement statement(session);
        (statement.exchange(soci::use(given)), ...);
        statement.exchange(soci::into(blob));
        statement.alloc();
        statement.prepare("SELECT bytes FROM attachment WHERE " + where);
        statement.define_and_bind();
        if (!statement.execute(true))
            return failure("This file is not there any more.");
        std::string bytes(blob.get_len(), '\0');
        blob.read(0, bytes.data(), bytes.size());
        return bytes;
    });
}

}

AttachmentStore::AttachmentStore(Database& database) : m_database(database) { }

Result<std::string> AttachmentStore::bytes(const AttachmentId& id)
{
    return readBytes(m_database, "id = :id", id.value);
}

Result<std::string> AttachmentStore::bytesFor(const VisitorId& visitor, const AttachmentId& id)
{
    return readBytes(m_database,
                     "id = :id AND conversation IN (SELECT id FROM conversation WHERE visitor = :visitor)", id.value,
                     visitor.value);
}

Result<std::int64_t> AttachmentStore::total(const ConversationId& conversation)
{
    return guarded(m_database, [&]() -> Result<std::int64_t> {
        Rows<Integer> rows(m_database.session(),
                           "SELECT coalesce(sum(length(bytes)), 0) FROM attachment WHERE conversation = :conversation",
                           numberOf(conversation));
        return rows.next() ? rows.get<0>() : 0;
    });
}

}
