#include "ui/shared/count_badge.h"

#include "ui/shared/style_paint.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

void paintCount(QPainter& painter, const QPoint& topRight, const Theme& theme, int count, bool urgent)
{
    const QString words = count > 99 ? QStringLiteral("99+") : QString::number(count);
    QFont font = theme.font(TextStyle::Small);
    font.setPixelSize(std::max(9, theme.px(10)));
    font.setWeight(QFont::DemiBold);
    const int height = theme.px(16);
    const int width = std::max(height, QFontMetrics(font).horizontalAdvance(words) + theme.px(8));
    const QRect badge(topRight.x() - width, topRight.y(), width, height);
    paintBox(painter, badge, height / 2.0, theme.color(urgent ? ThemeColor::Bad : ThemeColor::Track), Qt::transparent);
    painter.setFont(font);
    painter.setPen(theme.color(urgent ? ThemeColor::Panel : ThemeColor::Text));
    painter.drawText(badge, Qt::AlignCenter, words);
}

CountBadge::CountBadge(const Theme& theme, QWidget* button) : QWidget(button), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void CountBadge::setCount(int count, bool urgent)
{
    m_count = count;
    m_urgent = urgent;
    setGeometry(parentWidget()->rect());
    setVisible(count > 0);
    update();
}

void CountBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintCount(painter, {width(), 0}, m_theme, m_count, m_urgent);
}

}
