#pragma once

#include "model/report/figure_report.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class PartsPlot;
class QuietCombo;

// Conversion before and after a version of the rulebook was published, and its lift.
class ComparisonSection : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonSection(const PageContext& context, QWidget* parent = nullptr);

    void show(const FigureReport& report);

Q_SIGNALS:
    void versionChosen(int version);

private:
    PageContext m_context;
    QuietCombo* m_version;
    PartsPlot* m_plot;
    QLabel* m_words;
};

}
