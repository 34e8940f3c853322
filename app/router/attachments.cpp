#include "app/router/attachments.h"

#include "app/router/file_kinds.h"

namespace signalbox {
namespace {

constexpr std::int64_t mostBytesOfConversation = 100LL * 1024 * 1024;

Result<void> checkRoom(Work& work, const ConversationId& id, const std::vector<FileToSend>& files)
{
    const auto stored = work.stores.attachments.total(id);
    if (!stored)
        return tl::unexpected(stored.error());
    std::int64_t total = *stored;
    for (const KeptFile& kept : work.beside.files)
        if (kept.conversation == id)
            total += std::ssize(kept.bytes);
    for (const FileToSend& file : files)
        total += std::ssize(file.bytes);
    if (total > mostBytesOfConversation)
        return failure("There are too many files in this conversation already.", id.value);
    return {};
}

}

Result<void> checkFiles(const std::vector<FileToSend>& files)
{
    if (files.size() > mostAttachments)
        return failure("At most " + std::to_string(mostAttachments) + " files can go with one message.");
    for (const FileToSend& file : files)
        if (auto fit = checkFile(file.bytes); !fit)
            return fit;
    return {};
}

Result<std::vector<Attachment>> keepFiles(Work& work, const ConversationId& id, const std::vector<FileToSend>& files)
{
    std::vector<Attachment> attachments;
    if (files.empty())
        return attachments;
    if (auto fit = checkFiles(files); !fit)
        return tl::unexpected(fit.error());
    if (auto room = checkRoom(work, id, files); !room)
        return tl::unexpected(room.error());
    const std::int64_t sequence = work.conversation(id).row.messageCount + 1;
    for (const FileToSend& file : files) {
        const std::string number = std::to_string(attachments.size() + 1);
        Attachment attachment;
        attachment.id = {"file:" + id.value + ":" + std::to_string(sequence) + ":" + number};
        attachment.mediaType = *mediaTypeOf(file.bytes);
        attachment.name = cleanFileName(file.name, attachment.mediaType);
        attachment.size = std::ssize(file.bytes);
        work.beside.files.push_back({attachment.id, id, file.bytes});
        attachments.push_back(std::move(attachment));
    }
    return attachments;
}

}
