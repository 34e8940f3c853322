#pragma once

#include "model/figures/threshold_study.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QCPGraph;
class QCPItemText;
class QCustomPlot;

namespace signalbox {

// How much of what was true each threshold keeps (across) against how much of what it keeps is true (up), in per cent. The
// chosen threshold is a filled point with its number, the live one a ring.
class CurvePlot : public QWidget {
    Q_OBJECT

public:
    explicit CurvePlot(Theme& theme, QWidget* parent = nullptr);

    void show(const ThresholdStudy& study);
    void choose(const ThresholdStudy& study, double threshold);

private:
    void build();
    void style();
    void describe(double share, double precision);

    Theme& m_theme;
    QCustomPlot* m_plot;
    QCPGraph* m_curve = nullptr;
    QCPGraph* m_live = nullptr;
    QCPGraph* m_chosen = nullptr;
    QCPGraph* m_drop = nullptr;   // from the chosen point to the axis
    QCPItemText* m_number = nullptr;
    QCPItemText* m_liveNumber = nullptr;
};

}
