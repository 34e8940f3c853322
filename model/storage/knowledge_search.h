#pragma once

#include "model/domain/knowledge.h"
#include "model/storage/database.h"

#include <string_view>
#include <vector>

namespace signalbox {

// Finds the FAQ entries and profile facts that answer a question, by FTS5 (porter stems).
class KnowledgeSearch {
public:
    explicit KnowledgeSearch(Database& database);

    // Best first. `score` is the share of the question's own weight (rare words count more, stop words nothing) that the
    // entry covers, 0 to 1, so that "good enough" means the same in a workspace of ten entries and of ten thousand.
    // Any text is safe to pass: it is never read as FTS5 syntax.
    Result<std::vector<KnowledgeMatch>> find(std::string_view question, int limit);

private:
    Database& m_database;
};

}
