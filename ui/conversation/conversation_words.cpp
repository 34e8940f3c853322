#include "ui/conversation/conversation_words.h"

#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace signalbox {
namespace {

constexpr int longestName = 80;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConversationWords)
};

}

QDate localDate(Instant instant) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(instant) / 1000).date(); }

QString authorName(const Message& message)
{
    const QString name = line(message.authorName, longestName);
    switch (message.author) {
    case Author::Ai: return Words::tr("AI");
    case Author::System: return Words::tr("System", "author of a line in the transcript");
    case Author::Visitor: return name.isEmpty() ? Words::tr("Visitor") : name;
    case Author::Agent: return name.isEmpty() ? Words::tr("Agent") : name;
    }
    return {};
}

QString outcomeName(const std::string& outcome)
{
    if (outcome == "resolved")
        return Words::tr("Resolved");
    if (outcome == "qualified")
        return Words::tr("Qualified");
    if (outcome == "converted")
        return Words::tr("Converted");
    if (outcome == "spam")
        return Words::tr("Spam");
    if (outcome == "no_answer")
        return Words::tr("No answer");
    return line(outcome, longestName);
}

}
