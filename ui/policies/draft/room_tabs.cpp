#include "ui/policies/draft/room_tabs.h"

#include <QEvent>
#include <QPainter>

namespace signalbox {

RoomTabs::RoomTabs(Theme& theme, QWidget* parent) : QTabBar(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("rulebookRooms"));
    setAccessibleName(tr("Rooms of the rulebook"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    const auto restyle = [this] {
        setFont(m_theme.font(TextStyle::Body));
        updateGeometry();
        update();
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
}

QSize RoomTabs::tabSizeHint(int index) const
{
    const int words = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(tabText(index));
    return {words + m_theme.px(24), m_theme.px(36)};
}

void RoomTabs::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int pointed = tabAt(mapFromGlobal(QCursor::pos()));
    for (int i = 0; i < count(); ++i) {
        const QRect box = tabRect(i);
        const bool chosen = i == currentIndex();
        if (i == pointed && underMouse() && !chosen)
            painter.fillRect(box.adjusted(0, 0, 0, -1), m_theme.color(ThemeColor::Hover));
        painter.setFont(m_theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(chosen ? ThemeColor::Accent : ThemeColor::TextMuted));
        painter.drawText(box, Qt::AlignCenter, tabText(i));
        if (chosen)
            painter.fillRect(QRect(box.left() + m_theme.px(12), box.bottom() - 1, box.width() - m_theme.px(24), 2),
                             m_theme.color(ThemeColor::Accent));
        if (chosen && hasFocus()) {
            painter.setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
            painter.drawRect(box.adjusted(2, 4, -3, -5));
        }
    }
}

}
