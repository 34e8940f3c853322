#include "ui/insights/floor_table_model.h"

#include "ui/insights/floor_words.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

void FloorTableModel::show(const FloorCounts& counts, FloorTheme theme, FloorMeasure measure)
{
    beginResetModel();
    m_counts = &counts;
    m_measure = measure;
    m_columns = columnsNow(theme);
    m_most = mostInCells();
    endResetModel();
}

void FloorTableModel::clear()
{
    beginResetModel();
    m_counts = nullptr;
    m_columns.clear();
    endResetModel();
}

std::vector<FloorTableModel::Column> FloorTableModel::columnsNow(FloorTheme theme) const
{
    std::vector<Column> columns{{Shows::Name, m_measure}};
    if (isCrossed()) {
        for (int part = 0; part < int(m_counts->pivot->columns.size()); ++part)
            columns.push_back({Shows::Figure, m_measure, part});
        columns.push_back({Shows::Figure, m_measure});
        return columns;
    }
    for (const FloorMeasure measure : measuresOf(theme)) {
        columns.push_back({Shows::Figure, measure});
        if (measure != m_measure)
            continue;
        if (valueOf(m_counts->whole, measure, m_counts->whole).low)
            columns.push_back({Shows::Interval, measure});
        const FloorUnit unit = about(measure).unit;
        if (unit != FloorUnit::Count && unit != FloorUnit::Hours)
            columns.push_back({Shows::Sample, measure});
    }
    return columns;
}

int FloorTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_counts ? 0 : int(m_counts->bars.size()) + 1;
}

int FloorTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

const FloorFigures& FloorTableModel::figuresAt(int row, const Column& column) const
{
    if (column.part >= 0) {
        const auto part = std::size_t(column.part);
        return isWhole(row) ? m_counts->pivot->whole[part] : m_counts->pivot->cells[std::size_t(row)][part];
    }
    return isWhole(row) ? m_counts->whole : m_counts->bars[std::size_t(row)].figures;
}

QString FloorTableModel::rowName(int row) const
{
    return isWhole(row) ? tr("All") : floorPartName(m_counts->question.by, m_counts->bars[std::size_t(row)].part);
}

QString FloorTableModel::columnName(const Column& column) const
{
    switch (column.shows) {
    case Shows::Name:
        return isCrossed()
            ? tr("%1 by %2", "rows and columns of a table")
                  .arg(floorDimensionName(m_counts->question.by), floorDimensionName(*m_counts->question.across))
            : floorDimensionName(m_counts->question.by);
    case Shows::Interval:
        return tr("95 % interval");
    case Shows::Sample:
        return tr("Of", "heading of how many a figure rests on");
    case Shows::Figure:
        break;
    }
    if (!isCrossed())
        return floorMeasureName(column.measure);
    return column.part < 0
        ? tr("All")
        : floorPartName(*m_counts->question.across, m_counts->pivot->columns[std::size_t(column.part)]);
}

QString FloorTableModel::textAt(int row, const Column& column) const
{
    if (column.shows == Shows::Name)
        return rowName(row);
    const FloorValue value = valueOf(figuresAt(row, column), column.measure, m_counts->whole);
    return column.shows == Shows::Interval ? floorIntervalText(column.measure, value)
        : column.shows == Shows::Sample    ? formatCount(value.of)
                                           : floorValueText(column.measure, value);
}

double FloorTableModel::mostInCells() const
{
    double most = 0;
    if (isCrossed())
        for (const auto& cells : m_counts->pivot->cells)
            for (const FloorFigures& cell : cells)
                most = std::max(most, valueOf(cell, m_measure, m_counts->whole).value.value_or(0));
    return most;
}

QVariant FloorTableModel::heatAt(int row, const Column& column) const
{
    if (column.part < 0 || isWhole(row) || !(m_most > 0))
        return {};
    const auto value = valueOf(figuresAt(row, column), m_measure, m_counts->whole).value;
    return value ? QVariant(*value / m_most) : QVariant();
}

QVariant FloorTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_counts)
        return {};
    const Column& column = m_columns[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index.row(), column);
    case Qt::AccessibleTextRole:
        return column.shows == Shows::Name
            ? rowName(index.row())
            : tr("%1, %2: %3").arg(rowName(index.row()), columnName(column), textAt(index.row(), column));
    case Qt::ToolTipRole: {
        if (column.shows == Shows::Name)
            return {};
        const QString why
            = floorReason(column.measure, valueOf(figuresAt(index.row(), column), column.measure, m_counts->whole));
        return why.isEmpty() ? QVariant() : QVariant(why.toHtmlEscaped());
    }
    case Qt::TextAlignmentRole:
        return int((column.shows == Shows::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case HeatRole:
        return heatAt(index.row(), column);
    case MainRole:
        return !isCrossed() && column.shows == Shows::Figure && column.measure == m_measure;
    case WholeRole:
        return isWhole(index.row()) || (isCrossed() && column.shows == Shows::Figure && column.part < 0);
    default:
        return {};
    }
}

QVariant FloorTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& column = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole)
        return columnName(column);
    if (role == Qt::ToolTipRole && column.shows == Shows::Figure)
        return floorDefinition(column.measure).toHtmlEscaped();
    if (role == Qt::TextAlignmentRole)
        return int((column.shows == Shows::Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

FloorCell FloorTableModel::cellAt(const QModelIndex& index) const
{
    if (!index.isValid() || !m_counts)
        return {};
    const Column& column = m_columns[std::size_t(index.column())];
    const bool named = column.shows == Shows::Name;   // all there is of the row
    const FloorMeasure measure = named ? FloorMeasure::Conversations : column.measure;
    QString part = rowName(index.row());
    if (column.part >= 0)
        part = tr("%1, %2", "row and column of a table").arg(part, columnName(column));
    return {&figuresAt(index.row(), column), measure, tr("%1: %2").arg(floorMeasureName(measure), part)};
}

}
