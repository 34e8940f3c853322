#pragma once

#include "app/router/rules.h"
#include "model/storage/workspace_store.h"

#include <map>

namespace signalbox {

// The rulebooks of before, each compiled when it is first asked for.
class PastRules {
public:
    explicit PastRules(Database& database) : m_store(database) { }

    // Error: there is no such version, or it cannot be read any more.
    Result<std::shared_ptr<const Rules>> version(int version);

private:
    WorkspaceStore m_store;
    std::map<int, std::shared_ptr<const Rules>> m_compiled;
};

}
