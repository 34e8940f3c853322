#pragma once

#include "ui/conversation/row_heights.h"
#include "ui/conversation/transcript_delegate.h"

#include <QListView>

namespace signalbox {

class Theme;

// Shows a TranscriptModel. Only rows that come into view are laid out; the others stand with an estimate of their height,
// and what is in view never moves when an estimate turns out wrong. Stays at the newest message when it was there; asks
// for earlier ones when scrolled to the top, and keeps the message under the eye in its place when they come.
class TranscriptView : public QListView {
    Q_OBJECT

public:
    explicit TranscriptView(const Theme& theme, QWidget* parent = nullptr);

    void setTranscript(TranscriptModel* model);
    void setHasEarlier(bool hasEarlier) { m_hasEarlier = hasEarlier; }
    bool hasEarlier() const { return m_hasEarlier; }
    bool atBottom() const { return m_follow; }
    void copySelection() const;
    // Everywhere these words stand they are marked; none: nothing is.
    void setMarked(const QString& words);
    // Where the parts of a row lie in it; holds until the next call.
    const TranscriptRowLayout& layoutOf(int row) const;

    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

Q_SIGNALS:
    void earlierWanted();
    void linkWanted(const QUrl& link);
    void fileWanted(const signalbox::Attachment& file);
    void whyWanted();

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles = {}) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void anew();   // nothing is known of any height
    void settle();
    bool measureVisible();
    void measure(int row);
    void holdOn();
    void scrolled(int value);
    int lastRow() const { return m_heights.count() - 1; }
    TranscriptSpot spotAt(const QPoint& point) const;
    void act(const TranscriptSpot& spot);
    void offerSpots(class QMenu& menu, const QModelIndex& index);

    TranscriptDelegate* m_delegate;
    TranscriptModel* m_transcript = nullptr;
    RowHeights m_heights;
    bool m_hasEarlier = false;
    bool m_follow = true;   // the newest message is in view and stays there
    bool m_settling = false;
    int m_heldRow = -1;   // keeps its distance from the top of the view while heights around it change
    int m_heldAt = 0;
};

}
