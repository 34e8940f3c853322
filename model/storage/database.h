#pragma once

#include "model/domain/result.h"

#include <filesystem>
#include <memory>

namespace soci {
class session;
}

namespace signalbox {

// One connection to a workspace file (SQLite; WAL, foreign keys on, STRICT tables). Not shared between threads.
class Database {
public:
    enum class Access {
        Write,   // creates the file if missing, migrates an older one after a backup copy beside it
        ReadOnly,
    };

    // Errors, in words for a person: not a workspace, written by a newer version, locked, corrupt, no space, no right.
    static Result<Database> open(const std::filesystem::path& file, Access access);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    soci::session& session();
    const std::filesystem::path& file() const;

    // SQLite's own integrity and foreign key checks. The error lists what they found.
    Result<void> checkIntegrity();

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
