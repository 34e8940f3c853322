#pragma once

#include "ui/policies/flow/flow_graph.h"

#include <QAbstractTableModel>

namespace signalbox {

// The flow as a table: a row for each policy in the order of trial, and one for what no policy takes. Checking a row
// switches its policy.
class FlowTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NumberColumn,
        PolicyColumn,
        OnColumn,
        ArrivingColumn,
        TakenColumn,
        ShareColumn,
        WhereColumn,
        ColumnCount_
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setGraph(const FlowGraph& graph);
    PolicyId policyAt(int row) const;
    int rowOf(const PolicyId& policy) const;   // -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void switched(const signalbox::PolicyId& policy);

private:
    QString cell(int row, int column) const;
    QString whereTo(int row) const;
    const FlowNode& node(int row) const { return m_graph.nodes[std::size_t(m_first + row)]; }

    FlowGraph m_graph;
    int m_first = 0;
    int m_count = 0;
};

}
