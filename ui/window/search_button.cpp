#include "ui/window/search_button.h"

#include "ui/shared/style_paint.h"

#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

SearchButton::SearchButton(Theme& theme, QWidget* parent)
    : QPushButton(tr("Search or run a command"), parent), m_theme(theme)
{
    setObjectName(u"searchField"_s);
    setAccessibleName(text());
    setCursor(Qt::IBeamCursor);
    setAutoDefault(false);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize SearchButton::sizeHint() const { return {m_theme.px(320), m_theme.px(30)}; }

void SearchButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool focus = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    paintBox(painter, rect(), m_theme.px(6), m_theme.color(underMouse() ? ThemeColor::Hover : ThemeColor::Panel),
             m_theme.color(focus ? ThemeColor::Focus : ThemeColor::Control), focus ? 2 : 1);
    const int icon = m_theme.px(16);
    painter.drawPixmap(m_theme.px(10), (height() - icon) / 2,
                       m_theme.pixmap(u"search"_s, ThemeColor::Text, icon, devicePixelRatioF()));
    const QString key = u"Ctrl+K"_s;
    const QFont small = m_theme.font(TextStyle::Small);
    const int keyWidth = QFontMetrics(small).horizontalAdvance(key) + m_theme.px(10);
    const QRect cap(width() - m_theme.px(7) - keyWidth, (height() - m_theme.px(18)) / 2, keyWidth, m_theme.px(18));
    paintBox(painter, cap, m_theme.px(4), m_theme.color(ThemeColor::Raised), m_theme.color(ThemeColor::Line));
    painter.setPen(m_theme.color(ThemeColor::TextMuted));
    painter.setFont(small);
    painter.drawText(cap, Qt::AlignCenter, key);
    const QFont body = m_theme.font(TextStyle::Body);
    const QRect words(m_theme.px(34), 0, cap.x() - m_theme.px(42), height());
    painter.setFont(body);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(body).elidedText(text(), Qt::ElideRight, words.width()));
}

}
