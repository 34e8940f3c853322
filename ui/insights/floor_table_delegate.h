#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// Cells of FloorTableModel: numbers right, the chosen measure strong, crossed cells the darker the more is in them.
class FloorTableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit FloorTableDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}
