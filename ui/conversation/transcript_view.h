#pragma once

#include <QListView>

namespace signalbox {

class Theme;
class TranscriptDelegate;

// Shows a TranscriptModel. Stays at the newest message when it was there; asks for earlier ones when scrolled to the
// top, and keeps the message under the eye in its place when they come.
class TranscriptView : public QListView {
    Q_OBJECT

public:
    explicit TranscriptView(const Theme& theme, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setHasEarlier(bool hasEarlier) { m_hasEarlier = hasEarlier; }
    bool atBottom() const;
    void copySelection() const;

Q_SIGNALS:
    void earlierWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void beforeInsert(int first);
    void afterInsert();
    void scrolled(int value);
    void stayAtBottom();

    TranscriptDelegate* m_delegate;
    bool m_hasEarlier = false;
    bool m_follow = true;            // the newest message is in view and stays there
    bool m_settling = false;
    int m_fromBottom = -1;           // distance kept while earlier messages come in; -1: not
};

}
