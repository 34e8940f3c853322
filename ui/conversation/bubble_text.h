#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>
#include <QTextLayout>

class QPainter;

namespace signalbox {

// Plain text broken into lines at a width, as a bubble shows it. Never reads mark-up.
class BubbleText {
public:
    BubbleText(const QString& text, const QFont& font, qreal width, qreal lineHeight);

    qreal width() const { return m_width; }   // of the longest line
    qreal height() const { return m_height; }
    void paint(QPainter* painter, QPointF topLeft, const QColor& color) const;

private:
    QTextLayout m_layout;
    qreal m_width = 0;
    qreal m_height = 0;
};

}
