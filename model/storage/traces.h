#pragma once

#include <soci/soci.h>

namespace signalbox::storage {

// Rows that were removed stay readable in the file until it is written anew. The workspace remembers that it has such
// traces, so that they go even when the program ends before it could write.
void leaveTraces(soci::session& session);   // within the transaction that removes rows
bool hasTraces(soci::session& session);
// Writes the file anew without them, and empties the log beside it. Not within a transaction, and with no statement open on
// the session. Traces stay, for another try, while another connection reads. Throws soci::soci_error.
void removeTraces(soci::session& session);

}
