#include "ui/shared/undo_bar.h"

#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds standsFor{8};

}

UndoBar::UndoBar(Theme& theme, QWidget* parent) : QFrame(parent), m_theme(theme), m_text(new ElidedLabel(theme))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4));
    row->addWidget(m_text, 1);
    QPushButton* button = newLink(tr("Undo"), u"undoBarButton"_s, this);
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, &UndoBar::undo);
    const auto resize = [this, &theme] { setFixedHeight(theme.px(36)); };
    connect(&theme, &Theme::changed, this, resize);
    resize();
    m_timer.setSingleShot(true);
    m_timer.setInterval(standsFor);
    connect(&m_timer, &QTimer::timeout, this, &UndoBar::dismiss);
    hide();
}

void UndoBar::offer(const QString& whatWasDone, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_text->setText(whatWasDone);
    show();
    m_timer.start();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void UndoBar::dismiss()
{
    m_timer.stop();
    m_undo = nullptr;
    hide();
}

void UndoBar::undo()
{
    const std::function<void()> act = std::exchange(m_undo, nullptr);
    dismiss();
    if (act)
        act();
}

void UndoBar::enterEvent(QEnterEvent*) { m_timer.stop(); }

void UndoBar::leaveEvent(QEvent*)
{
    if (m_undo)
        m_timer.start();
}

void UndoBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ThemeColor::Raised));
    painter.fillRect(0, 0, width(), 1, m_theme.color(ThemeColor::Line));
}

}
