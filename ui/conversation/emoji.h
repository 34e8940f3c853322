#pragma once

#include <QList>
#include <QString>

namespace signalbox {

// A sign and the words it is found by, its name first.
struct Emoji {
    QString sign;
    QString words;
};

// The ones that are useful in a conversation with a customer, in a fixed order.
const QList<Emoji>& allEmoji();
// Those of which every typed word begins a word of theirs; all of them for nothing typed.
QList<Emoji> emojiFor(const QString& typed);

}
