#include "ui/policies/editor/grip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace signalbox {

Grip::Grip(Theme& theme, const QString& objectName, QWidget* parent) : QToolButton(parent)
{
    setObjectName(objectName);
    setProperty("quiet", true);
    setIcon(theme.icon(QStringLiteral("grip"), ThemeColor::TextMuted));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    const auto size = [this, &theme] {
        setIconSize(QSize(theme.px(16), theme.px(16)));
        setFixedSize(theme.px(20), theme.px(28));
    };
    size();
    connect(&theme, &Theme::changed, this, size);
}

void Grip::setSubject(const QString& subject)
{
    setAccessibleName(subject);
    setToolTip(tr("%1. Drag to move, or Alt+↑ and Alt+↓.").arg(subject).toHtmlEscaped());
}

void Grip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_pressedAt = event->globalPosition().toPoint();
    setFocus(Qt::MouseFocusReason);
    Q_EMIT chosen(event->modifiers());
}

void Grip::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->globalPosition().toPoint();
    if (!m_pressed || (!m_dragging && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance()))
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    Q_EMIT draggedTo(at);
}

void Grip::mouseReleaseEvent(QMouseEvent*)
{
    const bool wasDragging = std::exchange(m_dragging, false);
    m_pressed = false;
    setCursor(Qt::OpenHandCursor);
    if (wasDragging)
        Q_EMIT dropped();
}

void Grip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !m_dragging) {
        event->ignore();   // the list knows the keys
        return;
    }
    m_dragging = m_pressed = false;
    setCursor(Qt::OpenHandCursor);
    Q_EMIT dragCancelled();
}

}
