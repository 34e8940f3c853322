#pragma once

#include "ui/policies/rooms/week_intervals.h"
#include "ui/shared/theme.h"

#include <QWidget>

namespace signalbox {

// A week as seven rows of 24 hours. Drag over empty time to open, a block to move it, its ends to make it longer or shorter, in
// quarters of an hour. By keyboard: arrows choose a day and an hour or the block there, Enter opens an hour, Alt+arrows move the
// block, Shift+arrows move its end, Del closes it.
class WeekGrid : public QWidget {
    Q_OBJECT

public:
    explicit WeekGrid(Theme& theme, QWidget* parent = nullptr);

    void setIntervals(const std::vector<DayInterval>& intervals);   // emits nothing
    const std::vector<DayInterval>& intervals() const { return m_intervals; }
    int chosen() const { return m_chosen; }   // -1: none
    void choose(int interval);
    // Changes the chosen interval; ignored when there is none.
    void changeChosen(const DayInterval& after);

    // Where a moment of the week is painted, for tests and tooltips.
    QPointF pointOf(int day, int minute) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {m_theme.px(320), sizeHint().height()}; }

Q_SIGNALS:
    void edited(const QString& what, const QString& mergeKey);
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Grab { Nothing, Whole, Start, End };
    struct Hit {
        int interval = -1;
        Grab part = Grab::Nothing;
    };
    double hourWidth() const;
    int rowHeight() const;
    int dayAt(double y) const;
    int minuteAt(double x) const;   // in quarters of an hour
    Hit hit(const QPointF& at) const;
    std::vector<QRectF> boxesOf(const DayInterval& interval) const;
    void moveCursor(int days, int minutes);
    void remove();
    void put(const DayInterval& after, const QString& what, const QString& mergeKey);
    void announce();

    Theme& m_theme;
    std::vector<DayInterval> m_intervals;
    int m_chosen = -1;
    int m_cursorDay = 0;
    int m_cursorMinute = 9 * 60;
    Hit m_grabbed;
    DayInterval m_before;
    int m_grabMinute = 0;
    int m_drags = 0;   // so that each drag is a step of its own
};

}
