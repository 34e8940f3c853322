#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace signalbox::test {

// A whole model as lines of text: "P1 Act now | Dana Levin | ...". Hidden nothing, decorated nothing.
inline QStringList textPicture(const QAbstractItemModel& model, const QList<int>& columns = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            if (columns.isEmpty() || columns.contains(column))
                cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(QStringLiteral(" | ")));
    }
    return lines;
}

}
