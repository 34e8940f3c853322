#pragma once

#include "ui/insights/figure_plot.h"

class QCPGraph;

namespace signalbox {

// A row a part: its value with its interval, and both in words at the right. A hollow point: too few to rely on. What has
// no value has only its name and a dash.
class PartsPlot : public FigurePlot {
    Q_OBJECT

public:
    static constexpr int mostRows = 24;   // the largest ones; the table has them all

    PartsPlot(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    void show(const std::vector<NamedLine>& lines);
    QPoint middleOf(int part) const override;

protected:
    int partAt(const QPoint& point) const override;
    QString wordsOf(int part) const override;
    void draw() override;

private:
    void drawRow(int row, const FigureLine& line, const AxisScale& scale);
    void labelRows();

    std::vector<NamedLine> m_lines;
    std::vector<int> m_shown;   // which of them, from the top
    QCPGraph* m_sure;
    QCPGraph* m_thin;
    QCPGraph* m_maturing;
};

}
