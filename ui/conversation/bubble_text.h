#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QString>
#include <QTextLayout>

class QPainter;

namespace signalbox {

// A part of a text that looks otherwise: a link, a mention, what was searched for.
struct WordSpan {
    int start = 0;
    int length = 0;
};

// Plain text broken into lines at a width, as a bubble shows it. Never reads mark-up.
class BubbleText {
public:
    BubbleText(const QString& text, const QFont& font, qreal width, qreal lineHeight);

    struct Look {
        QColor text;
        QColor link;
        QColor mark;   // behind what was searched for, and on it
        QColor marked;
        QList<WordSpan> links;
        QList<WordSpan> strong;
        QList<WordSpan> marks;
    };

    qreal width() const { return m_width; }   // of the longest line
    qreal height() const { return m_height; }
    void paint(QPainter* painter, QPointF topLeft, const Look& look) const;
    // The character under a point, from the text's top left; -1 beside the words.
    int characterAt(QPointF point) const;

private:
    QTextLayout m_layout;
    qreal m_width = 0;
    qreal m_height = 0;
};

}
