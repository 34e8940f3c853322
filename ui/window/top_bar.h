#pragma once

#include "ui/shared/page_context.h"

#include <QWidget>

class QMenuBar;
class QPushButton;
class QToolButton;

namespace signalbox {

class Avatar;
class CountBadge;
class ElidedLabel;
class PresencePicker;

// The bar at the top: mark, workspace, menus, search, alerts, my presence, and who sits here.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(const PageContext& context, QWidget* parent = nullptr);

    QMenuBar* menuBar() const { return m_menus; }
    QWidget& bell() const;

Q_SIGNALS:
    void searchAsked();
    void alertsAsked();   // by the bell

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshBell();
    void showDeskMenu();

    PageContext m_context;
    ElidedLabel* m_workspace;
    QMenuBar* m_menus;
    QPushButton* m_search;
    QToolButton* m_bell;
    CountBadge* m_alerts;   // on the bell
    PresencePicker* m_presence;
    Avatar* m_avatar;
    QPushButton* m_desk;
};

}
