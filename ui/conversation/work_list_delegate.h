#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// Paints rows of a WorkListModel: titles of sections, and conversations on two lines.
class WorkListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit WorkListDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintConversation(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    void paintLater(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box) const;

    const Theme& m_theme;
};

}
