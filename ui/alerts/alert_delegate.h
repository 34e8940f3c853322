#pragma once

#include <QAbstractItemDelegate>

namespace signalbox {

class AlertListModel;
class ConsoleModel;
class Theme;

// One alert in two lines, or three when nobody was told of it or it is labelled: tier, trigger and visitor with the age
// at the right; whose it is and its state; why it was held back and what I said of it.
class AlertDelegate : public QAbstractItemDelegate {
    Q_OBJECT

public:
    AlertDelegate(const Theme& theme, const AlertListModel& alerts, const ConsoleModel& model,
                  QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int headingHeight(const QModelIndex& index) const;
    void paintBack(QPainter& painter, const QRect& row, const QStyleOptionViewItem& option) const;
    void paintFirst(QPainter& painter, QRect line, const QModelIndex& index) const;
    void paintWho(QPainter& painter, const QRect& line, const QModelIndex& index) const;

    const Theme& m_theme;
    const AlertListModel& m_alerts;
    const ConsoleModel& m_model;
};

}
