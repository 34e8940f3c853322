#include "ui/shared/elided_label.h"

#include <QPainter>

#include <algorithm>

namespace signalbox {

ElidedLabel::ElidedLabel(Theme& theme, TextStyle style, ThemeColor color, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_style(style), m_color(color)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void ElidedLabel::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    showWholeTextWhenCut();
    updateGeometry();
    update();
}

void ElidedLabel::setLook(TextStyle style, ThemeColor color)
{
    m_style = style;
    m_color = color;
    updateGeometry();
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(m_style));
    const int whole = metrics.horizontalAdvance(m_text.left(400)) + 2;
    return {whole, m_theme.lineHeight(m_style)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), m_theme.px(24)), m_theme.lineHeight(m_style)};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont font = m_theme.font(m_style);
    painter.setFont(font);
    painter.setPen(m_theme.color(isEnabled() ? m_color : ThemeColor::TextMuted));
    painter.drawText(rect(), int(m_alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(m_text, Qt::ElideRight, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent*) { showWholeTextWhenCut(); }

void ElidedLabel::showWholeTextWhenCut()
{
    const bool cut = sizeHint().width() - 2 > width();
    setToolTip(cut ? m_text.left(1000).toHtmlEscaped() : QString());
}

}
