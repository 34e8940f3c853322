#include "ui/conversation/card_link.h"

#include "ui/shared/style_paint.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace signalbox {
namespace {

// A word without an end breaks where the line does.
QTextOption breaking()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

int layOut(QTextLayout& layout, int width, int lineHeight)
{
    layout.setTextOption(breaking());
    int height = 0;
    layout.beginLayout();
    for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
        row.setLineWidth(width);
        row.setPosition({0, height + (lineHeight - row.height()) / 2});
        height += lineHeight;
    }
    layout.endLayout();
    return std::max(height, lineHeight);
}

}

CardLink::CardLink(Theme& theme, const QString& sentence, const QString& objectName, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_sentence(sentence)
{
    setObjectName(objectName);
    setAccessibleName(sentence);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void CardLink::setLook(TextStyle style, ThemeColor color)
{
    m_style = style;
    m_color = color;
    updateGeometry();
    update();
}

QSize CardLink::sizeHint() const
{
    const int whole = QFontMetrics(m_theme.font(m_style)).horizontalAdvance(m_sentence) + 2;
    return {std::min(whole, m_theme.px(240)), heightForWidth(m_theme.px(240))};
}

QSize CardLink::minimumSizeHint() const { return {m_theme.px(60), m_theme.lineHeight(m_style)}; }

int CardLink::heightForWidth(int width) const
{
    QTextLayout layout(m_sentence, m_theme.font(m_style));
    return layOut(layout, std::max(width, 1), m_theme.lineHeight(m_style));
}

void CardLink::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont font = m_theme.font(m_style);
    font.setUnderline(isEnabled() && (underMouse() || hasFocus()));
    QTextLayout layout(m_sentence, font);
    layOut(layout, width(), m_theme.lineHeight(m_style));
    painter.setPen(m_theme.color(underMouse() || hasFocus() ? ThemeColor::Accent : m_color));
    layout.draw(&painter, {0, 0});
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme);
}

void CardLink::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void CardLink::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void CardLink::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_sentence); });
    menu->popup(event->globalPos());
}

}
