#include "model/storage/sqlite_pieces.h"

#include "model/storage/statement.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <array>

namespace signalbox::storage {
namespace {

constexpr int busyMilliseconds = 2000;
constexpr int cacheKibibytes = 64 * 1024;

// SOCI does not export the backend's type information, so nothing can be asked of it: every session here is SQLite's.
sqlite_api::sqlite3* handleOf(soci::session& session)
{
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

// SOCI reads "key=value" pairs; a path without "=" may stand alone, any other is quoted.
std::string connectString(const std::filesystem::path& file)
{
    const std::string path = std::filesystem::absolute(file).string();
    if (path.find('=') == std::string::npos)
        return path;
    if (path.find('"') != std::string::npos)
        throw soci::soci_error("A path with both = and \" in it cannot be opened.");
    return "dbname=\"" + path + "\"";
}

struct Meaning {
    int code;
    const char* message;
};
constexpr std::array meanings{
    Meaning{SQLITE_BUSY, "The workspace is locked by another program. Close that program and try again."},
    Meaning{SQLITE_LOCKED, "The workspace is locked by another program. Close that program and try again."},
    Meaning{SQLITE_NOTADB, "This file is not a Signalbox workspace."},
    Meaning{SQLITE_CORRUPT, "The workspace file is damaged. Restore it from a backup copy."},
    Meaning{SQLITE_FULL, "The disk is full, nothing was saved. Make room on it and try again."},
    Meaning{SQLITE_READONLY,
            "The workspace cannot be changed: it is read-only. Check the rights of the file and its folder."},
    Meaning{SQLITE_CANTOPEN, "The workspace cannot be opened. Check that its folder exists and may be used."},
    Meaning{SQLITE_PERM, "The workspace cannot be opened: access was refused. Check the rights of the file."},
    Meaning{SQLITE_IOERR, "The disk could not be read or written, nothing was saved. Check it and try again."},
};

}

std::unique_ptr<soci::session> connect(const std::filesystem::path& file)
{
    auto session = std::make_unique<soci::session>(soci::sqlite3, connectString(file));
    sqlite_api::sqlite3_busy_timeout(handleOf(*session), busyMilliseconds);
    executeScript(*session,
                  "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                  "PRAGMA cache_size=-"
                      + std::to_string(cacheKibibytes));
    return session;
}

void prepareForWriting(soci::session& session)
{
    executeScript(session, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
}
void forbidWriting(soci::session& session) { executeScript(session, "PRAGMA query_only=ON"); }

void executeScript(soci::session& session, const std::string& sql)
{
    sqlite_api::sqlite3* const handle = handleOf(session);
    if (const int code = sqlite_api::sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        throw soci::sqlite3_soci_error(sqlite_api::sqlite3_errmsg(handle), code);
}

long long readPragma(soci::session& session, const std::string& name)
{
    Rows<Integer> rows(session, "PRAGMA " + name);
    return rows.next() ? rows.get<0>() : 0;
}

void writePragma(soci::session& session, const std::string& name, long long value)
{
    executeScript(session, "PRAGMA " + name + "=" + std::to_string(value));
}

bool hasTables(soci::session& session)
{
    Rows<Integer> rows(session, "SELECT count(*) FROM sqlite_schema");
    return rows.next() && rows.get<0>() > 0;
}

void copyTo(soci::session& session, const std::filesystem::path& copy)
{
    const std::string path = copy.string();
    Change<Text>(session, "VACUUM INTO :file").run(path);
}

bool writeAnew(soci::session& session)
{
    // The copy may be as large as the workspace, too large for memory.
    executeScript(session, "PRAGMA temp_store=FILE; VACUUM; PRAGMA temp_store=MEMORY");
    return readPragma(session, "wal_checkpoint(TRUNCATE)") == 0;
}

std::string findDamage(soci::session& session)
{
    std::string found;
    for (Rows<Text> rows(session, "PRAGMA integrity_check(20)"); rows.next();)
        if (rows.get<0>() != "ok")
            found += rows.get<0>() + "\n";
    for (Rows<Text, Integer, Text> rows(session, "PRAGMA foreign_key_check"); rows.next();)
        found += "Row " + std::to_string(rows.get<1>()) + " of " + rows.get<0>() + " belongs to no " + rows.get<2>()
            + ".\n";
    return found;
}

Error describe(const std::exception& exception, soci::session* session, const std::filesystem::path& file)
{
    int code = session ? sqlite_api::sqlite3_errcode(handleOf(*session)) : SQLITE_OK;
    if (const auto* fromSqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&exception))
        code = fromSqlite->result();
    for (const Meaning& meaning : meanings)
        if (meaning.code == (code & 0xff))
            return {meaning.message, file.string()};
    return {std::string("The workspace could not be used: ") + exception.what(), file.string()};
}

bool breaksConstraint(const std::exception& exception)
{
    const auto* fromSqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&exception);
    return fromSqlite && (fromSqlite->result() & 0xff) == SQLITE_CONSTRAINT;
}

// IMMEDIATE: two writers must not both read first and then wait for each other.
Transaction::Transaction(soci::session& session) : m_session(session) { executeScript(session, "BEGIN IMMEDIATE"); }

Transaction::~Transaction()
{
    sqlite_api::sqlite3* const handle = handleOf(m_session);
    if (m_open && sqlite_api::sqlite3_get_autocommit(handle) == 0)
        sqlite_api::sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    executeScript(m_session, "COMMIT");
    m_open = false;
}

}
