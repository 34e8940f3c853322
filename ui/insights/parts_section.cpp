#include "ui/insights/parts_section.h"

#include "ui/insights/parts_model.h"
#include "ui/insights/parts_plot.h"
#include "ui/insights/parts_sorter.h"
#include "ui/insights/weeks_plot.h"
#include "ui/shared/digits.h"
#include "ui/shared/themed.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace signalbox {
namespace {

// Numbers stand under one another, digit by digit.
class NumberDelegate : public QStyledItemDelegate {
public:
    NumberDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        if (!(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight))
            return QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const QString number = std::exchange(cell.text, QString());
        const QStyle* const style = cell.widget ? cell.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        painter->setPen(m_theme.color(ThemeColor::Text));
        paintDigits(*painter, cell.rect.adjusted(m_theme.px(8), 0, -m_theme.px(11), 0), Qt::AlignRight,
                    m_theme.font(index.column() == PartsModel::ValueColumn ? TextStyle::BodyStrong : TextStyle::Body),
                    number);
    }

private:
    const Theme& m_theme;
};

constexpr int tableRow = 30;
constexpr int mostRowsAtOnce = 20;   // more than these scroll
constexpr int leastNote = 110;       // narrower than this the note is only the name's tooltip

}

PartsSection::PartsSection(Theme& theme, const QString& objectName, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(newLabel({}, theme, TextStyle::BodyStrong, ThemeColor::Text, this)),
      m_nothing(newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_rows(new PartsPlot(theme, objectName + QStringLiteral("Chart"), this)),
      m_weeks(new WeeksPlot(theme, objectName + QStringLiteral("Weeks"), this)),
      m_model(new PartsModel(this)),
      m_sorter(new PartsSorter(this)),
      m_table(new QTableView(this))
{
    setObjectName(objectName);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(8));
    column->addWidget(m_title);
    column->addWidget(m_nothing);
    column->addWidget(m_rows);
    column->addWidget(m_weeks);
    buildTable(objectName);
    column->addWidget(m_table);
    for (FigurePlot* plot : std::initializer_list<FigurePlot*>{m_rows, m_weeks})
        connect(plot, &FigurePlot::chosen, this, &PartsSection::choose);
    connect(&theme, &Theme::changed, this, &PartsSection::fitTable);
}

void PartsSection::buildTable(const QString& objectName)
{
    m_sorter->setSourceModel(m_model);
    m_table->setObjectName(objectName + QStringLiteral("Table"));
    m_table->setModel(m_sorter);
    m_table->setItemDelegate(new NumberDelegate(m_theme, m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);   // as the report has them
    m_table->horizontalHeader()->setSectionResizeMode(PartsModel::NoteColumn, QHeaderView::Stretch);
    setSurface(*m_table->viewport(), m_theme, ThemeColor::Panel);
    const auto open = [this](const QModelIndex& index) { choose(m_sorter->mapToSource(index).row()); };
    connect(m_table, &QTableView::clicked, this, open);
    connect(m_table, &QTableView::activated, this, open);
}

// Times take more room than shares. What there is too little room for leaves the table from the right.
void PartsSection::fitTable()
{
    const auto px = [this](int length) { return m_theme.px(length); };
    const bool times = m_subject == FigureSubject::Response;
    const std::pair<int, int> widths[]{{PartsModel::ValueColumn, times ? 104 : 92},
                                       {PartsModel::IntervalColumn, times ? 196 : 140},
                                       {PartsModel::CountColumn, 64},
                                       {PartsModel::NotJudgedColumn, times ? 112 : 104}};
    int taken = px(148);
    for (const auto& [column, width] : widths) {
        m_table->setColumnWidth(column, px(width));
        taken += px(width);
    }
    const int room = width() - px(40);
    const bool withNote = room - taken >= px(leastNote);
    m_table->setColumnHidden(PartsModel::NotJudgedColumn, room < taken);
    m_table->setColumnHidden(PartsModel::NoteColumn, !withNote);
    m_table->horizontalHeader()->setSectionResizeMode(PartsModel::NameColumn,
                                                      withNote ? QHeaderView::Interactive : QHeaderView::Stretch);
    m_table->setColumnWidth(PartsModel::NameColumn, px(148));
    m_table->verticalHeader()->setDefaultSectionSize(px(tableRow));
    const int rows = std::min(mostRowsAtOnce, m_model->rowCount());
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * px(tableRow));
}

void PartsSection::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTable();
}

void PartsSection::show(FigureSubject subject, Dimension dimension, const std::vector<NamedLine>& lines)
{
    m_subject = subject;
    const QString by = dimensionWords(dimension);
    m_title->setText(tr("By %1").arg(by));
    const bool some
        = std::ranges::any_of(lines, [](const NamedLine& each) { return each.line.value || each.line.soFar; });
    const bool weeks = dimension == Dimension::Week;
    m_rows->setVisible(some && !weeks);
    m_weeks->setVisible(some && weeks);
    if (m_rows->isVisibleTo(this))
        m_rows->show(lines);
    if (m_weeks->isVisibleTo(this))
        m_weeks->show(lines);
    for (QWidget* plot : std::initializer_list<QWidget*>{m_rows, m_weeks})
        plot->setAccessibleName(
            tr("%1 by %2, as a chart. The table below has the same numbers.").arg(subjectName(subject), by));
    m_nothing->setVisible(!some);
    m_nothing->setText(lines.empty() ? tr("There is nothing to break down.")
                                     : tr("No %1 has enough to say anything yet.").arg(by));
    m_model->show(subject, by.left(1).toUpper() + by.mid(1), lines);
    m_table->setAccessibleName(tr("%1 by %2").arg(subjectName(subject), by));
    m_table->setVisible(!lines.empty());
    fitTable();
}

void PartsSection::choose(int part)
{
    if (part >= 0 && part < m_model->rowCount())
        Q_EMIT partChosen(m_model->at(part));
}

}
