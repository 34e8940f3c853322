#include "ui/insights/big_figure.h"

#include "ui/shared/digits.h"
#include "ui/shared/style_paint.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace signalbox {

BigFigure::BigFigure(Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("bigFigure"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QFont BigFigure::bigFont() const
{
    QFont font = m_theme.font(TextStyle::PageTitle);
    font.setPixelSize(m_theme.px(32));
    return font;
}

void BigFigure::setFigure(const QString& value, const QString& words, bool thin)
{
    setText(value);
    m_words = words;
    m_thin = thin;
    setAccessibleName(words.isEmpty() ? tr("%1. Shows the rows behind it.").arg(value)
                                      : tr("%1, %2. Shows the rows behind it.").arg(value, words));
    setToolTip(isEnabled() ? tr("Shows the rows behind it") : QString());
    updateGeometry();
    update();
}

QSize BigFigure::sizeHint() const
{
    const QFontMetrics small(m_theme.font(TextStyle::MessageText));
    return {int(std::ceil(digitsWidth(bigFont(), text()))) + (m_words.isEmpty() ? 0 : m_theme.px(12))
                + int(std::ceil(digitsWidth(m_theme.font(TextStyle::MessageText), m_words))) + m_theme.px(10),
            m_theme.px(44)};
}

void BigFigure::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme);
    const QFont big = bigFont(), small = m_theme.font(TextStyle::MessageText);
    const QRectF box = QRectF(rect()).adjusted(m_theme.px(2), 0, -m_theme.px(2), 0);
    const qreal width = digitsWidth(big, text());
    painter.setPen(m_theme.color(m_thin                            ? ThemeColor::TextMuted
                                     : underMouse() && isEnabled() ? ThemeColor::Accent
                                                                   : ThemeColor::Text));
    paintDigits(painter, QRectF(box.left(), box.top(), width + 1, box.height()), Qt::AlignLeft, big, text());
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    paintDigits(painter,
                QRectF(box.left() + width + m_theme.px(12), box.top() + m_theme.px(6), box.width(),
                       box.height() - m_theme.px(6)),
                Qt::AlignLeft, small, m_words);
}

// Enter, too: it leads somewhere, like a link.
void BigFigure::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}
