#pragma once

#include "ui/insights/figure_plot.h"

class QCPGraph;

namespace signalbox {

// A figure from week to week, each with its interval. A hollow point: too few to rely on. Cohorts that are still maturing
// are dashed, at what they have come to so far.
class WeeksPlot : public FigurePlot {
    Q_OBJECT

public:
    WeeksPlot(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    void show(const std::vector<NamedLine>& lines);   // parts of Dimension::Week, in order
    QPoint middleOf(int part) const override;

protected:
    int partAt(const QPoint& point) const override;
    QString wordsOf(int part) const override;
    void draw() override;

private:
    void styleGraphs();
    void drawAxes(const AxisScale& scale, FigureUnit unit);
    void drawWeek(const FigureLine& line, double week, const AxisScale& scale);

    std::vector<NamedLine> m_lines;
    std::vector<double> m_weeks;   // where each stands
    QCPGraph* m_path;
    QCPGraph* m_soFarPath;
    QCPGraph* m_sure;
    QCPGraph* m_thin;
    QCPGraph* m_soFar;
};

}
