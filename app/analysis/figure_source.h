#pragma once

#include "model/storage/figures_store.h"

#include <filesystem>
#include <memory>

namespace signalbox {

// The rows of the figures of a workspace, kept in memory, and a connection that only reads. The first question reads
// everything, later ones what has happened since. For one thread; nothing is opened before the first question.
class FigureSource {
public:
    explicit FigureSource(std::filesystem::path workspace) : m_workspace(std::move(workspace)) { }

    Result<const FigureRows*> rows();   // error: the workspace cannot be read
    // Once there are rows.
    Database& database() { return m_open->database; }
    std::int64_t upTo() const { return m_open->store.upTo(); }

private:
    struct Open {
        explicit Open(Database opened) : database(std::move(opened)) { }
        Database database;
        FiguresStore store{database};
    };
    std::filesystem::path m_workspace;
    std::unique_ptr<Open> m_open;
};

}
