#pragma once

#include "ui/shared/theme.h"

#include <QTableWidget>

#include <vector>

namespace signalbox {

// A small table of words and numbers that is as high as its rows: words at the left, numbers at the right, and a bar after
// the last of them. All of it can be read with the keyboard and a screen reader.
class FiguresTable : public QTableWidget {
    Q_OBJECT

public:
    struct Row {
        QStringList cells;
        double share = -1;   // 0 to 1, of the bar; below 0: none
    };

    // The first `textColumns` of the heads stand over words.
    FiguresTable(Theme& theme, const QString& name, const QString& objectName, const QStringList& heads,
                 int textColumns, QWidget* parent = nullptr);

    void setRows(const std::vector<Row>& rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    Theme& m_theme;
    int m_textColumns;
};

}
