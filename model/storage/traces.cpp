#include "model/storage/traces.h"

#include "model/storage/sqlite_pieces.h"
#include "model/storage/statement.h"

namespace signalbox::storage {

void leaveTraces(soci::session& session)
{
    executeScript(session, "INSERT INTO setting (name, value) VALUES ('traces', 'left') ON CONFLICT DO NOTHING");
}

bool hasTraces(soci::session& session)
{
    Rows<Integer> rows(session, "SELECT 1 FROM setting WHERE name = 'traces'");
    return rows.next();
}

void removeTraces(soci::session& session)
{
    if (writeAnew(session))
        executeScript(session, "DELETE FROM setting WHERE name = 'traces'");
}

}
