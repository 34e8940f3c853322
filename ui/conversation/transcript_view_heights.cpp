// How the transcript's rows get their heights, and what stays in its place meanwhile.
#include "ui/conversation/transcript_view.h"

#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace signalbox {

void TranscriptView::anew()
{
    m_delegate->layouts().forget();
    std::vector<int> estimates(std::size_t(m_transcript ? m_transcript->rowCount() : 0));
    for (std::size_t row = 0; row < estimates.size(); ++row)
        estimates[row] = m_delegate->layouts().estimate(*m_transcript, int(row), viewport()->width());
    m_heights.reset(estimates);
    settle();
}

void TranscriptView::measure(int row)
{
    if (m_heights.isMeasured(row))
        return;
    m_heights.measured(row, m_delegate->layouts().of(*m_transcript, row, viewport()->width()).height);
}

// Whether a height changed.
bool TranscriptView::measureVisible()
{
    bool other = false;
    const int end = verticalOffset() + viewport()->height();
    for (int row = m_heights.rowAt(verticalOffset()); row >= 0 && row <= lastRow() && m_heights.top(row) < end; ++row)
        if (!m_heights.isMeasured(row)) {
            measure(row);
            other = true;
        }
    return other;
}

// Measures what is in view; each height found may bring other rows there.
void TranscriptView::settle()
{
    if (m_settling || !m_transcript || m_heights.count() != m_transcript->rowCount())
        return;
    m_settling = true;
    QScrollBar* bar = verticalScrollBar();
    do {
        const int most = std::max(0, m_heights.total() - viewport()->height());
        bar->setRange(0, most);
        bar->setPageStep(viewport()->height());
        if (m_follow)
            bar->setValue(most);
        else if (m_heldRow >= 0 && m_heldRow <= lastRow())
            bar->setValue(m_heights.top(m_heldRow) - m_heldAt);
    } while (measureVisible());
    m_settling = false;
    updateEditorGeometries();
    viewport()->update();
}

// The first row in view that is measured holds its place: what the eye reads.
void TranscriptView::holdOn()
{
    m_heldRow = m_heights.rowAt(verticalOffset());
    const int end = verticalOffset() + viewport()->height();
    for (int row = m_heldRow; row >= 0 && row <= lastRow() && m_heights.top(row) < end; ++row)
        if (m_heights.isMeasured(row)) {
            m_heldRow = row;
            break;
        }
    m_heldAt = m_heldRow < 0 ? 0 : m_heights.top(m_heldRow) - verticalOffset();
}

void TranscriptView::scrolled(int value)
{
    if (m_settling)
        return;
    m_follow = value >= verticalScrollBar()->maximum() - 2;
    holdOn();
    settle();
    if (m_hasEarlier && verticalOffset() <= verticalScrollBar()->pageStep() / 2) {
        m_hasEarlier = false;   // once for each time that more is known to be there
        Q_EMIT earlierWanted();
    }
}

void TranscriptView::rowsInserted(const QModelIndex& parent, int first, int last)
{
    std::vector<int> estimates;
    for (int row = first; row <= last; ++row)
        estimates.push_back(m_delegate->layouts().estimate(*m_transcript, row, viewport()->width()));
    m_heights.insert(first, estimates);
    if (m_heldRow >= first)
        m_heldRow += last - first + 1;
    QAbstractItemView::rowsInserted(parent, first, last);
    settle();
}

void TranscriptView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    for (int row = topLeft.row(); row <= std::min(bottomRight.row(), lastRow()); ++row)
        m_heights.doubt(row);
    settle();
}

void TranscriptView::doItemsLayout() { QAbstractItemView::doItemsLayout(); }

void TranscriptView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    settle();
}

void TranscriptView::scrollContentsBy(int, int)
{
    updateEditorGeometries();
    viewport()->update();
}

void TranscriptView::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        anew();   // other breaks, other heights
    else
        settle();
}

}
