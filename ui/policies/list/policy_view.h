#pragma once

#include "ui/shared/theme.h"

#include <QListView>
#include <QTimer>

namespace signalbox {

class PolicyRowDelegate;

// The list of policies: a click on the switch or Space switches, the grip drags a row to another place.
class PolicyView : public QListView {
    Q_OBJECT

public:
    explicit PolicyView(Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    // Rows of the view's model. `before` may be one past the last.
    void dropped(int from, int before);
    void switched();   // Space, or a click on a switch of the current row

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int rowBefore(const QPoint& at) const;   // where a drop at this point would land
    void scrollNearEdge();
    void endDrag();

    Theme& m_theme;
    PolicyRowDelegate* m_delegate;
    QTimer m_scroll;
    QPoint m_pressedAt;
    QPoint m_pointer;
    int m_dragged = -1;   // a row whose grip is held
    int m_landing = -1;   // while it is dragged
};

}
