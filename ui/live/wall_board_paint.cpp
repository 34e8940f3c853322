#include "ui/live/wall_board.h"
#include "ui/live/wall_figures.h"
#include "ui/shared/console_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/format_text.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostQueues = 9;

void write(QPainter& painter, const QRect& box, Qt::Alignment at, const QFont& font, const QString& words)
{
    painter.setFont(font);
    painter.drawText(box, int(at) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, box.width()));
}

}

QFont WallBoard::fontOf(int height, bool strong) const
{
    QFont font = m_context.theme.font(strong ? TextStyle::BodyStrong : TextStyle::Body);
    font.setPixelSize(std::max(11, height));
    return font;
}

void WallBoard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(ThemeColor::Panel));
    const int edge = height() / 24;
    const QRect area = rect().adjusted(edge, edge, -edge, -edge);
    const int top = area.height() * 30 / 100;
    const int foot = area.height() * 11 / 100;
    paintFigures(painter, QRect(area.x(), area.y(), area.width(), top));
    paintQueues(painter, QRect(area.x(), area.y() + top, area.width(), area.height() - top - foot));
    paintFoot(painter, QRect(area.x(), area.bottom() - foot, area.width(), foot));
}

void WallBoard::paintFigures(QPainter& painter, const QRect& area) const
{
    const std::vector<Figure> all = figures();
    const int width = area.width() / int(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QRect box(area.x() + int(i) * width, area.y(), width - area.height() / 8, area.height());
        QFont big = fontOf(box.height() * 52 / 100, true);
        const qreal wide = digitsWidth(big, all[i].text);
        if (wide > box.width())
            big.setPixelSize(std::max(11, int(big.pixelSize() * box.width() / wide)));
        painter.setPen(m_context.theme.color(all[i].color));
        paintDigits(painter, QRect(box.x(), box.y(), box.width(), box.height() * 64 / 100), Qt::AlignLeft, big,
                    all[i].text);
        painter.setPen(m_context.theme.color(ThemeColor::TextMuted));
        write(painter, box.adjusted(0, box.height() * 66 / 100, 0, 0), Qt::AlignLeft | Qt::AlignTop,
              fontOf(box.height() * 15 / 100, false), all[i].label);
    }
}

void WallBoard::paintQueues(QPainter& painter, const QRect& area) const
{
    const std::vector<QueueLine> lines = queues(mostQueues);
    const int head = area.height() / 10;
    paintQueue(painter, QRect(area.x(), area.y(), area.width(), head),
               {tr("Queue"), tr("Waiting"), tr("Longest wait"), tr("Over target"), false}, true);
    const int row = std::min(area.height() / 5, (area.height() - head) / std::max(1, int(lines.size())));
    for (std::size_t i = 0; i < lines.size(); ++i)
        paintQueue(painter, QRect(area.x(), area.y() + head + int(i) * row, area.width(), row), lines[i], false);
}

void WallBoard::paintQueue(QPainter& painter, const QRect& row, const QueueLine& line, bool head) const
{
    const Theme& theme = m_context.theme;
    painter.fillRect(row.x(), row.bottom(), row.width(), 1, theme.color(ThemeColor::Line));
    const QFont font = fontOf(row.height() * (head ? 44 : 54) / 100, !head);
    const int column = row.width() / 5;
    painter.setPen(theme.color(head ? ThemeColor::TextMuted : ThemeColor::Text));
    write(painter, QRect(row.x(), row.y(), row.width() - 3 * column - column / 8, row.height()),
          Qt::AlignLeft | Qt::AlignVCenter, font, line.name);
    const QString cells[] = {line.waiting, line.longest, line.over};
    for (int i = 0; i < 3; ++i) {
        const QRect cell(row.right() + 1 - (3 - i) * column, row.y(), column, row.height());
        painter.setPen(theme.color(head                       ? ThemeColor::TextMuted
                                       : i > 0 && line.isOver ? ThemeColor::Bad
                                                              : ThemeColor::Text));
        if (head)
            write(painter, cell, Qt::AlignRight | Qt::AlignVCenter, font, cells[i]);
        else
            paintDigits(painter, cell, Qt::AlignRight, font, cells[i]);
    }
}

void WallBoard::paintFoot(QPainter& painter, const QRect& area) const
{
    const QFont font = fontOf(area.height() * 34 / 100, false);
    painter.setPen(m_context.theme.color(ThemeColor::TextMuted));
    QString left = agentsWords() + u"   ·   "_s + answeredWords();
    if (const int practice = m_figures.waiting().practice(); practice > 0)
        left += u"   ·   "_s
            + (practice == 1 ? tr("1 practice not counted")
                             : tr("%1 practice not counted").arg(formatCount(practice)));
    const QString clock = formatClock(m_context.now());
    const int room = QFontMetrics(font).horizontalAdvance(clock) + area.height() / 2;
    write(painter, area.adjusted(0, 0, -room, 0), Qt::AlignLeft | Qt::AlignBottom, font, left);
    write(painter, area, Qt::AlignRight | Qt::AlignBottom, font, clock);
}

}
