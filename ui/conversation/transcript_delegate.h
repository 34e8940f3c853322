#pragma once

#include "ui/conversation/transcript_layout.h"
#include "ui/shared/theme.h"

#include <QStyledItemDelegate>

namespace signalbox {

// What lies under a point of a row and can be acted on.
struct TranscriptSpot {
    QUrl link;
    std::optional<Attachment> file;
    bool why = false;

    bool any() const { return link.isValid() || file || why; }
};

// Paints the transcript: bubbles grouped by author, notes across, day and system lines in the middle. Editing a row
// means selecting text in it: the editor is read-only.
class TranscriptDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TranscriptDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget*, QAbstractItemModel*, const QModelIndex&) const override { }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    // Everywhere these words stand they are marked, however they are written.
    void setMarked(const QString& words) { m_marked = words; }
    // From the row's top left.
    TranscriptSpot spotAt(const QModelIndex& index, int width, QPoint point) const;
    // All that can be acted on in a row, for the keyboard.
    QList<TranscriptSpot> spotsOf(const QModelIndex& index, int width) const;
    TranscriptLayouts& layouts() const { return m_layouts; }

private:
    const TranscriptRowLayout& layoutOf(const QModelIndex& index, int width) const;
    void paintLine(QPainter* painter, const TranscriptRowLayout& layout, int width) const;
    void paintNote(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index) const;
    void paintHead(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index) const;
    void paintBubble(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index,
                     bool selected) const;
    void paintContent(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index) const;
    void paintFiles(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index) const;
    void paintSmall(QPainter* painter, const QRect& box, ThemeColor color, const QString& words) const;

    const Theme& m_theme;
    mutable TranscriptLayouts m_layouts;
    QString m_marked;
};

}
