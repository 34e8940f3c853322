#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

namespace signalbox {

// How the points of a signal fade after it was seen: weight * 2^(-t / half-life), over four half-lives.
class FadeCurve : public QWidget {
    Q_OBJECT

public:
    explicit FadeCurve(Theme& theme, QWidget* parent = nullptr);

    void setSignal(double weight, double halfLifeMinutes);   // half-life 0: never fades
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    double m_weight = 0;
    double m_halfLife = 0;
};

}
