#pragma once

#include "ui/conversation/bubble_text.h"
#include "ui/conversation/text_links.h"
#include "ui/conversation/transcript_model.h"

#include <QCache>
#include <QRect>

#include <memory>

namespace signalbox {

class Theme;

// Where the parts of one row of the transcript lie, from the row's top left. What it does not have is empty.
struct TranscriptRowLayout {
    bool head = false;   // starts a group: name and time are shown
    QString state;       // "Delivered", under the bubble
    QRect headBox;
    QRect avatar;
    QRect bubble;
    QRect text;
    QRect citation;
    QRect stateBox;
    QString systemLine;   // what a day or system line says, shortened to its room
    QRect systemBox;
    QRect why;            // the link of a system line
    QList<QRect> files;   // one line for each attachment
    QList<QRect> saves;   // the link in it
    std::unique_ptr<BubbleText> words;
    QList<TextLink> links;
    QList<WordSpan> mentions;
    int height = 0;
};

// Lays rows out when they are first seen, and keeps the last few hundred.
class TranscriptLayouts {
public:
    explicit TranscriptLayouts(const Theme& theme);

    // Holds until the next call.
    const TranscriptRowLayout& of(const TranscriptModel& model, int row, int width);
    // What a row will be about as high as; takes no time, and reads no words.
    int estimate(const TranscriptModel& model, int row, int width) const;
    void forget() { m_known.clear(); }   // another text size, or another conversation

private:
    std::unique_ptr<TranscriptRowLayout> lay(const TranscriptModel& model, int row, int width) const;
    void layLine(TranscriptRowLayout& made, const TranscriptModel& model, int row, int width) const;
    void layWords(TranscriptRowLayout& made, const TranscriptModel& model, int row, int width) const;
    void layFiles(TranscriptRowLayout& made, std::size_t files, const QRect& under) const;
    int bubbleRoom(bool note, int width) const;

    const Theme& m_theme;
    int m_width = 0;
    QCache<qint64, TranscriptRowLayout> m_known;   // by KeyRole
};

QString whyText();    // "Why?"
QString saveText();   // "Save…"

}
