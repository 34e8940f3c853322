#pragma once

#include "ui/insights/insights_words.h"
#include "ui/shared/theme.h"

#include <QWidget>

class QCPAxis;
class QCustomPlot;

namespace signalbox {

// What every chart of the insights has: the theme's colours, and the part under the pointer, which says its words and can
// be clicked. The wheel passes by, so that the page scrolls.
class FigurePlot : public QWidget {
    Q_OBJECT

public:
    FigurePlot(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    // The middle of a part on the chart, for whoever points at it.
    virtual QPoint middleOf(int part) const = 0;

Q_SIGNALS:
    void chosen(int part);

protected:
    // -1: none.
    virtual int partAt(const QPoint& point) const = 0;
    virtual QString wordsOf(int part) const = 0;
    virtual void draw() = 0;   // anew, in the colours of now

    QCustomPlot& plot() const { return *m_plot; }
    Theme& theme() const { return m_theme; }
    void styleAxis(QCPAxis& axis, bool withGrid) const;

    bool event(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    Theme& m_theme;
    QCustomPlot* m_plot;
};

// In which unit lengths of time up to `most` seconds are best read along an axis; shares are in per cent.
struct AxisScale {
    double perUnit = 1;   // seconds, or 0.01
    QString unit;         // "minutes"
    double end = 100;     // in units
};
AxisScale scaleFor(FigureUnit unit, double most);
// The largest number that lines have, limits of intervals included.
double mostOf(const std::vector<NamedLine>& lines);

}
