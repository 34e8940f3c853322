#include "ui/insights/parts_sorter.h"

#include "ui/insights/parts_model.h"

namespace signalbox {

PartsSorter::PartsSorter(QObject* parent) : QSortFilterProxyModel(parent) { setSortRole(PartsModel::SortRole); }

bool PartsSorter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant one = left.data(sortRole()), other = right.data(sortRole());
    if (one.isValid() != other.isValid())
        return one.isValid() == (sortOrder() == Qt::AscendingOrder);
    if (one.userType() == QMetaType::QString)
        return QString::localeAwareCompare(one.toString(), other.toString()) < 0;
    return one.toDouble() < other.toDouble();
}

}
