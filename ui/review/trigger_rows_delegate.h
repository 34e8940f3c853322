#pragma once

#include "ui/shared/theme.h"

#include <QStyledItemDelegate>

namespace signalbox {

struct TriggerRow;

// A trigger's name, how many of its labelled alerts were right, the interval of that share against the goal, and the
// share. Grey with fewer labels than it takes; amber below the goal. 34 high.
class TriggerRowsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit TriggerRowsDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintInterval(QPainter& painter, const QRect& box, const TriggerRow& row) const;
    ThemeColor colorOf(const TriggerRow& row) const;

    const Theme& m_theme;
};

}
