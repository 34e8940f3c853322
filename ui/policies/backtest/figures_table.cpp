#include "ui/policies/backtest/figures_table.h"

#include "ui/shared/bars.h"
#include "ui/shared/themed.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <utility>

namespace signalbox {
namespace {

constexpr int shareRole = Qt::UserRole + 1;
constexpr int barWidth = 48;
constexpr int columnGap = 18;
constexpr int headPadding = 2;

// Words and numbers under their heads, and the bar of the last column.
class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        const QString words = std::exchange(ground.text, {});
        if (option.widget)
            option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const QRect box = option.rect.adjusted(m_theme.px(headPadding), 0, -m_theme.px(headPadding), 0);
        painter->setFont(m_theme.font(TextStyle::Body));
        painter->setPen(m_theme.color(ThemeColor::Text));
        painter->drawText(box, int(ground.displayAlignment) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, box.width()));
        const QVariant share = index.data(shareRole);
        if (!share.isValid() || share.toDouble() < 0)
            return;
        const int height = m_theme.px(4);
        const QRectF bar(box.x() + m_theme.px(6), box.center().y() - height / 2, box.width() - m_theme.px(6), height);
        paintBar(*painter, bar, m_theme, share.toDouble(), ThemeColor::Accent);
    }

private:
    Theme& m_theme;
};

}

FiguresTable::FiguresTable(Theme& theme, const QString& name, const QString& objectName, const QStringList& heads,
                           int textColumns, QWidget* parent)
    : QTableWidget(0, int(heads.size()) + 1, parent), m_theme(theme), m_textColumns(textColumns)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setHorizontalHeaderLabels(heads + QStringList{QString()});
    for (int column = 0; column < columnCount(); ++column)
        horizontalHeaderItem(column)->setTextAlignment((column < textColumns ? Qt::AlignLeft : Qt::AlignRight)
                                                       | Qt::AlignVCenter);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setProperty("tight", true);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setItemDelegate(new CellDelegate(theme, this));
    setSurface(*viewport(), theme, ThemeColor::Panel);
    connect(&theme, &Theme::changed, this, &FiguresTable::fit);
    fit();
}

void FiguresTable::setRows(const std::vector<Row>& rows)
{
    clearSelection();
    setRowCount(int(rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const Row& from = rows[std::size_t(row)];
        for (int column = 0; column < columnCount(); ++column) {
            auto* cell = new QTableWidgetItem(column < from.cells.size() ? from.cells[column] : QString());
            cell->setTextAlignment((column < m_textColumns ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            cell->setToolTip(cell->text().toHtmlEscaped());
            setItem(row, column, cell);
        }
        item(row, columnCount() - 1)->setData(shareRole, from.share);
    }
    fit();
}

// Numbers get what they need, the bar its width, words the rest in equal parts.
void FiguresTable::fit()
{
    verticalHeader()->setDefaultSectionSize(m_theme.px(28));
    const QFontMetrics metrics(m_theme.font(TextStyle::Body));
    int left = viewport()->width() - m_theme.px(barWidth);
    for (int column = m_textColumns; column < columnCount() - 1; ++column) {
        int width = metrics.horizontalAdvance(horizontalHeaderItem(column)->text());
        for (int row = 0; row < rowCount(); ++row)
            width = std::max(width, metrics.horizontalAdvance(item(row, column)->text()));
        setColumnWidth(column, width + m_theme.px(columnGap));
        left -= columnWidth(column);
    }
    for (int column = 0; column < m_textColumns; ++column)
        setColumnWidth(column, std::max(m_theme.px(60), left / m_textColumns));
    setColumnWidth(columnCount() - 1, m_theme.px(barWidth));
    updateGeometry();
}

QSize FiguresTable::sizeHint() const
{
    int height = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    return {m_theme.px(320), height};
}

QSize FiguresTable::minimumSizeHint() const { return {m_theme.px(200), sizeHint().height()}; }

void FiguresTable::resizeEvent(QResizeEvent* event)
{
    QTableWidget::resizeEvent(event);
    fit();
}

}
