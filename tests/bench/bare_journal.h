#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace signalbox::bench {

// What one message is in the tables.
struct BareRow {
    std::string payload;
    std::int64_t conversation = 0;
    std::string id;
    std::int64_t sequence = 0;
    std::string authorName;
    std::string text;
    std::int64_t at = 0;
};

// The journal's rows for messages through SQLite's own C API: the measure for the writer. Same file, pragmas and statements.
class BareJournal {
public:
    explicit BareJournal(const std::filesystem::path& file);
    ~BareJournal();
    void append(std::span<const BareRow> rows);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
