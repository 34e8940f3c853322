#include "ui/conversation/bubble_text.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace signalbox {

BubbleText::BubbleText(const QString& text, const QFont& font, qreal width, qreal lineHeight)
{
    QString shown = text;
    shown.replace(u'\n', QChar::LineSeparator);
    m_layout.setText(shown);
    m_layout.setFont(font);
    m_layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        // Scripts with tall marks take the height they need; others keep the even rhythm.
        const qreal height = std::max(lineHeight, line.height());
        line.setPosition({0, m_height + (height - line.height()) / 2});
        m_height += height;
        m_width = std::max(m_width, line.naturalTextWidth());
    }
    m_layout.endLayout();
    m_width = std::min(m_width, width);
}

void BubbleText::paint(QPainter* painter, QPointF topLeft, const QColor& color) const
{
    painter->setPen(color);
    m_layout.draw(painter, topLeft);
}

}
