#include "ui/insights/floor_table.h"

#include "ui/insights/floor_table_delegate.h"
#include "ui/shared/themed.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace signalbox {

FloorTable::FloorTable(Theme& theme, QAbstractItemModel* model, QWidget* parent) : QTableView(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("floorTable"));
    setModel(model);
    setItemDelegate(new FloorTableDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setSurface(*viewport(), theme, ThemeColor::Panel);
    connect(this, &QTableView::clicked, this, &FloorTable::opened);
    connect(&theme, &Theme::changed, this, &FloorTable::fitColumns);
    connect(model, &QAbstractItemModel::modelReset, this, &FloorTable::fitColumns);
    fitColumns();
}

// The names take what the numbers leave.
void FloorTable::fitColumns()
{
    verticalHeader()->setDefaultSectionSize(m_theme.px(30));
    const int columns = model()->columnCount();
    const QFontMetrics head(m_theme.font(TextStyle::Secondary));
    const QFontMetrics body(m_theme.font(TextStyle::BodyStrong));
    const int rows = std::min(model()->rowCount(), 200);   // the widest of the first ones says enough
    int left = viewport()->width();
    for (int column = 1; column < columns; ++column) {
        int width = head.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < rows; ++row)
            width = std::max(width, body.horizontalAdvance(model()->index(row, column).data().toString()));
        width = std::clamp(width + m_theme.px(28), m_theme.px(76), m_theme.px(240));
        setColumnWidth(column, width);
        left -= width;
    }
    if (columns > 0)
        setColumnWidth(0, std::max(m_theme.px(150), left));
}

void FloorTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (currentIndex().isValid())
        Q_EMIT opened(currentIndex());
}

void FloorTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

}
