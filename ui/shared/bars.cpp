#include "ui/shared/bars.h"

#include "ui/shared/digits.h"
#include "ui/shared/format_text.h"
#include "ui/shared/style_paint.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace signalbox {

void paintBar(QPainter& painter, const QRectF& box, const Theme& theme, double share, ThemeColor fill)
{
    const qreal radius = box.height() / 2;
    paintBox(painter, box, radius, theme.color(ThemeColor::Track), Qt::transparent);
    share = std::clamp(share, 0.0, 1.0);
    if (share > 0)
        paintBox(painter, QRectF(box.topLeft(), QSizeF(std::max(box.height(), box.width() * share), box.height())),
                 radius, theme.color(fill), Qt::transparent);
}

Bar::Bar(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Bar::setShare(double share, ThemeColor fill)
{
    m_share = share;
    m_fill = fill;
    update();
}

QSize Bar::sizeHint() const { return {m_theme.px(44), m_theme.px(4)}; }

void Bar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const qreal height = m_theme.px(4);
    paintBar(painter, QRectF(0, (this->height() - height) / 2, width(), height), m_theme, m_share, m_fill);
}

QString loadText(const Load& load)
{
    return QCoreApplication::translate("Load", "%1 of %2", "places used of places")
        .arg(formatNumber(load.used))
        .arg(load.capacity);
}

void paintLoad(QPainter& painter, const QRect& box, const Theme& theme, const Load& load)
{
    const QString words = loadText(load);
    QFont font = theme.font(TextStyle::Secondary);
    if (load.full())
        font.setWeight(QFont::DemiBold);
    const qreal textRoom = std::max(digitsWidth(font, words), digitsWidth(font, QStringLiteral("0 of 0")));
    painter.setPen(theme.color(load.full() ? ThemeColor::Warn : ThemeColor::TextMuted));
    paintDigits(painter, box, Qt::AlignRight, font, words);
    const qreal width = theme.px(44);
    const qreal height = theme.px(4);
    const QRectF bar(box.right() + 1 - textRoom - theme.px(12) - width, box.y() + (box.height() - height) / 2, width,
                     height);
    const double share = load.capacity > 0 ? load.used / load.capacity : 0;
    paintBar(painter, bar, theme, share, load.full() ? ThemeColor::Warn : ThemeColor::Accent);
}

}
