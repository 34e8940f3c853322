#include "ui/policies/rooms/week_grid.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

constexpr int quarter = 15;
constexpr int dayLength = 1440;

int wrapped(int minute) { return ((minute % dayLength) + dayLength) % dayLength; }
int endOf(int minute) { return wrapped(minute) == 0 ? dayLength : wrapped(minute); }

}

WeekGrid::WeekGrid(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("weekGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WeekGrid::setIntervals(const std::vector<DayInterval>& intervals)
{
    if (intervals == m_intervals)
        return;
    const std::optional<DayInterval> kept
        = m_chosen >= 0 ? std::optional(m_intervals[std::size_t(m_chosen)]) : std::nullopt;
    m_intervals = intervals;
    const auto again = kept ? std::ranges::find(m_intervals, *kept) : m_intervals.end();
    m_chosen = again == m_intervals.end() ? -1 : int(again - m_intervals.begin());
    update();
    Q_EMIT chosenChanged();
}

void WeekGrid::choose(int interval)
{
    m_chosen = interval >= 0 && interval < int(m_intervals.size()) ? interval : -1;
    announce();
    update();
    Q_EMIT chosenChanged();
}

void WeekGrid::changeChosen(const DayInterval& after)
{
    put(after, tr("set %1").arg(inWords(after)), QStringLiteral("fields"));
}

QSize WeekGrid::sizeHint() const
{
    return {m_theme.px(760), rowHeight() * 7 + m_theme.lineHeight(TextStyle::Small) + m_theme.px(8)};
}
int WeekGrid::rowHeight() const { return m_theme.px(28); }
double WeekGrid::hourWidth() const { return (width() - m_theme.px(96) - 1) / 24.0; }

QPointF WeekGrid::pointOf(int day, int minute) const
{
    const int top = m_theme.lineHeight(TextStyle::Small) + m_theme.px(6);
    return {m_theme.px(92) + hourWidth() * minute / 60.0, top + rowHeight() * (day + 0.5)};
}

int WeekGrid::dayAt(double y) const
{
    return std::clamp(int(std::floor((y - pointOf(0, 0).y()) / rowHeight() + 0.5)), 0, 6);
}

int WeekGrid::minuteAt(double x) const
{
    const double hours = (x - pointOf(0, 0).x()) / hourWidth();
    return std::clamp(int(std::lround(hours * 60 / quarter)) * quarter, 0, dayLength);
}

std::vector<QRectF> WeekGrid::boxesOf(const DayInterval& interval) const
{
    const auto box = [this](int day, int from, int to) {
        const double half = rowHeight() / 2.0 - 2;
        return QRectF(pointOf(day, from) - QPointF(0, half), pointOf(day, to) + QPointF(0, half));
    };
    if (!interval.overNight())
        return {box(interval.day, interval.from, interval.to)};
    return {box(interval.day, interval.from, dayLength), box((interval.day + 1) % 7, 0, interval.to)};
}

WeekGrid::Hit WeekGrid::hit(const QPointF& at) const
{
    const double edge = m_theme.px(5);
    for (int i = int(m_intervals.size()); i-- > 0;) {
        const std::vector<QRectF> boxes = boxesOf(m_intervals[std::size_t(i)]);
        for (const QRectF& box : boxes) {
            if (!box.adjusted(-edge / 2, 0, edge / 2, 0).contains(at))
                continue;
            if (&box == &boxes.front() && at.x() < box.left() + edge)
                return {i, Grab::Start};
            if (&box == &boxes.back() && at.x() > box.right() - edge)
                return {i, Grab::End};
            return {i, Grab::Whole};
        }
    }
    return {};
}

void WeekGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextStyle::Small));
    for (int hour = 0; hour <= 24; hour += 1) {
        const QPointF top = pointOf(0, hour * 60) - QPointF(0, rowHeight() / 2.0);
        painter.setPen(QPen(m_theme.color(ThemeColor::Line), hour % 6 == 0 ? 1 : 0.5));
        painter.drawLine(top, top + QPointF(0, rowHeight() * 7));
        if (hour % 3 == 0) {
            painter.setPen(m_theme.color(ThemeColor::TextMuted));
            painter.drawText(QRectF(top.x() - 30, 0, 60, top.y()), hour == 24 ? Qt::AlignLeft : Qt::AlignHCenter,
                             hour == 24 ? QString() : QString::number(hour));
        }
    }
    painter.setFont(m_theme.font(TextStyle::Body));
    for (int day = 0; day < 7; ++day) {
        painter.setPen(m_theme.color(ThemeColor::Text));
        painter.drawText(QRectF(0, pointOf(day, 0).y() - rowHeight() / 2.0, m_theme.px(88), rowHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft, dayName(day));
    }
    painter.setFont(m_theme.font(TextStyle::Small));
    for (std::size_t i = 0; i < m_intervals.size(); ++i) {
        const bool chosen = int(i) == m_chosen;
        const std::vector<QRectF> boxes = boxesOf(m_intervals[i]);
        for (const QRectF& box : boxes) {
            painter.setPen(QPen(m_theme.color(chosen ? ThemeColor::Focus : ThemeColor::Accent), chosen ? 2 : 1));
            painter.setBrush(m_theme.color(ThemeColor::Selection));
            painter.drawRoundedRect(box, m_theme.px(4), m_theme.px(4));
        }
        const QString words = QStringLiteral("%1–%2").arg(clockText(m_intervals[i].from), clockText(m_intervals[i].to));
        if (QFontMetrics(painter.font()).horizontalAdvance(words) < boxes.front().width() - m_theme.px(8)) {
            painter.setPen(m_theme.color(ThemeColor::Text));
            painter.drawText(boxes.front(), Qt::AlignCenter, words);
        }
    }
    if (hasFocus() && m_chosen < 0) {
        const double half = rowHeight() / 2.0 - 3;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter.drawRoundedRect(
            QRectF(pointOf(m_cursorDay, m_cursorMinute) - QPointF(0, half),
                   pointOf(m_cursorDay, std::min(m_cursorMinute + 60, dayLength)) + QPointF(0, half)),
            4, 4);
    }
}

void WeekGrid::put(const DayInterval& after, const QString& what, const QString& mergeKey)
{
    if (m_chosen < 0 || m_intervals[std::size_t(m_chosen)] == after)
        return;
    m_intervals[std::size_t(m_chosen)] = after;
    announce();
    update();
    Q_EMIT edited(what, mergeKey);
    Q_EMIT chosenChanged();
}

void WeekGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !isEnabled())
        return;
    ++m_drags;
    m_grabbed = hit(event->position());
    m_grabMinute = minuteAt(event->position().x());
    m_cursorDay = dayAt(event->position().y());
    m_cursorMinute = std::min(m_grabMinute, dayLength - 60);
    choose(m_grabbed.interval);
    if (m_chosen >= 0)
        m_before = m_intervals[std::size_t(m_chosen)];
}

void WeekGrid::mouseMoveEvent(QMouseEvent* event)
{
    const int minute = minuteAt(event->position().x());
    if (!event->buttons().testFlag(Qt::LeftButton)) {
        const Grab part = hit(event->position()).part;
        setCursor(part == Grab::Start || part == Grab::End ? Qt::SizeHorCursor
                      : part == Grab::Whole                ? Qt::SizeAllCursor
                                                           : Qt::CrossCursor);
        return;
    }
    const QString key = QStringLiteral("drag%1").arg(m_drags);
    if (m_chosen < 0) {
        if (std::abs(minute - m_grabMinute) < quarter)
            return;
        m_before = {m_cursorDay, std::min(std::min(minute, m_grabMinute), dayLength - quarter),
                    std::max({minute, m_grabMinute, quarter})};
        m_intervals.push_back(m_before);
        m_grabbed = {int(m_intervals.size()) - 1, minute > m_grabMinute ? Grab::End : Grab::Start};
        choose(m_grabbed.interval);
        Q_EMIT edited(tr("open %1").arg(inWords(m_before)), key);
        return;
    }
    DayInterval after = m_before;
    if (m_grabbed.part == Grab::Whole) {
        const int by = minute - m_grabMinute;
        after.day = std::clamp(m_before.day + dayAt(event->position().y()) - m_cursorDay, 0, 6);
        after.from = std::clamp(m_before.from + by, 0, dayLength - quarter);
        after.to = endOf(after.from + m_before.length());
    } else if (m_grabbed.part == Grab::Start) {
        after.from = std::min(minute, dayLength - quarter);
    } else {
        after.to = std::max(minute, quarter);
    }
    if (after.length() >= quarter && after.length() < dayLength + quarter)
        put(after, tr("set %1").arg(inWords(after)), key);
}

void WeekGrid::mouseReleaseEvent(QMouseEvent*) { m_grabbed = {}; }

void WeekGrid::moveCursor(int days, int minutes)
{
    m_cursorDay = std::clamp(m_cursorDay + days, 0, 6);
    m_cursorMinute = std::clamp(m_cursorMinute + minutes, 0, dayLength - 60);
    const auto here = std::ranges::find_if(m_intervals, [this](const DayInterval& one) {
        const int since = one.day == m_cursorDay ? m_cursorMinute - one.from : -1;
        return since >= 0 && since < one.length();
    });
    choose(here == m_intervals.end() ? -1 : int(here - m_intervals.begin()));
}

void WeekGrid::remove()
{
    if (m_chosen < 0)
        return;
    const QString what = tr("close %1").arg(inWords(m_intervals[std::size_t(m_chosen)]));
    m_intervals.erase(m_intervals.begin() + m_chosen);
    choose(-1);
    Q_EMIT edited(what, {});
}

void WeekGrid::keyPressEvent(QKeyEvent* event)
{
    const int across = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int down = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        remove();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_chosen < 0) {
        const DayInterval opened{m_cursorDay, m_cursorMinute, std::min(m_cursorMinute + 60, dayLength)};
        m_intervals.push_back(opened);
        choose(int(m_intervals.size()) - 1);
        Q_EMIT edited(tr("open %1").arg(inWords(opened)), {});
    } else if (across == 0 && down == 0) {
        QWidget::keyPressEvent(event);
    } else if (m_chosen >= 0 && event->modifiers().testFlag(Qt::AltModifier)) {
        DayInterval after = m_intervals[std::size_t(m_chosen)];
        const int length = after.length();
        after.day = std::clamp(after.day + down, 0, 6);
        after.from = std::clamp(after.from + across * quarter, 0, dayLength - quarter);
        after.to = endOf(after.from + length);
        m_cursorDay = after.day;
        m_cursorMinute = std::min(after.from, dayLength - 60);
        put(after, tr("set %1").arg(inWords(after)), QStringLiteral("keys"));
    } else if (m_chosen >= 0 && event->modifiers().testFlag(Qt::ShiftModifier)) {
        DayInterval after = m_intervals[std::size_t(m_chosen)];
        after.to = endOf(after.to + across * quarter);
        if (after.length() >= quarter)
            put(after, tr("set %1").arg(inWords(after)), QStringLiteral("keys"));
    } else {
        moveCursor(down, across * 60);
    }
}

void WeekGrid::announce()
{
    setAccessibleDescription(m_chosen >= 0 ? inWords(m_intervals[std::size_t(m_chosen)])
                                           : tr("%1 %2, closed").arg(dayName(m_cursorDay), clockText(m_cursorMinute)));
}

}
