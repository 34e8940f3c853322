#include "ui/shared/console_style.h"
#include "ui/shared/style_paint.h"

#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace signalbox {

using namespace Qt::StringLiterals;

void ConsoleStyle::drawHeaderSection(const QStyleOption& option, QPainter& painter) const
{
    painter.fillRect(option.rect, m_theme.color(ThemeColor::Raised));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     m_theme.color(ThemeColor::Line));
}

// Over the words of the cells, which a QStyledItemDelegate sets in by the focus margin and one.
void ConsoleStyle::drawHeaderLabel(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const auto& head = static_cast<const QStyleOptionHeader&>(option);
    const bool tight = widget && widget->property("tight").toBool();   // the cells set their words in by themselves
    const int inset = tight ? 0
                            : pixelMetric(PM_FocusFrameHMargin, &option, widget) + 1
            - pixelMetric(PM_HeaderMargin, &option, widget);
    const QRect box = option.rect.adjusted(inset, 0, -inset, 0);
    painter.setFont(m_theme.font(TextStyle::Secondary));
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    painter.drawText(box, int(head.textAlignment) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(head.text, Qt::ElideRight, box.width()));
}

// A row of a table is one piece: its cells have no corners of their own.
void ConsoleStyle::drawCellPanel(const QStyleOption& option, QPainter& painter) const
{
    if (option.state & State_Selected)
        painter.fillRect(option.rect, m_theme.color(ThemeColor::Selection));
    else if (option.state & State_MouseOver)
        painter.fillRect(option.rect, m_theme.color(ThemeColor::Hover));
}

void ConsoleStyle::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    const QRect thumb = proxy()->subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const auto& bar = static_cast<const QStyleOptionSlider&>(option);
    if (bar.maximum <= bar.minimum)
        return;
    const bool over = (option.state & State_MouseOver) || (option.state & State_Sunken);
    const int margin = m_theme.px(3);
    const QRectF box = bar.orientation == Qt::Horizontal ? thumb.adjusted(2, margin, -2, -margin + 1)
                                                         : thumb.adjusted(margin, 2, -margin + 1, -2);
    const qreal radius = std::min(box.width(), box.height()) / 2;
    paintBox(painter, box, radius, m_theme.color(over ? ThemeColor::TextMuted : ThemeColor::Control), Qt::transparent);
}

void ConsoleStyle::drawCombo(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const
{
    drawField(option, painter);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    const ThemeColor ink = option.state & State_Enabled ? ThemeColor::Text : ThemeColor::TextMuted;
    const int size = m_theme.px(14);
    painter.drawPixmap(centered(arrow, size).topLeft(), m_theme.pixmap(u"chevron-down"_s, ink, size, ratioOf(painter)));
}

void ConsoleStyle::drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget*) const
{
    const auto& item = static_cast<const QStyleOptionMenuItem&>(option);
    const QRect box = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(box.x(), box.center().y(), box.width(), 1, m_theme.color(ThemeColor::Line));
        return;
    }
    const bool enabled = item.state & State_Enabled;
    if (item.state & State_Selected)
        painter.fillRect(box, m_theme.color(enabled ? ThemeColor::Selection : ThemeColor::Hover));
    const int icon = m_theme.px(16);
    const QRect mark(box.x() + m_theme.px(9), box.y() + (box.height() - icon) / 2, icon, icon);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked)
        painter.drawPixmap(mark.topLeft(), m_theme.pixmap(u"check"_s, ThemeColor::Accent, icon, ratioOf(painter)));
    else if (!item.icon.isNull())
        item.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = item.text.split(u'\t');
    const QRect words = box.adjusted(m_theme.px(32), 0, -m_theme.px(24), 0);
    painter.setFont(item.font);
    painter.setPen(m_theme.color(enabled ? ThemeColor::Text : ThemeColor::TextMuted));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     parts.first());
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    if (parts.size() > 1)
        painter.drawText(words.adjusted(0, 0, m_theme.px(12), 0), Qt::AlignRight | Qt::AlignVCenter, parts.last());
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        painter.drawPixmap(box.right() - m_theme.px(20), box.center().y() - m_theme.px(6),
                           m_theme.pixmap(u"chevron-right"_s, ThemeColor::Text, m_theme.px(12), ratioOf(painter)));
}

void ConsoleStyle::drawMenuBarItem(const QStyleOption& option, QPainter& painter) const
{
    const auto& item = static_cast<const QStyleOptionMenuItem&>(option);
    const bool open = item.state & State_Sunken;
    if (item.state & State_Selected)
        paintBox(painter, item.rect, m_theme.px(6), m_theme.color(open ? ThemeColor::Track : ThemeColor::Hover),
                 Qt::transparent);
    painter.setPen(m_theme.color(item.state & State_Enabled ? ThemeColor::Text : ThemeColor::TextMuted));
    painter.setFont(m_theme.font(TextStyle::Body));
    const bool keyboard = item.state & State_KeyboardFocusChange;
    painter.drawText(item.rect,
                     Qt::AlignCenter | Qt::TextSingleLine | (keyboard ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     item.text);
}

void ConsoleStyle::drawProgress(const QStyleOption& option, QPainter& painter) const
{
    const auto& bar = static_cast<const QStyleOptionProgressBar&>(option);
    const qreal height = m_theme.px(4);
    const QRectF groove(bar.rect.x(), bar.rect.center().y() - height / 2, bar.rect.width(), height);
    paintBox(painter, groove, height / 2, m_theme.color(ThemeColor::Track), Qt::transparent);
    const int range = bar.maximum - bar.minimum;
    const qreal share = range > 0 ? qreal(bar.progress - bar.minimum) / range : 0;
    if (share > 0)
        paintBox(painter, QRectF(groove.topLeft(), QSizeF(std::max(height, groove.width() * share), height)),
                 height / 2, m_theme.color(ThemeColor::Accent), Qt::transparent);
}

}
