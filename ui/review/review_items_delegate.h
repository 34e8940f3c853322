#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// Two lines: whose conversation, with its verdict at the right; what they wrote, with the score. 50 high.
class ReviewItemsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ReviewItemsDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int paintVerdict(QPainter& painter, const QRect& box, const QModelIndex& index) const;   // returns its width

    const Theme& m_theme;
};

}
