#pragma once

#include "model/figures/floor_figures.h"

#include <QAbstractTableModel>

namespace signalbox {

// What stands behind a place of a table of the floor.
struct FloorCell {
    const FloorFigures* figures = nullptr;
    FloorMeasure measure = FloorMeasure::Conversations;
    QString title;   // "Waiting, median: WhatsApp"
};

// The numbers of a theme: a row for each bar and one for all, a column for each measure; of the chosen one the interval and
// the sample too. Or, when two dimensions are crossed, a row and a column for each part, and all of them.
class FloorTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        HeatRole = Qt::UserRole,   // how much of the table's largest, 0 to 1; only of crossed cells
        MainRole,                  // the measure that is shown as bars
        WholeRole,                 // all of them
    };

    using QAbstractTableModel::QAbstractTableModel;

    // `counts` outlives what is shown.
    void show(const FloorCounts& counts, FloorTheme theme, FloorMeasure measure);
    void clear();
    FloorCell cellAt(const QModelIndex& index) const;
    int rowOfBar(int bar) const { return bar; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class Shows { Name, Figure, Interval, Sample };
    struct Column {
        Shows shows = Shows::Figure;
        FloorMeasure measure = FloorMeasure::Conversations;
        int part = -1;   // of a crossed table; -1: all
    };

    bool isCrossed() const { return m_counts && m_counts->pivot; }
    bool isWhole(int row) const { return row == int(m_counts->bars.size()); }
    std::vector<Column> columnsNow(FloorTheme theme) const;
    const FloorFigures& figuresAt(int row, const Column& column) const;
    QString rowName(int row) const;
    QString columnName(const Column& column) const;
    QString textAt(int row, const Column& column) const;
    double mostInCells() const;
    QVariant heatAt(int row, const Column& column) const;

    const FloorCounts* m_counts = nullptr;
    FloorMeasure m_measure = FloorMeasure::Conversations;
    std::vector<Column> m_columns;
    double m_most = 0;   // of crossed cells
};

}
