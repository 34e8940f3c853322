#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

class QPainter;

namespace signalbox {

// A flat 4 px bar with round ends: `share` (0 to 1) of `box` in `fill`, the rest in the track colour.
void paintBar(QPainter& painter, const QRectF& box, const Theme& theme, double share, ThemeColor fill);

// The same as a widget: signals, hit rates, loads.
class Bar : public QWidget {
    Q_OBJECT

public:
    explicit Bar(Theme& theme, QWidget* parent = nullptr);

    void setShare(double share, ThemeColor fill = ThemeColor::Accent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    double m_share = 0;
    ThemeColor m_fill = ThemeColor::Accent;
};

// "3 of 5" with its bar; full is a warning. `used` and `capacity` count places by channel weight.
struct Load {
    double used = 0;
    int capacity = 0;

    bool full() const { return capacity > 0 && used >= capacity; }
    bool operator==(const Load&) const = default;
};
QString loadText(const Load& load);
// A 44 x 4 bar and the text, right-aligned in `box`.
void paintLoad(QPainter& painter, const QRect& box, const Theme& theme, const Load& load);

}
