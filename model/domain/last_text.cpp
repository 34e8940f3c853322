#include "model/domain/last_text.h"

#include "model/domain/utf8.h"

namespace signalbox {
namespace {

constexpr std::size_t lastTextBytes = 200;

}

std::string lastTextOf(const Message& message)
{
    std::string names;
    if (message.text.empty())
        for (const Attachment& attachment : message.attachments)
            names += (names.empty() ? "" : ", ") + attachment.name;
    return std::string(cutUtf8(message.text.empty() ? names : message.text, lastTextBytes));
}

}
