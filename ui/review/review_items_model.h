#pragma once

#include "ui/review/review_state.h"

#include <QAbstractListModel>

namespace signalbox {

// What is there to judge, in an order that labels never change.
class ReviewItemsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole + 1, VerdictRole, ScoreRole };   // verdict as an int; none: to label

    explicit ReviewItemsModel(ReviewState& state, QObject* parent = nullptr);

    const ReviewItem& at(int row) const { return m_state.items()[std::size_t(row)]; }
    // The next row without a verdict after this one, from the top again when there is none below; -1: all have one.
    int nextToLabel(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void rebuild();

    ReviewState& m_state;
    int m_rows = 0;
};

}
