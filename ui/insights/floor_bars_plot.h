#pragma once

#include "model/figures/floor_figures.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QCPAxis;
class QCPBars;
class QCPErrorBars;
class QCPItemRect;
class QCPItemText;
class QCustomPlot;

namespace signalbox {

// One measure as bars: upright along time, lying where names are to be read. Thin lines show the 95 % interval; bars that
// rest on few are outlines. Arrow keys choose a bar, Enter or a click opens it.
class FloorBarsPlot : public QWidget {
    Q_OBJECT

public:
    static constexpr int mostBars = 40;   // lying; more are only in the table

    explicit FloorBarsPlot(Theme& theme, QWidget* parent = nullptr);

    // `counts` outlives what is shown.
    void show(const FloorCounts& counts, FloorMeasure measure);
    void choose(int bar);
    int chosen() const { return m_chosen; }   // -1: none
    int bars() const { return int(m_values.size()); }
    int heightWanted() const;   // pixels, so that every name can be read
    // Where a bar stands, for whoever scrolls.
    QRect rectOf(int bar) const;

Q_SIGNALS:
    void chosenChanged(int bar);
    void opened(int bar);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void style();
    double reachOf(const FloorValue& value) const;
    void writeNumbers();
    void layOut();   // bars, intervals and numbers
    void label();    // the names that there is room for
    void showChosen();
    void describe();
    bool isLying() const;
    double scaled(double value) const;
    int barAt(const QPointF& position) const;
    QCPAxis* keyAxis() const;
    QCPAxis* valueAxis() const;
    void chooseScale();

    Theme& m_theme;
    QCustomPlot* m_plot;
    QCPBars* m_solid = nullptr;
    QCPBars* m_few = nullptr;
    QCPErrorBars* m_intervals = nullptr;
    QCPItemRect* m_slot = nullptr;
    std::vector<QCPItemText*> m_numbers;
    const FloorCounts* m_counts = nullptr;
    FloorMeasure m_measure = FloorMeasure::Conversations;
    std::vector<FloorValue> m_values;
    std::vector<QString> m_names;
    double m_scale = 1;   // a value times this is what the axis says
    double m_most = 0;    // on the axis
    int m_chosen = -1;
};

}
