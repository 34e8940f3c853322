#include "app/channels/known_in_workspace.h"

#include "model/storage/conversation_store.h"

namespace signalbox {

Result<TranscriptImport::KnownMessage> knownInWorkspace(const std::filesystem::path& workspace)
{
    auto opened = Database::open(workspace, Database::Access::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto database = std::make_shared<Database>(std::move(*opened));
    const auto store = std::make_shared<ConversationStore>(*database);
    return [database, store](const MessageId& id) { return store->hasMessage(id).value_or(false); };
}

}
