#include "ui/shared/countdown.h"

#include "ui/shared/bars.h"
#include "ui/shared/digits.h"
#include "ui/shared/format_text.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

Countdown countdown(Instant from, Instant due, Instant now)
{
    if (now >= due) {
        const auto over = std::chrono::floor<seconds>(now - due);
        return {CountdownLabel::tr("%1 over", "past a promised time").arg(formatSpan(over)), CountdownState::Over, 1};
    }
    const double whole = std::max<double>(1, double((due - from).count()));
    const double left = std::clamp(double((due - now).count()) / whole, 0.0, 1.0);
    const auto remaining = std::chrono::ceil<seconds>(due - now);
    return {formatSpan(remaining), left < 0.25 ? CountdownState::Soon : CountdownState::Calm, left};
}

ThemeColor countdownTextColor(CountdownState state)
{
    switch (state) {
    case CountdownState::Over:
        return ThemeColor::Bad;
    case CountdownState::Soon:
        return ThemeColor::Warn;
    case CountdownState::Calm:
        break;
    }
    return ThemeColor::Text;
}

ThemeColor countdownBarColor(CountdownState state)
{
    return state == CountdownState::Calm ? ThemeColor::Control : countdownTextColor(state);
}

void paintCountdown(QPainter& painter, const QRect& box, const Theme& theme, const Countdown& countdown)
{
    const qreal width = theme.px(36);
    const qreal height = theme.px(4);
    const QRectF bar(box.right() + 1 - width, box.y() + (box.height() - height) / 2, width, height);
    paintBar(painter, bar, theme, countdown.left, countdownBarColor(countdown.state));
    QFont font = theme.font(TextStyle::Body);
    if (countdown.state != CountdownState::Calm)
        font.setWeight(QFont::DemiBold);
    painter.setPen(theme.color(countdownTextColor(countdown.state)));
    paintDigits(painter, QRectF(box.x(), box.y(), bar.x() - theme.px(8) - box.x(), box.height()), Qt::AlignRight, font,
                countdown.text);
}

CountdownLabel::CountdownLabel(Theme& theme, bool withBar, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_withBar(withBar)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void CountdownLabel::setSpan(std::optional<Instant> from, Instant due)
{
    m_from = from;
    m_due = due;
    if (!from)
        m_countdown = {};
    updateGeometry();
    update();
}

void CountdownLabel::setNow(Instant now)
{
    if (!m_from)
        return;
    const Countdown next = countdown(*m_from, m_due, now);
    if (next == m_countdown)
        return;
    m_countdown = next;
    setAccessibleName(next.text);
    updateGeometry();
    update();
}

QSize CountdownLabel::sizeHint() const
{
    QFont font = m_theme.font(TextStyle::Body);
    font.setWeight(QFont::DemiBold);
    const int words = int(digitsWidth(font, m_countdown.text)) + 2;
    return {words + (m_withBar ? m_theme.px(44) : 0), m_theme.px(20)};
}

void CountdownLabel::paintEvent(QPaintEvent*)
{
    if (!m_from)
        return;
    QPainter painter(this);
    if (m_withBar) {
        paintCountdown(painter, rect(), m_theme, m_countdown);
        return;
    }
    QFont font = m_theme.font(TextStyle::Body);
    font.setWeight(m_countdown.state == CountdownState::Calm ? QFont::Normal : QFont::DemiBold);
    painter.setPen(m_theme.color(countdownTextColor(m_countdown.state)));
    paintDigits(painter, rect(), Qt::AlignRight, font, m_countdown.text);
}

}
