#pragma once

#include "ui/shared/theme.h"

#include <QSlider>

namespace signalbox {

// A flat slider as the look draws it: a 4 px track, filled up to a round handle.
class ThresholdSlider : public QSlider {
    Q_OBJECT

public:
    explicit ThresholdSlider(Theme& theme, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    int valueAt(int x) const;

    Theme& m_theme;
};

}
