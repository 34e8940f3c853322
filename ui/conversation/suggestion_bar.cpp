#include "ui/conversation/suggestion_bar.h"

#include "ui/shared/buttons.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr qsizetype mostShown = 360;   // characters; the whole of it is in the tooltip, and goes into the composer

}

SuggestionBar::SuggestionBar(Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_source(new ElidedLabel(theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_words(newParagraph({}, theme, TextStyle::Body, ThemeColor::Text, this))
{
    setObjectName(QStringLiteral("suggestion"));
    setAccessibleName(tr("Suggested reply"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    column->setSpacing(theme.px(4));
    auto* head = new QHBoxLayout;
    head->setSpacing(theme.px(8));
    QLabel* title = newLabel(tr("Suggested reply"), theme, TextStyle::SectionLabel, ThemeColor::Ai, this);
    head->addWidget(m_icon);
    head->addWidget(title);
    head->addWidget(m_source, 1);
    QPushButton* insert = newSmallButton(tr("Insert"), QStringLiteral("insertSuggestion"), this);
    QPushButton* dismiss = newSmallButton(tr("Dismiss"), QStringLiteral("dismissSuggestion"), this);
    head->addWidget(newKeyCap(theme, tr("Tab", "a key"), this));
    head->addWidget(insert);
    head->addWidget(dismiss);
    column->addLayout(head);
    column->addWidget(m_words);
    const auto paintIcon = [this] {
        m_icon->setPixmap(
            m_theme.pixmap(QStringLiteral("sparkle"), ThemeColor::Ai, m_theme.px(14), devicePixelRatioF()));
    };
    connect(&theme, &Theme::changed, this, paintIcon);
    paintIcon();
    connect(insert, &QPushButton::clicked, this, &SuggestionBar::take);
    connect(dismiss, &QPushButton::clicked, this, [this] {
        withdraw();
        Q_EMIT dismissed();
    });
    hide();
}

void SuggestionBar::suggest(const QString& answer, const QString& source)
{
    m_answer = answer;
    m_source->setText(source.isEmpty() ? QString() : tr("from %1").arg(source));
    const QString shown = answer.simplified();
    m_words->setText(shown.size() > mostShown ? shown.left(mostShown) + QStringLiteral("…") : shown);
    m_words->setToolTip(shown.size() > mostShown ? answer.toHtmlEscaped() : QString());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void SuggestionBar::withdraw()
{
    m_answer.clear();
    hide();
}

void SuggestionBar::take()
{
    const QString answer = std::exchange(m_answer, {});
    hide();
    if (!answer.isEmpty())
        Q_EMIT taken(answer);
}

void SuggestionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(ThemeColor::Line));
    painter.setBrush(m_theme.color(ThemeColor::AiTint));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8), m_theme.px(8));
}

}
