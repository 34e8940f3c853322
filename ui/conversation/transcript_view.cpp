#include "ui/conversation/transcript_view.h"

#include "ui/shared/format_text.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace signalbox {

TranscriptView::TranscriptView(const Theme& theme, QWidget* parent)
    : QListView(parent), m_delegate(new TranscriptDelegate(theme, this))
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Transcript"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOn);   // the width that lines are broken at never jumps; idle, it is not painted
    setMouseTracking(true);
    verticalScrollBar()->setSingleStep(theme.px(24));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TranscriptView::scrolled);
    connect(&theme, &Theme::changed, this, &TranscriptView::anew);
}

void TranscriptView::setTranscript(TranscriptModel* model)
{
    m_transcript = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_follow = true;
        m_heldRow = -1;
        anew();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
        m_heights.remove(first, last);
        if (m_heldRow > last)
            m_heldRow -= last - first + 1;
        settle();
    });
    anew();
}

void TranscriptView::setMarked(const QString& words)
{
    m_delegate->setMarked(words);
    viewport()->update();
}

const TranscriptRowLayout& TranscriptView::layoutOf(int row) const
{
    return m_delegate->layouts().of(*m_transcript, row, viewport()->width());
}

int TranscriptView::verticalOffset() const { return verticalScrollBar()->value(); }

QRect TranscriptView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || index.row() > lastRow())
        return {};
    return {0, m_heights.top(index.row()) - verticalOffset(), viewport()->width(), m_heights.height(index.row())};
}

QModelIndex TranscriptView::indexAt(const QPoint& point) const
{
    const int y = point.y() + verticalOffset();
    if (y < 0 || y >= m_heights.total() || !viewport()->rect().contains(point))
        return {};
    return model()->index(m_heights.rowAt(y), 0);
}

void TranscriptView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid() || index.row() > lastRow())
        return;
    measure(index.row());
    const QRect row = visualRect(index);
    const int room = viewport()->height();
    int at = row.top();
    if (hint == PositionAtTop || (hint == EnsureVisible && (row.top() < 0 || row.height() > room)))
        at = 0;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && row.bottom() >= room))
        at = room - row.height();
    else if (hint == PositionAtCenter)
        at = (room - row.height()) / 2;
    else
        return;
    m_follow = index.row() == lastRow() && hint != PositionAtTop;
    m_heldRow = index.row();
    m_heldAt = at;
    settle();
}

QModelIndex TranscriptView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (lastRow() < 0)
        return {};
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return model()->index(lastRow(), 0);
    const int page = viewport()->height();
    int row = current.row();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        --row;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row = std::min(row - 1, m_heights.rowAt(std::max(0, m_heights.top(row) - page)));
        break;
    case MovePageDown:
        row = std::max(row + 1, m_heights.rowAt(m_heights.top(row) + page));
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = lastRow();
        break;
    default:
        break;
    }
    return model()->index(std::clamp(row, 0, lastRow()), 0);
}

void TranscriptView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    QItemSelection chosen;
    if (lastRow() >= 0) {
        const QRect box = rect.normalized().translated(0, verticalOffset());
        chosen.select(model()->index(m_heights.rowAt(std::max(0, box.top())), 0),
                      model()->index(m_heights.rowAt(std::max(0, box.bottom())), 0));
    }
    selectionModel()->select(chosen, command);
}

QRegion TranscriptView::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection)
        region += visualRect(range.topLeft()).united(visualRect(range.bottomRight()));
    return region.intersected(viewport()->rect());
}

void TranscriptView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const bool active = hasFocus();
    for (int row = m_heights.rowAt(event->rect().top() + verticalOffset()); row >= 0 && row <= lastRow(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = visualRect(index);
        if (option.rect.top() > event->rect().bottom())
            break;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, active && index == currentIndex());
        m_delegate->paint(&painter, option, index);
    }
}

void TranscriptView::copySelection() const
{
    QModelIndexList chosen = selectionModel()->selectedIndexes();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex& index : chosen)
        lines << index.data(chosen.size() > 1 ? int(Qt::AccessibleTextRole) : int(Qt::DisplayRole)).toString();
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void TranscriptView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        edit(currentIndex());
    else
        QListView::keyPressEvent(event);
}

TranscriptSpot TranscriptView::spotAt(const QPoint& point) const
{
    const QModelIndex index = indexAt(point);
    return index.isValid() ? m_delegate->spotAt(index, viewport()->width(), point - visualRect(index).topLeft())
                           : TranscriptSpot{};
}

void TranscriptView::act(const TranscriptSpot& spot)
{
    if (spot.link.isValid())
        Q_EMIT linkWanted(spot.link);
    else if (spot.file)
        Q_EMIT fileWanted(*spot.file);
    else if (spot.why)
        Q_EMIT whyWanted();
}

void TranscriptView::mouseMoveEvent(QMouseEvent* event)
{
    QListView::mouseMoveEvent(event);
    viewport()->setCursor(spotAt(event->pos()).any() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier)
        act(spotAt(event->pos()));
}

void TranscriptView::offerSpots(QMenu& menu, const QModelIndex& index)
{
    if (!index.isValid())
        return;
    for (const TranscriptSpot& spot : m_delegate->spotsOf(index, viewport()->width())) {
        const QString words = spot.link.isValid() ? tr("Open link to %1…").arg(targetOf(spot.link))
            : spot.file                           ? tr("Save %1…").arg(line(spot.file->name, 60))
                                                  : tr("Why?");
        connect(menu.addAction(QString(words).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
                [this, spot] { act(spot); });
    }
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("transcriptMenu"));
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this, &TranscriptView::copySelection);
    menu.actions().constLast()->setEnabled(selectionModel()->hasSelection());
    connect(menu.addAction(tr("Select text…")), &QAction::triggered, this, [this] { edit(currentIndex()); });
    menu.actions().constLast()->setEnabled(currentIndex().isValid());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    offerSpots(menu, byKey ? currentIndex() : indexAt(event->pos()));
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

}
