#include "model/storage/attachment_store.h"

#include "model/storage/guarded.h"

#include <soci/soci.h>

namespace signalbox {

using namespace storage;

AttachmentStore::AttachmentStore(Database& database) : m_database(database) { }

Result<std::string> AttachmentStore::bytes(const AttachmentId& id)
{
    return guarded(m_database, [&]() -> Result<std::string> {
        soci::session& session = m_database.session();
        soci::blob blob(session);
        session << "SELECT bytes FROM attachment WHERE id = :id", soci::into(blob), soci::use(id.value);
        if (!session.got_data())
            return failure("This file is not there any more.", id.value);
        std::string bytes(blob.get_len(), '\0');
        blob.read(0, bytes.data(), bytes.size());
        return bytes;
    });
}

}
