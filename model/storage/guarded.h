#pragma once

#include "model/storage/database.h"
#include "model/storage/projector.h"
#include "model/storage/sqlite_pieces.h"

namespace signalbox::storage {

// Runs one query of a store; what its library throws comes back as an error in words.
template <class Query>
auto guarded(Database& database, Query query) -> decltype(query())
{
    try {
        return query();
    } catch (const Refusal& refusal) {
        return failure(refusal.what(), database.file().string());
    } catch (const std::exception& exception) {
        return tl::unexpected(describe(exception, &database.session(), database.file()));
    }
}

}
