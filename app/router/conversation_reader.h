#pragma once

#include "model/domain/change_set.h"
#include "model/domain/result.h"

#include <filesystem>
#include <memory>

namespace signalbox {

// Reads what the conversation place shows, over a connection of its own. One thread at a time.
class ConversationReader {
public:
    static Result<std::unique_ptr<ConversationReader>> open(const std::filesystem::path& workspace);
    ~ConversationReader();

    // Error: there is no such conversation, or the store cannot be read.
    Result<ConversationDetail> detail(const ConversationId& id);
    // At most 500 messages before `sequence`, oldest first.
    Result<std::vector<Message>> earlier(const ConversationId& id, std::int64_t sequence);

private:
    struct State;
    explicit ConversationReader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}
