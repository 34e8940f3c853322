#include "ui/conversation/offer_card.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/countdown.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/prompts.h"
#include "ui/shared/theme.h"
#include "ui/shared/tier_chip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

OfferCard::OfferCard(const PageContext& context, const Offer& offer, QWidget* parent)
    : QFrame(parent),
      m_context(context),
      m_offer(offer),
      m_tier(new TierChip(context.theme, this)),
      m_lapses(new CountdownLabel(context.theme, false, this)),
      m_name(new ElidedLabel(context.theme, TextStyle::BodyStrong, ThemeColor::Text, this)),
      m_about(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_said(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::Text, this)),
      m_waiting(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_why(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_refusal(new InlineMessage(context.theme, MessageKind::Warning, this)),
      m_accept(newPrimaryButton(tr("Accept"), QStringLiteral("acceptOffer"), this)),
      m_decline(newButton(tr("Decline"), QStringLiteral("declineOffer"), this))
{
    setObjectName(QStringLiteral("offerCard"));
    m_lapses->setSpan(offer.madeAt, offer.lapsesAt);
    m_refusal->hide();
    build();
    addReasons();
    connect(m_accept, &QPushButton::clicked, this, &OfferCard::accepted);
    connect(m_decline, &QPushButton::clicked, this, [this] { Q_EMIT declined({}); });
}

void OfferCard::build()
{
    const Theme& theme = m_context.theme;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12));
    layout->setSpacing(theme.px(2));
    auto* head = new QHBoxLayout;
    head->addWidget(m_tier);
    head->addStretch();
    head->addWidget(m_lapses);
    layout->addLayout(head);
    layout->addSpacing(theme.px(6));
    layout->addWidget(m_name);
    layout->addWidget(m_about);
    layout->addWidget(m_said);
    layout->addWidget(m_waiting);
    layout->addWidget(m_why);
    layout->addWidget(m_refusal);
    layout->addSpacing(theme.px(8));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(8));
    buttons->addWidget(m_accept, 1);
    buttons->addWidget(m_decline, 1);
    layout->addLayout(buttons);
}

void OfferCard::addReasons()
{
    auto* more = newIconButton(m_context.theme, QStringLiteral("more"), tr("Decline with a reason"),
                               QStringLiteral("declineWithReason"), this);
    auto* menu = new QMenu(more);
    menu->setTitle(tr("Decline with a reason"));
    for (const QString& reason : {tr("I am about to take a break"), tr("Somebody else knows this better"),
                                  tr("I need my time for another conversation")})
        connect(menu->addAction(reason), &QAction::triggered, this, [this, reason] { Q_EMIT declined(reason); });
    connect(menu->addAction(tr("Another reason…")), &QAction::triggered, this, [this] {
        if (const auto reason = m_context.prompts.askText(tr("Why do you decline?"), tr("Decline")))
            Q_EMIT declined(reason->trimmed());
    });
    connect(more, &QToolButton::clicked, this,
            [more, menu] { menu->popup(more->mapToGlobal(QPoint(0, more->height()))); });
    static_cast<QHBoxLayout*>(layout()->itemAt(layout()->count() - 1)->layout())->addWidget(more);
}

void OfferCard::showConversation(const Conversation& conversation)
{
    m_conversation = conversation;
    m_tier->setTier(conversation.tier.empty() ? TierLabel{}
                                              : m_context.model.tier(conversation.tier, conversation.tierRank));
    m_name->setText(line(conversation.visitorName, 80));
    QStringList about;
    for (const std::string* part : {&conversation.company, &conversation.intent})
        if (!part->empty())
            about << line(*part, 80);
    if (conversation.dealSize)
        about << formatMoney(*conversation.dealSize);
    if (const QString origin = originLabel(conversation.origin); !origin.isEmpty())
        about << origin;
    about << channelName(conversation.channel) << numberOf(conversation.id);
    m_about->setText(about.join(QStringLiteral(" · ")));
    // What the visitor said stays when the AI or the system speaks after them.
    if (conversation.lastAuthor == Author::Visitor)
        m_said->setText(line(conversation.lastText));
    else if (m_said->text().isEmpty() && conversation.lastAuthor == Author::Ai)
        m_said->setText(tr("AI: %1").arg(line(conversation.lastText)));
    m_said->setVisible(!m_said->text().isEmpty());
    showWhy(conversation);
    tick(m_context.now());
}

// The policy that sent it, and why to me.
void OfferCard::showWhy(const Conversation& conversation)
{
    QStringList why;
    const auto& policies = m_context.model.rulebook().policies;
    if (const auto policy = std::ranges::find(policies, conversation.policy, &Policy::id); policy != policies.end())
        why << tr("Policy %1").arg(line(policy->name, 60));
    for (const CandidateReason& candidate : m_offer.candidates)
        if (candidate.chosen && !candidate.reason.empty())
            why << line(candidate.reason, 200);
    m_why->setText(why.isEmpty() ? QString() : tr("Because: %1").arg(why.join(QStringLiteral(" · "))));
    m_why->setVisible(!why.isEmpty());
}

void OfferCard::tick(Instant now)
{
    m_lapses->setNow(now);
    if (m_conversation && m_conversation->waitingSince) {
        const auto waited = std::chrono::duration_cast<seconds>(now - *m_conversation->waitingSince);
        m_waiting->setText(tr("Waiting %1").arg(formatSpan(waited)));
    }
    m_waiting->setVisible(m_conversation && m_conversation->waitingSince);
    setAccessibleName(tr("Offer: %1, %2, lapses in %3").arg(m_name->text(), m_about->text(), m_lapses->shown().text));
}

void OfferCard::setBusy(bool busy)
{
    m_accept->setDisabled(busy);
    m_decline->setDisabled(busy);
}

void OfferCard::showRefusal(const QString& why)
{
    setBusy(false);
    m_refusal->setText(why);
    m_refusal->show();
}

void OfferCard::takeKeyboard() { m_accept->setFocus(Qt::OtherFocusReason); }

void OfferCard::keyPressEvent(QKeyEvent* event)
{
    const bool accepts = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool declines = event->key() == Qt::Key_Escape || event->key() == Qt::Key_D;
    if (accepts && !m_decline->hasFocus())
        m_accept->click();
    else if (accepts || declines)
        m_decline->click();
    else
        QFrame::keyPressEvent(event);
}

void OfferCard::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    Q_EMIT looked();
}

void OfferCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_context.theme.color(ThemeColor::Line));
    painter.setBrush(m_context.theme.color(ThemeColor::Panel));
    const int radius = m_context.theme.px(8);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}
