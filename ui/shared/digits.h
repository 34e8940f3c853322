#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace signalbox {

// Text whose digits all take the same room, so that a running clock does not jitter and columns stand under one another.
// Qt 6.4 cannot ask a font for its tabular digits.
void paintDigits(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QFont& font, const QString& text);
qreal digitsWidth(const QFont& font, const QString& text);

}
