#include "ui/policies/editor/sentence_box.h"

#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox {

SentenceBox::SentenceBox(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_label(newParagraph({}, theme, TextStyle::Body, ThemeColor::Text, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_label);
}

void SentenceBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), m_theme.px(6), m_theme.color(ThemeColor::Hover), Qt::transparent);
}

}
