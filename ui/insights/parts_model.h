#pragma once

#include "ui/insights/insights_words.h"

#include <QAbstractTableModel>

namespace signalbox {

// The parts of a figure in numbers, a row a part.
class PartsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, IntervalColumn, CountColumn, NotJudgedColumn, NoteColumn, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;   // a number or a name; not valid: there is none

    using QAbstractTableModel::QAbstractTableModel;

    void show(FigureSubject subject, const QString& partHeading, const std::vector<NamedLine>& lines);
    const NamedLine& at(int row) const { return m_lines[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString words(const NamedLine& each, int column) const;
    QString noteOf(const FigureLine& line) const;
    QVariant sortKey(const NamedLine& each, int column) const;

    FigureSubject m_subject = FigureSubject::Accuracy;
    QString m_partHeading;
    std::vector<NamedLine> m_lines;
};

}
