#pragma once

#include "model/domain/instant.h"
#include "ui/shared/theme.h"

#include <QWidget>

#include <optional>

class QPainter;

namespace signalbox {

enum class CountdownState { Calm, Soon, Over };   // Soon: under a quarter left

// Time left until a promise is due, as it is shown.
struct Countdown {
    QString text;   // "0:39", "28 min", "0:14 over"
    CountdownState state = CountdownState::Calm;
    double left = 1;   // share of the whole time that is left, 0 to 1; 1 when over (full bar)

    bool operator==(const Countdown&) const = default;
};

// `from` is when the time began to run; the bar drains from there to `due`.
Countdown countdown(Instant from, Instant due, Instant now);
ThemeColor countdownTextColor(CountdownState state);
ThemeColor countdownBarColor(CountdownState state);

// Text right-aligned left of a 36 x 4 bar at the right of `box`.
void paintCountdown(QPainter& painter, const QRect& box, const Theme& theme, const Countdown& countdown);

// The text alone, as on an offer's card; ticks when `setNow` is called.
class CountdownLabel : public QWidget {
    Q_OBJECT

public:
    explicit CountdownLabel(Theme& theme, bool withBar, QWidget* parent = nullptr);

    void setSpan(std::optional<Instant> from, Instant due);   // no `from`: nothing is shown
    void setNow(Instant now);
    const Countdown& shown() const { return m_countdown; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme& m_theme;
    bool m_withBar;
    std::optional<Instant> m_from;
    Instant m_due{};
    Countdown m_countdown;
};

}
