#pragma once

#include "model/domain/result.h"

#include <soci/soci.h>

#include <exception>
#include <filesystem>
#include <memory>
#include <string>

// What only SQLite has: pragmas, its error codes, its copies and checks. Another database is another such file.
namespace signalbox::storage {

// Connects and sets the connection up. Throws soci::soci_error.
std::unique_ptr<soci::session> connect(const std::filesystem::path& file);
// Only for a connection that may change the file: WAL, and on the disk when a commit returns.
void prepareForWriting(soci::session& session);
void forbidWriting(soci::session& session);

// Several statements at once.
void executeScript(soci::session& session, const std::string& sql);
long long readPragma(soci::session& session, const std::string& name);
void writePragma(soci::session& session, const std::string& name, long long value);
bool hasTables(soci::session& session);
void copyTo(soci::session& session, const std::filesystem::path& copy);
// Writes the whole file anew, without what was removed. False while another connection keeps the old log from going.
bool writeAnew(soci::session& session);
// Findings of integrity_check and foreign_key_check; empty when all is well.
std::string findDamage(soci::session& session);

// What the exception means, in words for a person. Call it before anything else is done with the session.
Error describe(const std::exception& exception, soci::session* session, const std::filesystem::path& file);

// True when the exception means that a row breaks a rule of the schema.
bool breaksConstraint(const std::exception& exception);

// Everything between is kept with commit() or not at all.
class Transaction {
public:
    explicit Transaction(soci::session& session);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    soci::session& m_session;
    bool m_open = true;
};

}
