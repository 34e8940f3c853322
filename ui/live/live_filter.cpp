#include "ui/live/live_filter.h"

#include <QString>

#include <algorithm>
#include <string_view>

namespace signalbox {

bool belongsTo(LiveFilter::View view, const QueueId& queue, const Conversation& conversation)
{
    if (conversation.closedAt)
        return false;
    switch (view) {
    case LiveFilter::View::AllWaiting:
        return isOwed(conversation);
    case LiveFilter::View::Queue:
        return isOwed(conversation) && conversation.owner.queue == queue;
    case LiveFilter::View::AiAnswering:
        return conversation.owner.kind == OwnerKind::Ai && conversation.lastAuthor == Author::Visitor;
    case LiveFilter::View::AiWaitingForVisitor:
        return conversation.owner.kind == OwnerKind::Ai && conversation.lastAuthor != Author::Visitor;
    }
    return false;
}

std::string folded(const std::string& utf8)
{
    if (std::ranges::any_of(utf8, [](unsigned char byte) { return byte >= 0x80; }))
        return QString::fromStdString(utf8).toCaseFolded().toStdString();
    std::string made = utf8;
    for (char& letter : made)
        if (letter >= 'A' && letter <= 'Z')
            letter = char(letter + ('a' - 'A'));
    return made;
}

bool containsWords(const std::string& foldedText, const std::string& foldedWords)
{
    const std::string_view words = foldedWords;
    for (size_t at = 0; at < words.size();) {
        const size_t from = words.find_first_not_of(' ', at);
        if (from == std::string_view::npos)
            return true;
        const size_t to = std::min(words.find(' ', from), words.size());
        if (foldedText.find(words.substr(from, to - from)) == std::string::npos)
            return false;
        at = to;
    }
    return true;
}

}
