#include "ui/conversation/conversation_header.h"

#include "routing/rulebook/rulebook.h"
#include "ui/conversation/conversation_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/countdown.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/tag.h"
#include "ui/shared/theme.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace signalbox {

ConversationHeader::ConversationHeader(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_name(new ElidedLabel(context.theme, TextStyle::PaneTitle, ThemeColor::Text, this)),
      m_tier(new TierChip(context.theme, this)), m_channel(new Tag(context.theme, this)), m_origin(new Tag(context.theme, this)),
      m_about(new ElidedLabel(context.theme, TextStyle::Secondary, ThemeColor::TextMuted, this)),
      m_answerBy(new CountdownLabel(context.theme, true, this)), m_queues(new QMenu(tr("Transfer to"), this)),
      m_outcomes(new QMenu(tr("Close as"), this)), m_transferAction(new QAction(tr("Transfer…"), this)),
      m_closeAction(new QAction(tr("Close", "end a conversation"), this)), m_cardAction(new QAction(tr("Handoff card"), this))
{
    setObjectName(QStringLiteral("conversationHeader"));
    m_transferAction->setObjectName(QStringLiteral("transferConversation"));
    m_transferAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    m_closeAction->setObjectName(QStringLiteral("closeConversation"));
    m_closeAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    m_cardAction->setObjectName(QStringLiteral("showHandoffCard"));
    m_cardAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    m_cardAction->setCheckable(true);
    m_cardAction->setChecked(true);
    build();
    connect(m_queues, &QMenu::aboutToShow, this, &ConversationHeader::fillQueues);
    fillOutcomes();
}

void ConversationHeader::build()
{
    const Theme& theme = m_context.theme;
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6));
    row->setSpacing(theme.px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* first = new QHBoxLayout;
    first->setSpacing(theme.px(8));
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    first->addWidget(m_name);
    for (QWidget* chip : {static_cast<QWidget*>(m_tier), static_cast<QWidget*>(m_channel), static_cast<QWidget*>(m_origin)}) {
        chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        first->addWidget(chip);
    }
    first->addStretch();
    words->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(theme.px(12));
    second->addWidget(m_about, 1);
    second->addWidget(m_answerBy);
    words->addLayout(second);
    row->addLayout(words, 1);
    addAction(row, m_transferAction, newButton(m_transferAction->text(), QStringLiteral("transferButton"), this), m_queues);
    addAction(row, m_closeAction, newButton(m_closeAction->text(), QStringLiteral("closeButton"), this), m_outcomes);
    auto* card = newIconButton(m_context.theme, QStringLiteral("panel-right"), tr("Show or hide the handoff card"), QStringLiteral("handoffCardButton"), this);
    card->setCheckable(true);
    card->setChecked(true);
    connect(card, &QToolButton::clicked, m_cardAction, &QAction::trigger);
    connect(m_cardAction, &QAction::toggled, card, &QToolButton::setChecked);
    row->addWidget(card);
    setMinimumHeight(theme.px(56));
}

// The button and the shortcut open the same menu, beneath the button.
void ConversationHeader::addAction(QHBoxLayout* row, QAction* action, QPushButton* button, QMenu* menu)
{
    row->addWidget(button);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::triggered, this, [menu, button] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    connect(action, &QAction::changed, button, [action, button] { button->setToolTip(action->toolTip()); });
}

void ConversationHeader::fillQueues()
{
    m_queues->clear();
    for (const Queue& queue : m_context.model.rulebook().queues) {
        QAction* action = m_queues->addAction(m_context.model.queueName(queue.id).replace(u'&', QStringLiteral("&&")));
        action->setEnabled(!m_conversation || m_conversation->owner.kind != OwnerKind::Queue || m_conversation->owner.queue != queue.id);
        connect(action, &QAction::triggered, this, [this, id = queue.id] { Q_EMIT transferWanted(id); });
    }
    if (m_queues->isEmpty())
        m_queues->addAction(tr("The rulebook has no queues yet"))->setEnabled(false);
}

void ConversationHeader::fillOutcomes()
{
    for (const char* outcome : {"resolved", "qualified", "no_answer", "spam"}) {
        QAction* action = m_outcomes->addAction(outcomeName(outcome));
        action->setObjectName(QStringLiteral("closeAs_") + QLatin1String(outcome));
        connect(action, &QAction::triggered, this, [this, outcome] { Q_EMIT closeWanted(QLatin1String(outcome)); });
    }
}

void ConversationHeader::showConversation(const Conversation& conversation, bool mine)
{
    m_conversation = conversation;
    m_name->setText(line(conversation.visitorName, 80));
    m_tier->setTier(conversation.tier.empty() ? TierLabel{} : m_context.model.tier(conversation.tier, conversation.tierRank));
    m_channel->setTag({channelName(conversation.channel), channelIcon(conversation.channel)});
    m_origin->setTag({originLabel(conversation.origin), {}, ThemeColor::TextMuted, ThemeColor::Track});
    QStringList about;
    for (const std::string* part : {&conversation.company, &conversation.intent})
        if (!part->empty())
            about << line(*part, 80);
    about << numberOf(conversation.id);
    if (conversation.closedAt)
        about << tr("closed: %1").arg(outcomeName(conversation.outcome));
    m_about->setText(about.join(QStringLiteral(" · ")));
    const bool open = !conversation.closedAt;
    const QString why = open ? tr("Only who has the conversation can do this.") : tr("The conversation is closed.");
    m_transferAction->setEnabled(open && mine);
    m_transferAction->setToolTip(open && mine ? QString() : why);
    m_closeAction->setEnabled(open && mine);
    m_closeAction->setToolTip(open && mine ? QString() : why);
    const bool owed = open && conversation.waitingSince && conversation.answerBy;
    m_answerBy->setVisible(owed);
    if (owed) {
        m_answerBy->setSpan(conversation.waitingSince, *conversation.answerBy);
        m_answerBy->setToolTip(tr("Time left to answer, until %1").arg(formatClock(*conversation.answerBy)));
    }
    tick(m_context.now());
}

void ConversationHeader::tick(Instant now) { m_answerBy->setNow(now); }

void ConversationHeader::setCardShown(bool shown) { m_cardAction->setChecked(shown); }

}
