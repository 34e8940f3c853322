#pragma once

#include "ui/shared/theme.h"

#include <QAbstractItemDelegate>

namespace signalbox {

// Where an entry's parts stand in its row.
enum PaletteRole { PaletteDetail = Qt::UserRole, PaletteIcon, PaletteKey, PaletteWhy };

// One line: icon, title, what it belongs to; at the right the key, the kind, or why it cannot be run.
class PaletteDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    explicit PaletteDelegate(Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme& m_theme;
};

}
