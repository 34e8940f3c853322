#include "ui/insights/confusion_model.h"

#include "ui/shared/format_text.h"

#include <cmath>

namespace signalbox {

void ConfusionModel::show(const PriorityAccuracy& accuracy)
{
    beginResetModel();
    m_accuracy = accuracy;
    endResetModel();
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_accuracy.confusion.size());
}

int ConfusionModel::columnCount(const QModelIndex& parent) const { return rowCount(parent); }

const std::vector<std::int64_t>& ConfusionModel::rowsOf(const QModelIndex& cell) const
{
    return m_accuracy.cells[std::size_t(cell.row())][std::size_t(cell.column())];
}

QString ConfusionModel::tier(int rank) const { return line(m_accuracy.classes[std::size_t(rank)], 40); }

QString ConfusionModel::nameOf(const QModelIndex& cell) const
{
    return tr("first %1, truly %2").arg(tier(cell.row()), tier(cell.column()));
}

double ConfusionModel::share(const QModelIndex& cell) const
{
    double all = 0;
    for (const auto& row : m_accuracy.confusion)
        all += row[std::size_t(cell.column())];
    return all > 0 ? m_accuracy.confusion[std::size_t(cell.row())][std::size_t(cell.column())] / all : 0;
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const double weight = m_accuracy.confusion[std::size_t(index.row())][std::size_t(index.column())];
    const qint64 judged = qint64(rowsOf(index).size());
    switch (role) {
    case Qt::DisplayRole:
        return judged == 0 ? QStringLiteral("·") : formatCount(std::llround(weight));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case ShareRole:
        return share(index);
    case IsRightRole:
        return index.row() == index.column();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1: %2 judged, which stand for %3, %4 of what is truly %5")
            .arg(nameOf(index), formatCount(judged), formatCount(std::llround(weight)), formatPercent(share(index)),
                 tier(index.column()))
            .toHtmlEscaped();
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(orientation == Qt::Horizontal ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || section >= rowCount())
        return {};
    return orientation == Qt::Horizontal ? tr("truly %1").arg(tier(section)) : tr("first %1").arg(tier(section));
}

}
