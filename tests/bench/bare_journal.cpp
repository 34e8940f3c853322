#include "tests/bench/bare_journal.h"

#include <sqlite3.h>

#include <stdexcept>

namespace signalbox::bench {

struct BareJournal::State {
    sqlite3* database = nullptr;
    sqlite3_stmt* journal = nullptr;
    sqlite3_stmt* conversation = nullptr;
    sqlite3_stmt* message = nullptr;
    std::int64_t lastSequence = 0;

    void check(int code) const
    {
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw std::runtime_error(sqlite3_errmsg(database));
    }
    void execute(const char* sql) const { check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); }
    sqlite3_stmt* prepare(const char* sql) const
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        return statement;
    }
    void run(sqlite3_stmt* statement) const
    {
        check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }
};

namespace {

void bind(sqlite3_stmt* statement, int place, const std::string& text)
{
    sqlite3_bind_text(statement, place, text.data(), int(text.size()), SQLITE_STATIC);
}
void bind(sqlite3_stmt* statement, int place, std::int64_t number) { sqlite3_bind_int64(statement, place, number); }

template <class... Values>
void bindAll(sqlite3_stmt* statement, const Values&... values)
{
    int place = 0;
    (bind(statement, ++place, values), ...);
}

}

BareJournal::BareJournal(const std::filesystem::path& file) : m_state(std::make_unique<State>())
{
    State& state = *m_state;
    state.check(sqlite3_open(file.c_str(), &state.database));
    state.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                  "PRAGMA cache_size=-65536");
    state.journal
        = state.prepare("INSERT INTO journal (sequence, at, kind, conversation, payload) VALUES (?, ?, ?, ?, ?)");
    state.conversation
        = state.prepare("UPDATE conversation SET message_count = ?, last_message_at = ?, last_author = ?, "
                        "last_text = ? WHERE id = ? AND message_count = ?");
    state.message
        = state.prepare("INSERT INTO message (id, conversation, sequence, author, agent, author_name, text, at, "
                        "internal_note, citations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    sqlite3_stmt* const last = state.prepare("SELECT max(sequence) FROM journal");
    sqlite3_step(last);
    state.lastSequence = sqlite3_column_int64(last, 0);
    sqlite3_finalize(last);
}

BareJournal::~BareJournal()
{
    for (sqlite3_stmt* statement : {m_state->journal, m_state->conversation, m_state->message})
        sqlite3_finalize(statement);
    sqlite3_close(m_state->database);
}

void BareJournal::append(std::span<const BareRow> rows)
{
    static const std::string kind = "message_added", visitor = "visitor", none, noCitations = "[]";
    State& state = *m_state;
    state.execute("BEGIN IMMEDIATE");
    for (const BareRow& row : rows) {
        bindAll(state.journal, ++state.lastSequence, row.at, kind, row.conversation, row.payload);
        state.run(state.journal);
        bindAll(state.conversation, row.sequence, row.at, visitor, row.text, row.conversation, row.sequence - 1);
        state.run(state.conversation);
        bindAll(state.message, row.id, row.conversation, row.sequence, visitor, none, row.authorName, row.text, row.at,
                std::int64_t(0), noCitations);
        state.run(state.message);
    }
    state.execute("COMMIT");
}

}
