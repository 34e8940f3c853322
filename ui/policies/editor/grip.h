#pragma once

#include "ui/shared/theme.h"

#include <QToolButton>

namespace signalbox {

// The handle of a line: takes the focus for the whole line, and drags it. Escape ends a drag without effect.
class Grip : public QToolButton {
    Q_OBJECT

public:
    Grip(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    void setSubject(const QString& subject);   // "Condition: Company size is at least 500"

Q_SIGNALS:
    void chosen(Qt::KeyboardModifiers with);   // by a click
    void draggedTo(const QPoint& global);
    void dropped();
    void dragCancelled();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPoint m_pressedAt;
    bool m_pressed = false;
    bool m_dragging = false;
};

}
