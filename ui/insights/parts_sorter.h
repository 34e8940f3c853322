#pragma once

#include <QSortFilterProxyModel>

namespace signalbox {

// Sorts the table of parts; what has no number comes last either way.
class PartsSorter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit PartsSorter(QObject* parent = nullptr);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

}
