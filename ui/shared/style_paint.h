#pragma once

#include "ui/shared/theme.h"

#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComplex;

namespace signalbox {

// Shapes and measures of the style.
qreal ratioOf(const QPainter& painter);
QRect centered(const QRect& box, int size);
// A box with rounded corners, its edge inside `box`. A transparent colour leaves edge or fill out.
void paintBox(QPainter& painter, const QRectF& box, qreal radius, const QColor& fill, const QColor& edge,
              qreal width = 1);
void paintFocusRing(QPainter& painter, const QRect& box, const Theme& theme);
QRect splitterLine(const QRect& handle, bool horizontal);
QRect scrollBarPart(const QStyleOptionComplex& option, QStyle::SubControl part);
QSize buttonSize(const QStyleOption& option, const QSize& contents, const QWidget* widget, const Theme& theme);
QSize menuItemSize(const QStyleOption& option, const QSize& contents, const Theme& theme);

// Text that is written in, or a list or table with the property "field": Qt frames them as scroll areas.
bool isField(const QWidget* widget);

}
