#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

// A round number at the top right of an icon, which ends at `topRight`; "99+" when it is more. Urgent ones are red.
void paintCount(QPainter& painter, const QPoint& topRight, const Theme& theme, int count, bool urgent);

// The same over a button, which it covers; clicks go to the button.
class CountBadge : public QWidget {
    Q_OBJECT

public:
    CountBadge(const Theme& theme, QWidget* button);

    void setCount(int count, bool urgent);   // none at 0

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_count = 0;
    bool m_urgent = false;
};

}
