#include "ui/conversation/bubble_text.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace signalbox {
namespace {

QTextLayout::FormatRange ranged(const WordSpan& span, const QTextCharFormat& format)
{
    QTextLayout::FormatRange range;
    range.start = span.start;
    range.length = span.length;
    range.format = format;
    return range;
}

}

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

void BubbleText::paint(QPainter* painter, QPointF topLeft, const Look& look) const
{
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat link;
    link.setForeground(look.link);
    link.setFontUnderline(true);
    for (const WordSpan& span : look.links)
        ranges << ranged(span, link);
    QTextCharFormat strong;
    strong.setForeground(look.link);
    for (const WordSpan& span : look.strong)
        ranges << ranged(span, strong);
    QTextCharFormat mark;
    mark.setBackground(look.mark);
    mark.setForeground(look.marked);
    for (const WordSpan& span : look.marks)
        ranges << ranged(span, mark);
    painter->setPen(look.text);
    m_layout.draw(painter, topLeft, ranges);
}

int BubbleText::characterAt(QPointF point) const
{
    for (int at = 0; at < m_layout.lineCount(); ++at) {
        const QTextLine line = m_layout.lineAt(at);
        if (!line.naturalTextRect().contains(point))
            continue;
        return line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
    }
    return -1;
}

}
