#pragma once

#include "model/report/figure_report.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace signalbox {

// The measures that stand beside a figure, each with its interval, or a dash and why.
class BesideList : public QWidget {
    Q_OBJECT

public:
    explicit BesideList(Theme& theme, QWidget* parent = nullptr);

    void show(const std::vector<FigureLine>& lines);

private:
    struct Row {
        QLabel* name;
        QLabel* value;
        QLabel* why;
    };
    Row& row(std::size_t at);

    Theme& m_theme;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

}
