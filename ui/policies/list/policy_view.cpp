#include "ui/policies/list/policy_view.h"

#include "ui/policies/list/policy_row_delegate.h"
#include "ui/shared/themed.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace signalbox {
namespace {

constexpr int edge = 28;   // so near to the edge a drag scrolls

}

PolicyView::PolicyView(Theme& theme, QWidget* parent)
    : QListView(parent), m_theme(theme), m_delegate(new PolicyRowDelegate(theme, this))
{
    setObjectName(QStringLiteral("policyRows"));
    setAccessibleName(tr("Policies, in the order in which they are tried"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setResizeMode(QListView::Adjust);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSurface(*viewport(), theme, ThemeColor::Panel);
    m_scroll.setInterval(std::chrono::milliseconds(16));
    connect(&m_scroll, &QTimer::timeout, this, &PolicyView::scrollNearEdge);
    connect(&theme, &Theme::changed, this, &QListView::doItemsLayout);
}

void PolicyView::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex under = indexAt(at);
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && under.isValid();
    const int reach = m_theme.px(5);
    if (isPlain && m_delegate->switchRect(visualRect(under)).adjusted(-reach, -reach, reach, reach).contains(at)) {
        setCurrentIndex(under);
        Q_EMIT switched();
        return;
    }
    QListView::mousePressEvent(event);
    if (isPlain && m_delegate->gripRect(visualRect(under)).contains(at)) {
        m_dragged = under.row();
        m_pressedAt = at;
    }
}

void PolicyView::mouseMoveEvent(QMouseEvent* event)
{
    m_pointer = event->position().toPoint();
    if (m_dragged < 0) {
        const QModelIndex under = indexAt(m_pointer);
        const bool onGrip = under.isValid() && m_delegate->gripRect(visualRect(under)).contains(m_pointer);
        viewport()->setCursor(onGrip ? Qt::OpenHandCursor : Qt::ArrowCursor);
        if (!(event->buttons() & Qt::LeftButton))   // a drag elsewhere would select rows one never meant
            QListView::mouseMoveEvent(event);
        return;
    }
    if (m_landing < 0 && (m_pointer - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_landing = rowBefore(m_pointer);
    m_scroll.start();
    viewport()->update();
}

void PolicyView::mouseReleaseEvent(QMouseEvent* event)
{
    const int from = m_dragged;
    const int before = m_landing;
    endDrag();
    if (from >= 0 && before >= 0)
        Q_EMIT dropped(from, before);
    else
        QListView::mouseReleaseEvent(event);
}

void PolicyView::endDrag()
{
    m_scroll.stop();
    m_dragged = m_landing = -1;
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->update();
}

void PolicyView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_dragged >= 0)
        endDrag();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT switched();
    else
        QListView::keyPressEvent(event);
}

int PolicyView::rowBefore(const QPoint& at) const
{
    const QModelIndex under = indexAt(QPoint(m_theme.px(40), at.y()));
    if (!under.isValid())
        return at.y() < 0 ? 0 : model()->rowCount();
    return under.row() + (at.y() > visualRect(under).center().y() ? 1 : 0);
}

void PolicyView::scrollNearEdge()
{
    const int above = m_theme.px(edge) - m_pointer.y();
    const int below = m_pointer.y() - (viewport()->height() - m_theme.px(edge));
    const int by = above > 0 ? -above / 3 - 1 : below > 0 ? below / 3 + 1 : 0;
    if (by == 0)
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
    m_landing = rowBefore(m_pointer);
    viewport()->update();
}

void PolicyView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_landing < 0)
        return;
    const int last = model()->rowCount() - 1;
    const int y = m_landing > last ? visualRect(model()->index(last, 0)).bottom()
                                   : visualRect(model()->index(m_landing, 0)).top();
    QPainter(viewport()).fillRect(QRect(0, y - 1, viewport()->width(), 2), m_theme.color(ThemeColor::Accent));
}

}
