#pragma once

#include "model/figures/priority_accuracy.h"

#include <QAbstractTableModel>

namespace signalbox {

// First tier (down) against true tier (across): how many conversations each cell stands for.
class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int ShareRole = Qt::UserRole;         // of all that are truly of its tier, 0 to 1
    static constexpr int IsRightRole = Qt::UserRole + 1;   // on the diagonal

    using QAbstractTableModel::QAbstractTableModel;

    void show(const PriorityAccuracy& accuracy);
    const std::vector<std::int64_t>& rowsOf(const QModelIndex& cell) const;   // numbers of its conversations
    QString nameOf(const QModelIndex& cell) const;                            // "first P2, truly P1"

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    double share(const QModelIndex& cell) const;
    QString tier(int rank) const;

    PriorityAccuracy m_accuracy;
};

}
