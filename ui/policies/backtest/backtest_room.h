#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QStackedWidget;

namespace signalbox {

class RoomTabs;

// The draft tried on what really happens: on the past, and beside the live rulebook on what comes in.
class BacktestRoom : public QWidget {
    Q_OBJECT

public:
    explicit BacktestRoom(const StudioContext& context, QWidget* parent = nullptr);

private:
    RoomTabs* m_tabs;
    QStackedWidget* m_panes;
};

}
