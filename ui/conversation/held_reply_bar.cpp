#include "ui/conversation/held_reply_bar.h"

#include "ui/shared/buttons.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace signalbox {

HeldReplyBar::HeldReplyBar(Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_text(newLabel({}, theme, TextStyle::Body, ThemeColor::Text, this))
{
    setObjectName(QStringLiteral("heldReply"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4));
    row->setSpacing(theme.px(8));
    QPushButton* undo = newLink(tr("Undo"), QStringLiteral("undoSend"), this);
    row->addWidget(m_text);
    row->addStretch();
    row->addWidget(newKeyCap(theme, tr("Ctrl+Z"), this));
    row->addWidget(undo);
    connect(undo, &QPushButton::clicked, this, &HeldReplyBar::undoWanted);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        --m_left;
        if (m_left.count() > 0) {
            showLeft();
            return;
        }
        stop();
        Q_EMIT over();
    });
    hide();
}

void HeldReplyBar::countDown(std::chrono::seconds from)
{
    m_left = from;
    m_second.start();
    showLeft();
    show();
}

void HeldReplyBar::stop()
{
    m_second.stop();
    hide();
}

void HeldReplyBar::showLeft() { m_text->setText(tr("Sent in %1 s").arg(m_left.count())); }

void HeldReplyBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ThemeColor::Line));
    painter.setBrush(m_theme.color(ThemeColor::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(6), m_theme.px(6));
}

}
