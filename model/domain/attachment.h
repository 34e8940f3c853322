#pragma once

#include "model/domain/ids.h"

#include <cstdint>
#include <string>

namespace signalbox {

// A file that came or went with a message. Its bytes are kept beside the journal and are never opened by themselves.
struct Attachment {
    AttachmentId id;
    std::string name;        // as the sender called it, without any path
    std::string mediaType;   // by its content, not by its name: "application/pdf"
    std::int64_t size = 0;   // bytes

    bool operator==(const Attachment&) const = default;
};

// A file about to be sent: its bytes come along.
struct FileToSend {
    std::string name;
    std::string bytes;

    bool operator==(const FileToSend&) const = default;
};

inline constexpr std::int64_t mostAttachmentBytes = 10 * 1024 * 1024;
inline constexpr std::size_t mostAttachments = 5;   // with one message

}
