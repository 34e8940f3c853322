#pragma once

#include "routing/engine.h"

#include <QAbstractListModel>

#include <vector>

namespace signalbox {

// The way of one decision through the policies of its rulebook, with the roles of PathModel. A long way without a match is
// told in one row.
class TraceModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    // `rulebook` says how people call attributes.
    void setTrace(const std::vector<TraceStep>& trace, const Rulebook& rulebook);
    int rowThatFired() const;   // -1: none did

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString number;
        QString title;
        QString detail;
        int mark = 0;   // PathModel::Mark
    };
    static Row rowOf(const TraceStep& step, std::size_t place, const Rulebook& rulebook);

    std::vector<Row> m_rows;
};

}
