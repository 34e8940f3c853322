#pragma once

#include "model/domain/conversation.h"

#include <string>

namespace signalbox {

// Which conversations the list shows: a view of the queues pane, narrowed by words.
struct LiveFilter {
    enum class View { AllWaiting, Queue, AiAnswering, AiWaitingForVisitor };
    View view = View::AllWaiting;
    QueueId queue;       // for View::Queue
    std::string words;   // case folded; every word must occur

    bool operator==(const LiveFilter&) const = default;
};

// A person owes this conversation an answer, wherever it is.
inline bool isOwed(const Conversation& conversation)
{
    return conversation.waitingSince && !conversation.closedAt
        && (conversation.owner.kind == OwnerKind::Queue || conversation.owner.kind == OwnerKind::Agent);
}

bool belongsTo(LiveFilter::View view, const QueueId& queue, const Conversation& conversation);

// UTF-8 folded for searching and sorting: lower case, ASCII at the speed of a table.
std::string folded(const std::string& utf8);
// Every word of `foldedWords` occurs in `foldedText`. No words are in everything.
bool containsWords(const std::string& foldedText, const std::string& foldedWords);

}
