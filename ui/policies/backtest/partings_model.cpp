#include "ui/policies/backtest/partings_model.h"

#include <algorithm>

namespace signalbox {

void PartingsModel::setRows(std::vector<Parting> rows)
{
    const int same = int(std::ranges::mismatch(m_rows, rows).in1 - m_rows.begin());
    if (same < rowCount()) {
        beginRemoveRows({}, same, rowCount() - 1);
        m_rows.resize(std::size_t(same));
        endRemoveRows();
    }
    if (std::size_t(same) == rows.size())
        return;
    beginInsertRows({}, same, int(rows.size()) - 1);
    m_rows = std::move(rows);
    endInsertRows();
}

int PartingsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant PartingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Parting& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case WhenRole:
        return row.when;
    case DetailsRole:
        return row.details;
    case Qt::ToolTipRole:
        return QString(row.title + u'\n' + row.details.join(u'\n') + u'\n' + row.exactly)
            .toHtmlEscaped()
            .replace(u'\n', QStringLiteral("<br>"));
    case Qt::AccessibleTextRole:
        return QString(row.title + QStringLiteral(". ") + row.details.join(QStringLiteral(". ")));
    default:
        return {};
    }
}

}
