#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;

// A policy on the way of a trial: its mark, number and name, and beneath what was found and wanted.
class PathDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit PathDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

}
