#include "ui/shared/console_style.h"
#include "ui/shared/style_paint.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace signalbox {

using namespace Qt::StringLiterals;

bool isField(const QWidget* widget)
{
    if (!widget || widget->property("field").toBool())
        return widget;
    if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget))
        return !plain->isReadOnly() && plain->frameShape() != QFrame::NoFrame;
    const auto* rich = qobject_cast<const QTextEdit*>(widget);
    return rich && !rich->isReadOnly() && rich->frameShape() != QFrame::NoFrame;
}

void ConsoleStyle::drawField(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state & State_Enabled;
    const bool focus = option.state & State_HasFocus;
    const ThemeColor edge = focus ? ThemeColor::Focus : enabled ? ThemeColor::Control : ThemeColor::Line;
    paintBox(painter, option.rect, m_theme.px(6), m_theme.color(enabled ? ThemeColor::Panel : ThemeColor::Raised),
             m_theme.color(edge), focus ? 2 : 1);
}

void ConsoleStyle::drawSpin(const QStyleOptionComplex& option, QPainter& painter) const
{
    drawField(option, painter);
    const auto& spin = static_cast<const QStyleOptionSpinBox&>(option);
    const int size = m_theme.px(12);
    const auto arrow = [&](SubControl part, const QString& icon, bool works) {
        const QRect box = spinPart(option, part);
        const bool over = works && (option.activeSubControls & part) && (option.state & State_MouseOver);
        if (over)
            paintBox(painter, box, m_theme.px(3), m_theme.color(ThemeColor::Hover), Qt::transparent);
        painter.drawPixmap(centered(box, size).topLeft(),
                           m_theme.pixmap(icon, works ? ThemeColor::Text : ThemeColor::TextMuted, size, ratioOf(painter)));
    };
    const bool enabled = option.state & State_Enabled;
    arrow(SC_SpinBoxUp, u"chevron-up"_s, enabled && (spin.stepEnabled & QAbstractSpinBox::StepUpEnabled));
    arrow(SC_SpinBoxDown, u"chevron-down"_s, enabled && (spin.stepEnabled & QAbstractSpinBox::StepDownEnabled));
}

QRect ConsoleStyle::spinPart(const QStyleOptionComplex& option, SubControl part) const
{
    const QRect all = option.rect;
    const int arrow = m_theme.px(24);
    const int half = all.height() / 2;
    QRect box = all;
    if (part == SC_SpinBoxUp)
        box = QRect(all.right() - arrow, all.top() + 2, arrow - 1, half - 2);
    else if (part == SC_SpinBoxDown)
        box = QRect(all.right() - arrow, all.top() + half, arrow - 1, all.height() - half - 2);
    else if (part == SC_SpinBoxEditField)
        box = all.adjusted(m_theme.px(6), 2, -arrow - 2, -2);
    return visualRect(option.direction, all, box);
}

}
