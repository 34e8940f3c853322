#include "ui/live/live_view.h"

#include "ui/live/live_delegate.h"
#include "ui/live/live_header.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <chrono>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds keyHolds{1500};

// Widths at full text size; the three that may grow share what is left by these shares.
struct ColumnRoom {
    int least;
    double share;
};
constexpr ColumnRoom room[liveColumnCount]
    = {{110, 0}, {150, 3}, {100, 1.2}, {104, 0}, {180, 1.6}, {58, 0}, {124, 0}, {76, 0}};

}

LiveView::LiveView(Theme& theme, LiveModel& model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model), m_delegate(new LiveDelegate(theme, model, this))
{
    setObjectName(u"liveList"_s);
    setAccessibleName(tr("Conversations"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setHorizontalHeader(new LiveHeader(theme, model, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(10);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &LiveView::sortByHeader);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_model.conversationAt(index.row()).id); });
    connect(&theme, &Theme::changed, this, &LiveView::applyTheme);
    m_sinceKey.setSingleShot(true);
    m_sinceKey.setInterval(keyHolds);
    connect(&m_sinceKey, &QTimer::timeout, this, &LiveView::updateHold);
    applyTheme();
}

void LiveView::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(m_theme.px(34));
    verticalHeader()->setDefaultSectionSize(m_theme.px(34));
    horizontalHeader()->setFixedHeight(m_theme.px(28));
    verticalScrollBar()->setSingleStep(m_theme.px(34));
    layOutColumns();
}

void LiveView::sortByHeader(int column)
{
    const bool again = m_model.sortColumn() == LiveColumn(column);
    const bool up = again && m_model.sortOrder() == Qt::AscendingOrder;
    const ConversationId kept = currentConversation();
    m_model.setSort(LiveColumn(column), up ? Qt::DescendingOrder : Qt::AscendingOrder);
    select(kept);
    horizontalHeader()->viewport()->update();
}

ConversationId LiveView::currentConversation() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? m_model.conversationAt(current.row()).id : ConversationId{};
}

void LiveView::select(const ConversationId& id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return;
    selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void LiveView::setHiddenColumns(const QList<int>& columns)
{
    m_hidden = columns;
    layOutColumns();
}

void LiveView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

// When room runs out company names leave first, then the channel, then the value; tier chips get shorter last.
void LiveView::layOutColumns()
{
    const int width = viewport()->width();
    const bool channel = width >= m_theme.px(800);
    const bool value = width >= m_theme.px(690);
    const bool names = width >= m_theme.px(560);
    m_delegate->setCompaniesShown(width >= m_theme.px(1000));
    m_delegate->setTierChipSize(names ? TierChipSize::Full : TierChipSize::Code);
    int used = 0;
    double shares = 0;
    for (int column = 0; column < liveColumnCount; ++column) {
        const bool noRoom = (LiveColumn(column) == LiveColumn::Channel && !channel)
            || (LiveColumn(column) == LiveColumn::Worth && !value);
        setColumnHidden(column, noRoom || m_hidden.contains(column));
        if (!isColumnHidden(column)) {
            used += m_theme.px(LiveColumn(column) == LiveColumn::Tier && !names ? 70 : room[column].least);
            shares += room[column].share;
        }
    }
    int left = std::max(0, width - used);
    for (int column = 0; column < liveColumnCount; ++column) {
        if (isColumnHidden(column))
            continue;
        const int least = m_theme.px(LiveColumn(column) == LiveColumn::Tier && !names ? 70 : room[column].least);
        const int more = shares > 0 ? int(left * room[column].share / shares) : 0;
        setColumnWidth(column, least + more);
        left -= more;
        shares -= room[column].share;
    }
}

void LiveView::repaintTimes()
{
    for (const LiveColumn column : {LiveColumn::Waiting, LiveColumn::AnswerWithin}) {
        const int at = columnViewportPosition(int(column));
        viewport()->update(at, 0, columnWidth(int(column)), viewport()->height());
    }
}

void LiveView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentConversation());
        return;
    }
    if (event->key() == Qt::Key_R && event->modifiers() == Qt::NoModifier) {
        m_model.applyOrder();
        return;
    }
    if (event->key() == Qt::Key_Slash) {
        event->ignore();   // the page goes to the filter
        return;
    }
    m_sinceKey.start();
    updateHold();
    QTableView::keyPressEvent(event);
}

void LiveView::enterEvent(QEnterEvent* event)
{
    QTableView::enterEvent(event);
    m_pointerIn = true;
    updateHold();
}

void LiveView::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    m_pointerIn = false;
    updateHold();
}

void LiveView::updateHold()
{
    const bool held = m_pointerIn || m_menuOpen || m_sinceKey.isActive();
    if (held == m_model.orderHeld())
        return;
    m_model.setOrderHeld(held);
    Q_EMIT holdChanged(held);
}

void LiveView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const QModelIndex current = currentIndex();
    if (!hasFocus() || !current.isValid() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
    const QRect first = visualRect(current.siblingAtColumn(0));
    painter.drawRect(QRect(1, first.y() + 1, viewport()->width() - 2, first.height() - 3));
}

void LiveView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex at = indexAt(event->pos());
    if (!at.isValid())
        return;
    select(m_model.conversationAt(at.row()).id);
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("liveMenu"));
    Q_EMIT menuAboutToShow(menu);
    m_menuOpen = true;
    updateHold();
    menu.exec(event->globalPos());
    m_menuOpen = false;
    updateHold();
}

}
