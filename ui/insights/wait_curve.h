#pragma once

#include "model/figures/survival.h"
#include "ui/insights/figure_plot.h"

class QCPGraph;

namespace signalbox {

// How many of those who were owed a person had one by then (Kaplan and Meier), with the median and its interval. A click
// asks for all of them.
class WaitCurve : public FigurePlot {
    Q_OBJECT

public:
    WaitCurve(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    void show(const SurvivalEstimate& times);
    QPoint middleOf(int part) const override;

protected:
    int partAt(const QPoint& point) const override;
    QString wordsOf(int part) const override;
    void draw() override;

private:
    void drawMedian(double perUnit);
    double shownUntil() const;   // seconds

    SurvivalEstimate m_times;
    QCPGraph* m_answered;
    QCPGraph* m_median;
};

}
