#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// Rows of two lines: what it is with its age at the right, and a muted line beneath. 52 high.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TwoLineDelegate(const Theme& theme, int detailRole, int ageRole, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    int m_detailRole;
    int m_ageRole;
};

}
