#pragma once

#include "app/router/work.h"
#include "model/domain/attachment.h"

namespace signalbox {

// Files that are to be sent with one message: how many, how large, and of a kind that is taken (see file_kinds.h). Errors
// are sentences for who sends them.
Result<void> checkFiles(const std::vector<FileToSend>& files);

// Keeps the files' bytes with the batch and gives what the message says of them. To be called after every other check, right
// before the conversation's next message is said. Error: a file is not to be taken, or the conversation has too much.
Result<std::vector<Attachment>> keepFiles(Work& work, const ConversationId& id, const std::vector<FileToSend>& files);

}
