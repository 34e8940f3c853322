#pragma once

#include "ui/conversation/transcript_model.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// Paints the transcript: bubbles grouped by author, notes across, day and system lines in the middle. Heights are
// measured once a row and width. Editing a row means selecting text in it: the editor is read-only.
class TranscriptDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TranscriptDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget*, QAbstractItemModel*, const QModelIndex&) const override { }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    // Measured heights no longer hold: another text size, or another conversation.
    void forgetSizes() { m_heights.clear(); }

private:
    struct Measures;   // where the parts of a row lie
    Measures measure(const QModelIndex& index, QRect row) const;
    void paintLine(QPainter* painter, QRect row, const QModelIndex& index) const;
    void paintNote(QPainter* painter, const Measures& measures, const QModelIndex& index) const;
    void paintHead(QPainter* painter, const Measures& measures, const QModelIndex& index) const;
    void paintBubble(QPainter* painter, const Measures& measures, const QModelIndex& index, bool selected) const;

    const Theme& m_theme;
    mutable int m_measuredFor = 0;
    mutable QHash<qint64, int> m_heights;   // of message rows, doubled key: whether it starts a group
};

}
