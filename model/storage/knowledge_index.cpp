#include "model/storage/knowledge_index.h"

#include "model/storage/sqlite_pieces.h"
#include "model/storage/statement.h"

namespace signalbox::storage {

void learn(soci::session& session, std::string_view entry, std::string_view title, std::string_view asked,
           std::string_view answer)
{
    forget(session, entry);
    Change<Text, Text, Text>(session, "INSERT INTO knowledge (entry, title, answer) VALUES (:entry, :title, :answer)")
        .run(entry, title, answer);
    Change<Text, Text, Text>(session,
                             "INSERT INTO knowledge_fts (rowid, question, answer) "
                             "SELECT number, :asked, :answer FROM knowledge WHERE entry = :entry")
        .run(asked, answer, entry);
}

void forget(soci::session& session, std::string_view entry)
{
    Change<Text>(session, "DELETE FROM knowledge_fts WHERE rowid = (SELECT number FROM knowledge WHERE entry = :entry)")
        .run(entry);
    Change<Text>(session, "DELETE FROM knowledge WHERE entry = :entry").run(entry);
}

void forgetProfile(soci::session& session)
{
    executeScript(
        session,
        "DELETE FROM knowledge_fts WHERE rowid IN (SELECT number FROM knowledge WHERE entry LIKE 'profile/%');"
        "DELETE FROM knowledge WHERE entry LIKE 'profile/%'");
}

}
