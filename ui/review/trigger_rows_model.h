#pragma once

#include "ui/review/review_state.h"

#include <QAbstractListModel>

namespace signalbox {

// One line of "Were the alerts right?": a trigger, or the chosen trigger on one channel.
struct TriggerRow {
    AlertId trigger;
    std::string channel;   // empty: all of them
    QString name;
    AlertFigures figures;

    bool isChannel() const { return !channel.empty(); }
};

class TriggerRowsModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TriggerRowsModel(ReviewState& state, QObject* parent = nullptr);

    const TriggerRow& at(int row) const { return m_rows[std::size_t(row)]; }
    int rowOf(const AlertId& trigger) const;   // -1: it is not there

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void rebuild();
    std::vector<TriggerRow> rowsNow() const;

    ReviewState& m_state;
    std::vector<TriggerRow> m_rows;
};

}
