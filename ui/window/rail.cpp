#include "ui/window/rail.h"

#include "ui/shared/count_badge.h"
#include "ui/shared/format_text.h"
#include "ui/shared/style_paint.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

RailButton::RailButton(Theme& theme, const QString& icon, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void RailButton::setCount(int count, bool urgent)
{
    m_count = count;
    m_urgent = urgent;
    setAccessibleDescription(count > 0 ? tr("%1 to look at").arg(formatCount(count)) : QString());
    update();
}

QSize RailButton::sizeHint() const { return {m_theme.px(60), m_theme.px(54)}; }

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = rect();
    if (isChecked() || underMouse())
        paintBox(painter, area, m_theme.px(8), m_theme.color(isChecked() ? ThemeColor::Selection : ThemeColor::Hover),
                 Qt::transparent);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintBox(painter, area, m_theme.px(8), Qt::transparent, m_theme.color(ThemeColor::Focus), 2);
    const ThemeColor ink = isChecked() ? ThemeColor::Accent : ThemeColor::TextMuted;
    const int icon = m_theme.px(20);
    painter.drawPixmap(area.x() + (area.width() - icon) / 2, m_theme.px(9),
                       m_theme.pixmap(m_icon, ink, icon, devicePixelRatioF()));
    QFont font = m_theme.font(TextStyle::Small);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    painter.setPen(m_theme.color(ink));
    painter.drawText(QRect(area.x(), m_theme.px(32), area.width(), m_theme.px(16)), Qt::AlignCenter,
                     QFontMetrics(font).elidedText(text(), Qt::ElideRight, area.width() - 2));
    if (m_count > 0)
        paintCount(painter, {area.right() - m_theme.px(4), area.y() + m_theme.px(3)}, m_theme, m_count, m_urgent);
}

Rail::Rail(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, theme.px(8), 0, theme.px(8));
    m_column->setSpacing(theme.px(2));
    const auto resize = [this, &theme] { setFixedWidth(theme.px(72)); };
    connect(&theme, &Theme::changed, this, resize);
    resize();
}

void Rail::setButtons(const QList<RailButton*>& buttons)
{
    while (QLayoutItem* item = m_column->takeAt(0))
        delete item;
    for (RailButton* button : buttons) {
        if (button == buttons.last())
            m_column->addStretch(1);
        m_column->addWidget(button, 0, Qt::AlignHCenter);
        button->show();
    }
    for (qsizetype i = 1; i < buttons.size(); ++i)
        setTabOrder(buttons[i - 1], buttons[i]);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(width() - 1, 0, 1, height(), m_theme.color(ThemeColor::Line));
}

}
