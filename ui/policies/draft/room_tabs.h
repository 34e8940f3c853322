#pragma once

#include "ui/shared/theme.h"

#include <QTabBar>

namespace signalbox {

// The rooms of the rulebook in a row; the chosen one has an accent line beneath. Arrow keys go from room to room.
class RoomTabs : public QTabBar {
    Q_OBJECT

public:
    explicit RoomTabs(Theme& theme, QWidget* parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
};

}
