#pragma once

#include "ui/live/floor_tree_model.h"
#include "ui/shared/theme.h"

#include <QAbstractItemDelegate>

class QTreeView;

namespace signalbox {

// Paints the floor: hands in the colour of a note, agents with shape and load, their conversations indented with tier and
// time left.
class FloorTreeDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    FloorTreeDelegate(Theme& theme, const FloorTreeModel& model, const QTreeView& view, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // The part of an agent's row that opens and closes it.
    int chevronWidth() const;

private:
    void paintWho(QPainter& painter, QRect box, const QModelIndex& index) const;
    void paintPlaces(QPainter& painter, const QRect& box, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QRect& box, TextStyle style, ThemeColor color, const QString& text) const;

    Theme& m_theme;
    const FloorTreeModel& m_model;
    const QTreeView& m_view;
};

}
