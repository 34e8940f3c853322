#pragma once

#include "ui/conversation/transcript_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace signalbox {

class Theme;
class TranscriptView;

// Finds words in the messages of one transcript: how many messages have them, which of these is shown, all marked.
// Further messages that are loaded meanwhile are counted too.
class TranscriptSearch : public QFrame {
    Q_OBJECT

public:
    TranscriptSearch(Theme& theme, TranscriptModel& model, TranscriptView& view, QWidget* parent = nullptr);

    void open();
    void dismiss();        // the marks go, the keyboard goes back to the transcript
    void step(int rows);   // 1: the next message that has the words, -1: the one before; around at the ends
    // Whether messages before those shown were not loaded yet, so that the count may grow.
    void setMoreToLoad(bool more);

Q_SIGNALS:
    void opened();   // a search wants all of the conversation

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search();
    void refind();
    void showCount();
    void showHit();

    Theme& m_theme;
    TranscriptModel& m_model;
    TranscriptView& m_view;
    QLineEdit* m_words;
    QLabel* m_count;
    QList<QPersistentModelIndex> m_hits;
    qsizetype m_at = -1;
    bool m_more = false;
};

}
