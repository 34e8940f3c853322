#include "model/storage/database.h"

#include "model/storage/migrations.h"
#include "model/storage/sqlite_pieces.h"
#include "model/storage/statement.h"

namespace signalbox {

struct Database::State {
    std::filesystem::path file;
    std::unique_ptr<soci::session> session;
};

namespace {

Result<void> checkPlace(const std::filesystem::path& file, Database::Access access)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored))
        return failure("This is a folder, not a workspace file.", file.string());
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    if (!std::filesystem::is_directory(folder, ignored))
        return failure("The folder of the workspace does not exist. Make it, or choose another place.",
                       folder.string());
    if (access == Database::Access::ReadOnly && !std::filesystem::exists(file, ignored))
        return failure("There is no workspace here.", file.string());
    return {};
}

// A file that is not ours is looked at before anything in it is changed.
Result<void> prepare(soci::session& session, const std::filesystem::path& file, Database::Access access)
{
    if (access == Database::Access::ReadOnly) {
        storage::forbidWriting(session);
        return storage::requireCurrent(session, file);
    }
    if (auto known = storage::checkVersion(session, file); !known)
        return known;
    storage::prepareForWriting(session);
    return storage::migrate(session, file, storage::migrations());
}

}

Database::Database(std::unique_ptr<State> state) : m_state(std::move(state)) { }
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

soci::session& Database::session() { return *m_state->session; }
const std::filesystem::path& Database::file() const { return m_state->file; }

Result<Database> Database::open(const std::filesystem::path& file, Access access)
{
    if (auto place = checkPlace(file, access); !place)
        return tl::unexpected(place.error());
    auto state = std::make_unique<State>();
    state->file = file;
    try {
        state->session = storage::connect(file);
        if (auto prepared = prepare(*state->session, file, access); !prepared)
            return tl::unexpected(prepared.error());
    } catch (const std::exception& exception) {
        return tl::unexpected(storage::describe(exception, state->session.get(), file));
    }
    return Database(std::move(state));
}

Result<void> Database::checkIntegrity()
{
    try {
        std::string found = storage::findDamage(session());
        // An erasure takes events out from before itself.
        storage::Rows<storage::Integer, storage::Integer, storage::Integer> rows(
            session(),
            "SELECT count(*), coalesce(max(sequence), 0), start FROM journal, "
            "(SELECT coalesce(max(sequence), 0) AS start FROM journal WHERE kind = 'contact_erased') WHERE sequence > "
            "start "
            "GROUP BY start");
        if (rows.next() && rows.get<0>() != rows.get<1>() - rows.get<2>())
            found += "The journal ends at " + std::to_string(rows.get<1>()) + " and has "
                + std::to_string(rows.get<0>()) + " events since " + std::to_string(rows.get<2>())
                + ": some are missing.\n";
        if (found.empty())
            return {};
        return failure("The workspace is damaged. Restore it from a backup copy.\n" + found, file().string());
    } catch (const std::exception& exception) {
        return tl::unexpected(storage::describe(exception, m_state->session.get(), file()));
    }
}

}
