#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// One policy: grip, switch, number, tier shape and name, what it does, what changed and what the checker says, and its share of
// the conversations at the right.
class PolicyRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PolicyRowDelegate(const Theme& theme, QWidget* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QRect gripRect(const QRect& row) const;
    QRect switchRect(const QRect& row) const;   // with room around it for the pointer

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintWords(QPainter& painter, QRect words, const QModelIndex& index) const;
    void paintNotes(QPainter& painter, QRect line, const QModelIndex& index) const;
    void paintTraffic(QPainter& painter, const QRect& box, const QModelIndex& index) const;

    const Theme& m_theme;
    QWidget* m_shape;   // tells the style that a switch is drawn; never seen
};

}
