#include "ui/policies/editor/condition_line.h"

#include "ui/shared/style_paint.h"

#include <QPainter>

namespace signalbox {

ConditionLine::ConditionLine(LineSurroundings& surroundings, QWidget* parent)
    : QWidget(parent),
      m_surroundings(surroundings),
      m_theme(surroundings.context.page.theme),
      m_grip(new Grip(surroundings.context.page.theme, QStringLiteral("conditionGrip"), this))
{
}

int ConditionLine::indent(const Theme& theme, int depth)
{
    return depth == 0 ? 0 : theme.px(10) + (depth - 1) * theme.px(22);
}

void ConditionLine::setSelected(bool selected)
{
    if (m_selected == selected)
        return;
    m_selected = selected;
    update();
}

void ConditionLine::paintEvent(QPaintEvent*)
{
    if (!m_selected)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect().adjusted(indent(m_theme, m_depth), 1, 0, -1), m_theme.px(6),
             m_theme.color(ThemeColor::Selection), Qt::transparent);
}

}
