// What the pointer and the keyboard do in the picture of the flow.
#include "ui/policies/flow/flow_edits.h"
#include "ui/policies/flow/flow_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace signalbox {

int FlowView::nodeAt(const QPoint& at) const
{
    const QPointF place = mapToScene(at);
    for (std::size_t i = 0; i < m_plan.boxes.size(); ++i)
        if (m_plan.boxes[i].contains(place))
            return int(i);
    return -1;
}

void FlowView::hover(int node)
{
    if (node == m_look.hovered)
        return;
    const int before = std::exchange(m_look.hovered, node);
    repaintNode(before);
    repaintNode(node);
    Q_EMIT nodeChanged(node >= 0 ? node : m_look.current);
}

void FlowView::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_graph.nodes.size()) - 1;
    const FlowNode* const stage = nodeOf(m_look.current);
    const bool isPolicy = stage && stage->kind == FlowNode::Kind::Policy;
    switch (event->key()) {
    case Qt::Key_Down:
        return setCurrentNode(std::min(m_look.current + 1, last));
    case Qt::Key_Up:
        return setCurrentNode(std::max(m_look.current - 1, 0));
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (stage)
            setCurrentNode(across(m_look.current, event->key() == Qt::Key_Right ? 1 : -1));
        return;
    case Qt::Key_Home:
        return setCurrentNode(0);
    case Qt::Key_End:
        return setCurrentNode(last);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.25);
    case Qt::Key_Minus:
        return zoom(0.8);
    case Qt::Key_0:
        return fitAll();
    case Qt::Key_1:
        return fullSize();
    case Qt::Key_Space:
        if (isPolicy)
            Q_EMIT switched(stage->policy);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isPolicy)
            Q_EMIT opened(stage->policy);
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void FlowView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    zoom(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void FlowView::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    m_pressed = event->button() == Qt::LeftButton ? nodeAt(at) : -1;
    m_pressedAt = at;
    m_dragTo.reset();
    if (m_pressed >= 0)
        setCurrentNode(m_pressed);
    event->accept();
}

void FlowView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    hover(nodeAt(at));
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    if (m_pressed < 0) {   // the ground is dragged along
        const QPoint by = at - m_pressedAt;
        m_pressedAt = at;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    const bool far = (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!nodeOf(m_pressed) || nodeOf(m_pressed)->kind != FlowNode::Kind::Policy || (!far && !m_dragTo))
        return;
    m_dragTo = at;
    const int under = nodeAt(at);
    const int target = nodeOf(under) && takesPolicies(*nodeOf(under)) ? under : -1;
    repaintNode(std::exchange(m_look.dropTarget, target));
    repaintNode(target);
    viewport()->setCursor(target >= 0 ? Qt::DragLinkCursor : Qt::ForbiddenCursor);
    viewport()->update();
}

void FlowView::mouseReleaseEvent(QMouseEvent* event)
{
    const int target = std::exchange(m_look.dropTarget, -1);
    const FlowNode* const stage = nodeOf(m_pressed);
    const bool dropped = m_dragTo && target >= 0 && stage;
    m_dragTo.reset();
    viewport()->unsetCursor();
    viewport()->update();
    repaintNode(target);
    const PolicyId policy = stage ? stage->policy : PolicyId{};
    m_pressed = -1;
    event->accept();
    if (dropped)
        Q_EMIT sent(policy, target);
}

void FlowView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const FlowNode* const stage = nodeOf(nodeAt(event->position().toPoint()));
    if (stage && stage->kind == FlowNode::Kind::Policy)
        Q_EMIT opened(stage->policy);
}

void FlowView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int node = byKey ? m_look.current : nodeAt(event->pos());
    if (!nodeOf(node))
        return;
    if (!byKey)
        setCurrentNode(node);
    Q_EMIT menuWanted(node, byKey ? viewport()->mapToGlobal(placeOf(node)) : event->globalPos());
}

void FlowView::leaveEvent(QEvent* event)
{
    hover(-1);
    QGraphicsView::leaveEvent(event);
}

void FlowView::focusInEvent(QFocusEvent* event)
{
    m_look.focused = true;
    QGraphicsView::focusInEvent(event);
    if (!nodeOf(m_look.current) && !m_graph.nodes.empty())
        m_look.current = std::max(0, m_graph.firstOf(FlowNode::Kind::Policy));
    repaintNode(m_look.current);
    if (nodeOf(m_look.current))
        Q_EMIT nodeChanged(m_look.current);
}

void FlowView::focusOutEvent(QFocusEvent* event)
{
    m_look.focused = false;
    QGraphicsView::focusOutEvent(event);
    repaintNode(m_look.current);
}

// The line that is drawn while a policy is dragged to a destination.
void FlowView::drawForeground(QPainter* painter, const QRectF& rect)
{
    QGraphicsView::drawForeground(painter, rect);
    if (!m_dragTo || !nodeOf(m_pressed))
        return;
    const QRectF& box = m_plan.boxes[std::size_t(m_pressed)];
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_look.theme.color(ThemeColor::Accent), 2));
    painter->drawLine(QPointF(box.right(), box.center().y()), mapToScene(*m_dragTo));
}

}
