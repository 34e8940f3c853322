#include "ui/shared/digits.h"

#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

#include <algorithm>

namespace signalbox {

namespace {

// What laying out needs of one font, looked up once.
struct DigitFont {
    QRawFont raw;
    quint32 digits[10] = {};
    qreal digitAdvance = 0;
};

const DigitFont& digitFont(const QFont& font)
{
    static QHash<QString, DigitFont> known;
    const QString key = font.key();
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    if (known.size() > 64)
        known.clear();
    DigitFont made;
    made.raw = QRawFont::fromFont(font);
    const QVector<quint32> glyphs = made.raw.glyphIndexesForString(QStringLiteral("0123456789"));
    const QVector<QPointF> advances = made.raw.advancesForGlyphIndexes(glyphs);
    for (int i = 0; i < std::min<int>(10, int(glyphs.size())); ++i) {
        made.digits[i] = glyphs[i];
        made.digitAdvance = std::max(made.digitAdvance, advances[i].x());
    }
    return *known.insert(key, made);
}

struct LaidOut {
    QVector<quint32> glyphs;
    QVector<QPointF> positions;
    qreal width = 0;
    bool complete = true;   // every character is in this font
};

LaidOut layOut(const DigitFont& font, const QString& text)
{
    LaidOut made;
    made.glyphs = font.raw.glyphIndexesForString(text);
    const QVector<QPointF> advances = font.raw.advancesForGlyphIndexes(made.glyphs);
    made.positions.reserve(made.glyphs.size());
    for (int i = 0; i < made.glyphs.size(); ++i) {
        const quint32 glyph = made.glyphs[i];
        made.complete = made.complete && glyph != 0;
        const bool digit = std::find(font.digits, font.digits + 10, glyph) != font.digits + 10;
        const qreal room = digit ? font.digitAdvance : advances[i].x();
        made.positions.append(QPointF(made.width + (room - advances[i].x()) / 2, 0));
        made.width += room;
    }
    return made;
}

}

void paintDigits(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QFont& font, const QString& text)
{
    const DigitFont& digits = digitFont(font);
    LaidOut laidOut = layOut(digits, text);
    painter.setFont(font);
    if (!laidOut.complete) {
        painter.drawText(box, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        return;
    }
    qreal x = box.x();
    if (alignment & Qt::AlignRight)
        x = box.right() - laidOut.width;
    else if (alignment & Qt::AlignHCenter)
        x = box.x() + (box.width() - laidOut.width) / 2;
    const qreal ascent = digits.raw.ascent();
    const qreal baseline = box.y() + (box.height() - ascent - digits.raw.descent()) / 2 + ascent;
    QGlyphRun run;
    run.setRawFont(digits.raw);
    run.setGlyphIndexes(laidOut.glyphs);
    run.setPositions(laidOut.positions);
    painter.drawGlyphRun(QPointF(qRound(x), qRound(baseline)), run);
}

qreal digitsWidth(const QFont& font, const QString& text) { return layOut(digitFont(font), text).width; }

}
