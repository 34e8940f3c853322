#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// Paints rows of a PolicyListModel: grip, switch, number, tier, name and outcome, and what the draft changed.
class PolicyListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit PolicyListDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) override;

    QRect switchRect(const QRect& row) const;

private:
    void paintSwitch(QPainter* painter, const QRect& box, bool on) const;
    void paintWords(QPainter* painter, const QRect& words, const QModelIndex& index) const;

    const Theme& m_theme;
};

}
