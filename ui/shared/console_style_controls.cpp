#include "ui/shared/console_style.h"
#include "ui/shared/style_paint.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

enum class ButtonLook { Plain, Primary, Link, Quiet };

ButtonLook lookOf(const QWidget* widget)
{
    if (!widget)
        return ButtonLook::Plain;
    if (widget->property("primary").toBool())
        return ButtonLook::Primary;
    if (widget->property("link").toBool())
        return ButtonLook::Link;
    return widget->property("quiet").toBool() ? ButtonLook::Quiet : ButtonLook::Plain;
}

bool focused(const QStyleOption& option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

}

void ConsoleStyle::drawButton(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const ButtonLook look = lookOf(widget);
    const bool enabled = option.state & State_Enabled;
    const bool over = enabled && (option.state & State_MouseOver);
    const bool down = option.state & (State_Sunken | State_On);
    const qreal radius = m_theme.px(6);
    const QColor surface = down ? m_theme.color(ThemeColor::Track)
        : over                  ? m_theme.color(ThemeColor::Hover)
                                : QColor(Qt::transparent);
    if (look == ButtonLook::Link || look == ButtonLook::Quiet) {
        if (look == ButtonLook::Quiet)
            paintBox(painter, option.rect, radius, surface, Qt::transparent);
    } else if (look == ButtonLook::Primary && enabled) {
        QColor fill = m_theme.color(ThemeColor::Accent);
        if (over || down)
            fill = m_theme.isDark() ? fill.lighter(down ? 118 : 108) : fill.darker(down ? 122 : 112);
        paintBox(painter, option.rect, radius, fill, Qt::transparent);
        if (focused(option))
            paintBox(painter, option.rect.adjusted(2, 2, -2, -2), radius - 2, Qt::transparent,
                     m_theme.color(ThemeColor::AccentText), 1.5);
        return;
    } else {
        const QColor fill = over || down ? surface : m_theme.color(ThemeColor::Panel);
        paintBox(painter, option.rect, radius, enabled ? fill : QColor(Qt::transparent),
                 m_theme.color(enabled ? ThemeColor::Control : ThemeColor::Line));
    }
    if (focused(option))
        paintFocusRing(painter, option.rect, m_theme);
}

void ConsoleStyle::drawButtonLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto& button = static_cast<const QStyleOptionButton&>(option);
    const ButtonLook look = lookOf(widget);
    const bool enabled = option.state & State_Enabled;
    QFont font = widget ? widget->font() : painter.font();
    font.setWeight(look == ButtonLook::Primary     ? QFont::DemiBold
                       : look == ButtonLook::Quiet ? QFont::Normal
                                                   : QFont::Medium);
    const bool hot = option.state & (State_MouseOver | State_HasFocus);
    font.setUnderline(look == ButtonLook::Link && enabled && hot);
    const bool withMenu = button.features & QStyleOptionButton::HasMenu;
    const int arrow = withMenu ? m_theme.px(18) : 0;
    const int gap = button.icon.isNull() || button.text.isEmpty() ? 0 : m_theme.px(6);
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int words = QFontMetrics(font).size(Qt::TextShowMnemonic, button.text).width();
    int x = option.rect.x() + (option.rect.width() - icon - gap - words - arrow) / 2;
    if (icon > 0) {
        const QRect box(x, option.rect.y() + (option.rect.height() - icon) / 2, icon, icon);
        button.icon.paint(&painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        x += icon + gap;
    }
    const ThemeColor ink = !enabled   ? ThemeColor::TextMuted
        : look == ButtonLook::Primary ? ThemeColor::AccentText
        : look == ButtonLook::Link    ? ThemeColor::Accent
                                      : ThemeColor::Text;
    painter.setFont(font);
    painter.setPen(m_theme.color(ink));
    painter.drawText(QRect(x, option.rect.y(), option.rect.right() - x + 1, option.rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, button.text);
    if (withMenu)
        painter.drawPixmap(x + words + m_theme.px(6), option.rect.y() + (option.rect.height() - m_theme.px(12)) / 2,
                           m_theme.pixmap(u"chevron-down"_s, ink, m_theme.px(12), ratioOf(painter)));
}

void ConsoleStyle::drawCheckMark(const QStyleOption& option, QPainter& painter) const
{
    const bool on = option.state & State_On;
    const bool enabled = option.state & State_Enabled;
    const QRect box = centered(option.rect, m_theme.px(16));
    const ThemeColor edge = on ? ThemeColor::Accent : ThemeColor::Control;
    paintBox(painter, box, m_theme.px(4), m_theme.color(on && enabled ? ThemeColor::Accent : ThemeColor::Panel),
             m_theme.color(enabled ? edge : ThemeColor::Control));
    const int mark = m_theme.px(14);
    if (on || option.state & State_NoChange)
        painter.drawPixmap(centered(box, mark).topLeft(),
                           m_theme.pixmap(on ? u"check"_s : u"minus"_s,
                                          on && enabled ? ThemeColor::AccentText : ThemeColor::Text, mark,
                                          ratioOf(painter)));
    if (focused(option))
        paintBox(painter, box.adjusted(-2, -2, 2, 2), m_theme.px(6), Qt::transparent, m_theme.color(ThemeColor::Focus),
                 2);
}

void ConsoleStyle::drawCheckBox(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto& box = static_cast<const QStyleOptionButton&>(option);
    QStyleOptionButton part = box;
    part.rect = subElementRect(SE_CheckBoxIndicator, &option, widget);
    widget && widget->property("switch").toBool() ? drawSwitch(part, painter) : drawCheckMark(part, painter);
    painter.setPen(m_theme.color(option.state & State_Enabled ? ThemeColor::Text : ThemeColor::TextMuted));
    painter.drawText(subElementRect(SE_CheckBoxContents, &option, widget),
                     int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextHideMnemonic
                         | Qt::TextSingleLine,
                     box.text);
}

void ConsoleStyle::drawItemPanel(const QStyleOption& option, QPainter& painter) const
{
    const bool selected = option.state & State_Selected;
    if (selected || (option.state & State_MouseOver && option.state & State_Enabled))
        paintBox(painter, option.rect.adjusted(2, 1, -2, -1), m_theme.px(6),
                 m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover), Qt::transparent);
}

void ConsoleStyle::drawRadioMark(const QStyleOption& option, QPainter& painter) const
{
    const bool on = option.state & State_On;
    const QRectF box = centered(option.rect, m_theme.px(16));
    paintBox(painter, box, box.width() / 2, m_theme.color(ThemeColor::Panel),
             m_theme.color(on ? ThemeColor::Accent : ThemeColor::Control), on ? 5 : 1);
    if (focused(option))
        paintBox(painter, box.adjusted(-2, -2, 2, 2), box.width() / 2 + 2, Qt::transparent,
                 m_theme.color(ThemeColor::Focus), 2);
}

void ConsoleStyle::drawSwitch(const QStyleOption& option, QPainter& painter) const
{
    const bool on = option.state & State_On;
    const bool enabled = option.state & State_Enabled;
    const QRectF box = option.rect;
    const qreal radius = box.height() / 2;
    const ThemeColor edge = !enabled ? ThemeColor::Line : on ? ThemeColor::Accent : ThemeColor::Control;
    const ThemeColor fill = on ? (enabled ? ThemeColor::Accent : ThemeColor::Control) : ThemeColor::Panel;
    paintBox(painter, box, radius, m_theme.color(fill), m_theme.color(edge));
    const qreal knob = box.height() - m_theme.px(6);
    const qreal x = on ? box.right() - knob - m_theme.px(3) : box.left() + m_theme.px(3);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(on ? ThemeColor::AccentText : ThemeColor::Control));
    painter.drawEllipse(QRectF(x, box.center().y() - knob / 2, knob, knob));
    painter.restore();
    if (focused(option))
        paintBox(painter, box.adjusted(-2, -2, 2, 2), radius + 2, Qt::transparent, m_theme.color(ThemeColor::Focus), 2);
}

}
