#include "ui/conversation/transcript_view.h"

#include "ui/conversation/transcript_delegate.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QResizeEvent>
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
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);   // the width that lines are broken at never jumps; idle, it is not painted
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(false);
    verticalScrollBar()->setSingleStep(theme.px(24));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TranscriptView::scrolled);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &TranscriptView::stayAtBottom);
    connect(&theme, &Theme::changed, this, [this] {
        m_delegate->forgetSizes();
        scheduleDelayedItemsLayout();
        viewport()->update();
        stayAtBottom();
    });
}

void TranscriptView::setModel(QAbstractItemModel* model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_delegate->forgetSizes();
        m_follow = true;
        m_fromBottom = -1;
        stayAtBottom();
    });
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex&, int first) { beforeInsert(first); });
    connect(model, &QAbstractItemModel::rowsInserted, this, &TranscriptView::afterInsert);
}

bool TranscriptView::atBottom() const { return m_follow; }

void TranscriptView::beforeInsert(int first)
{
    if (first == 0 && !m_follow)
        m_fromBottom = verticalScrollBar()->maximum() - verticalScrollBar()->value();
}

void TranscriptView::afterInsert()
{
    if (m_follow || m_fromBottom >= 0)
        stayAtBottom();
}

void TranscriptView::stayAtBottom()
{
    if (m_settling)
        return;
    m_settling = true;
    executeDelayedItemsLayout();
    QScrollBar* bar = verticalScrollBar();
    if (m_fromBottom >= 0)
        bar->setValue(bar->maximum() - m_fromBottom);
    else if (m_follow)
        bar->setValue(bar->maximum());
    m_fromBottom = -1;
    m_settling = false;
}

void TranscriptView::scrolled(int value)
{
    if (m_settling)
        return;
    m_follow = value >= verticalScrollBar()->maximum() - 2;
    if (m_hasEarlier && value <= verticalScrollBar()->pageStep() / 2) {
        m_hasEarlier = false;   // once for each time that more is known to be there
        Q_EMIT earlierWanted();
    }
}

void TranscriptView::resizeEvent(QResizeEvent* event)
{
    const bool follow = m_follow;
    QListView::resizeEvent(event);
    m_follow = follow;
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();   // other breaks, other heights; the list itself looks at its height only
    stayAtBottom();
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

void TranscriptView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"));
    copy->setEnabled(selectionModel()->hasSelection());
    QAction* select = menu.addAction(tr("Select text…"));
    select->setEnabled(currentIndex().isValid());
    const QAction* chosen = menu.exec(event->globalPos());
    if (chosen == copy)
        copySelection();
    else if (chosen == select)
        edit(currentIndex());
}

}
