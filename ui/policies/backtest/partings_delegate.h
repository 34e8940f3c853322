#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// A conversation that parts: its name and when, and beneath where the one and the other rulebook lead.
class PartingsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit PartingsDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}
