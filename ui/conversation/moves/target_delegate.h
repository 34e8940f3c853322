#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// A place or person a conversation can go to: its mark, its name, and its state at the right.
class TargetDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole + 1, KindRole, PresenceRole, IndexRole };

    explicit TargetDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintMark(QPainter* painter, const QRectF& box, const QModelIndex& index) const;

    const Theme& m_theme;
};

}
