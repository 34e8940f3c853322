#include "ui/why/why_parts.h"

#include "ui/shared/panes.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox {

WhyCard::WhyCard(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { }

void WhyCard::setEdge(ThemeColor edge, int width)
{
    m_edge = edge;
    m_width = width;
    update();
}

void WhyCard::makeClickable(const QString& name)
{
    m_clickable = true;
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(name);
}

void WhyCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.px(8), m_theme.color(ThemeColor::Panel), m_theme.color(m_edge), m_width);
    if (hasFocus())
        paintFocusRing(painter, rect(), m_theme);
}

void WhyCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
    else
        QWidget::mouseReleaseEvent(event);
}

void WhyCard::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_clickable && enter)
        Q_EMIT clicked();
    else
        QWidget::keyPressEvent(event);
}

PathMark::PathMark(Theme& theme, Mark mark, bool last, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_mark(mark), m_last(last)
{
    setFixedWidth(theme.px(24));
}

void PathMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = m_theme.px(22);
    const QRectF circle(1, 1, size, size);
    const bool fired = m_mark == Mark::Fired;
    const ThemeColor edge = fired ? ThemeColor::Accent : m_mark == Mark::Near ? ThemeColor::Bad : ThemeColor::Control;
    if (!m_last)
        painter.fillRect(QRectF(circle.center().x(), circle.bottom(), 1, height() - circle.bottom()),
                         m_theme.color(ThemeColor::Control));
    painter.setPen(QPen(m_theme.color(edge), 1.2));
    painter.setBrush(m_theme.color(fired ? ThemeColor::Accent : ThemeColor::Panel));
    painter.drawEllipse(circle);
    const QString icon = fired ? QStringLiteral("check")
        : m_mark == Mark::Off  ? QStringLiteral("minus")
                               : QStringLiteral("cross");
    const ThemeColor color = fired ? ThemeColor::AccentText
        : m_mark == Mark::Near     ? ThemeColor::Bad
                                   : ThemeColor::TextMuted;
    const int mark = m_theme.px(14);
    painter.drawPixmap(QPointF(circle.center().x() - mark / 2.0, circle.center().y() - mark / 2.0),
                       m_theme.pixmap(icon, color, mark, ratioOf(painter)));
}

QVBoxLayout* addWhySection(QVBoxLayout& column, Theme& theme, const QString& title, QWidget* parent, bool line)
{
    auto* section = new QVBoxLayout;
    section->setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14));
    section->setSpacing(theme.px(8));
    QLabel* head = newParagraph(title, theme, TextStyle::BodyStrong, ThemeColor::Text, parent);
    head->setTextInteractionFlags(Qt::TextSelectableByMouse);
    section->addWidget(head);
    column.addLayout(section);
    if (line)
        column.addWidget(newLine(theme, parent));
    return section;
}

void letWrap(QLabel& paragraph)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    paragraph.setSizePolicy(policy);
}

QLabel* newSelectable(const QString& text, Theme& theme, TextStyle style, ThemeColor color, QWidget* parent)
{
    QLabel* label = newParagraph(text, theme, style, color, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    letWrap(*label);
    return label;
}

}
