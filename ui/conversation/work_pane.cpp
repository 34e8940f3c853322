#include "ui/conversation/work_pane.h"

#include "model/domain/names.h"
#include "ui/conversation/offer_card.h"
#include "ui/conversation/work_list.h"
#include "ui/conversation/work_list_delegate.h"
#include "ui/conversation/work_list_model.h"
#include "ui/shared/bars.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"
#include "ui/shared/undo_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace signalbox {

WorkPane::WorkPane(const PageContext& context, CommandAnswers& commands, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_commands(commands),
      m_model(new WorkListModel(context.model, context.now, this)),
      m_header(new PaneHeader(context.theme, tr("My work"), this)),
      m_offers(new QWidget(this)),
      m_cards(new QVBoxLayout(m_offers)),
      m_notice(new InlineMessage(context.theme, MessageKind::Info, this)),
      m_list(new WorkList(this)),
      m_empty(new EmptyState(context.theme, tr("Nothing is waiting for you. Offers appear here while you are online."),
                             {}, this)),
      m_undo(new UndoBar(context.theme, this))
{
    setObjectName(QStringLiteral("workPane"));
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        const ConversationId id = m_model->idAt(current.row());
        if (!m_choosing && !id.empty() && !m_model->followUpAt(current.row()))
            Q_EMIT opened(id);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& clicked) {
        if (clicked.data(WorkListModel::LaterRole).toBool() || clicked.data(WorkListModel::FollowUpRole).toBool())
            open(clicked.row());
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &WorkPane::showMenu);
    connect(m_notice, &InlineMessage::dismissed, m_notice, &QWidget::hide);
}

void WorkPane::build()
{
    Theme& theme = m_context.theme;
    setSurface(*this, theme, ThemeColor::Raised);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    m_cards->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), 0);
    m_cards->setSpacing(theme.px(8));
    QLabel* title = newLabel(tr("Offered to you"), theme, TextStyle::SectionLabel, ThemeColor::TextMuted, m_offers);
    title->setContentsMargins(theme.px(8), 0, 0, 0);
    m_cards->addWidget(title);
    layout->addWidget(m_offers);
    m_notice->setDismissable(true);
    m_notice->hide();
    layout->addWidget(m_notice);
    buildList();
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_undo);
    layout->addWidget(newLine(theme, this));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8));
    foot->addWidget(newLabel(tr("Next conversation"), theme, TextStyle::Secondary, ThemeColor::TextMuted, this));
    foot->addStretch();
    foot->addWidget(newKeyCap(theme, tr("Ctrl+J"), this));
    layout->addLayout(foot);
}

void WorkPane::buildList()
{
    m_list->setObjectName(QStringLiteral("workList"));
    m_list->setAccessibleName(tr("My conversations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new WorkListDelegate(m_context.theme, m_list));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSurface(*m_list->viewport(), m_context.theme, ThemeColor::Raised);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
}

void WorkPane::refresh(const std::vector<Conversation>& shown)
{
    m_shown = shown;
    m_choosing = true;   // rows that move or go are no choice of the person's
    m_model->refresh(m_context.session.agent, shown);
    m_choosing = false;
    showOffers();
    showPlaces();
    const bool empty = m_model->rowCount() == 0;
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setSentence(
        m_context.session.agent.empty() ? tr("Say who you are at the top right, and your work appears here.")
            : m_cardOf.empty()          ? tr("Nothing is waiting for you. Offers appear here while you are online.")
                                        : tr("No open conversations."));
}

void WorkPane::showPlaces()
{
    const AgentOnScreen* me = m_context.model.agent(m_context.session.agent);
    m_header->setDetail(me ? tr("%1 places", "3 of 5").arg(loadText({me->placesUsed, me->agent.capacity})) : QString());
    m_header->setToolTip(me ? placesByChannel(me->agent) : QString());
}

// "Website: 2 conversations, 1 place each"
QString WorkPane::placesByChannel(const Agent& me) const
{
    std::map<Channel, int> held;
    for (const auto& [id, conversation] : m_context.model.conversations())
        if (conversation.owner.kind == OwnerKind::Agent && conversation.owner.agent == me.id && !conversation.held)
            ++held[conversation.channel];
    QStringList lines;
    for (const auto& [channel, count] : held) {
        const auto weight = me.channelWeights.find(std::string(nameOf(channel)));
        const double each = weight == me.channelWeights.end() ? 1 : weight->second;
        const QString places = each == 1 ? tr("1 place each") : tr("%1 places each").arg(formatNumber(each));
        lines << (count == 1 ? tr("%1: 1 conversation, %2").arg(channelName(channel), places)
                             : tr("%1: %2 conversations, %3").arg(channelName(channel)).arg(count).arg(places));
    }
    return lines.isEmpty() ? tr("You have no conversations that take places.") : lines.join(u'\n');
}

void WorkPane::showOffers()
{
    const std::vector<Offer> offers = m_context.model.offersTo(m_context.session.agent);
    for (const Offer& offer : offers)
        if (!m_cardOf.contains(offer.id))
            addCard(offer);
    for (auto card = m_cardOf.begin(); card != m_cardOf.end();) {
        const bool out = std::ranges::any_of(offers, [&](const Offer& offer) { return offer.id == card->first; });
        if (!out) {
            card->second->hide();
            card->second->deleteLater();
        }
        card = out ? std::next(card) : m_cardOf.erase(card);
    }
    for (const auto& [id, card] : m_cardOf)
        if (const Conversation* conversation = m_context.model.conversation(card->offer().conversation))
            card->showConversation(*conversation);
    m_offers->setVisible(!m_cardOf.empty());
}

void WorkPane::addCard(const Offer& offer)
{
    auto* card = new OfferCard(m_context, offer, m_offers);
    m_cards->addWidget(card);
    m_cardOf.emplace(offer.id, card);
    connect(card, &OfferCard::accepted, this, [this, card] { accept(card); });
    connect(card, &OfferCard::declined, this, [this, card](const QString& reason) { decline(card, reason); });
    connect(card, &OfferCard::looked, this, [this, card] { Q_EMIT opened(card->offer().conversation); });
    announce(offer);
    // Never out from under someone who is writing.
    const QWidget* focus = QApplication::focusWidget();
    if (isVisible() && !qobject_cast<const QPlainTextEdit*>(focus) && (!focus || window()->isAncestorOf(focus)))
        card->takeKeyboard();
}

void WorkPane::announce(const Offer& offer)
{
    const Conversation* conversation = m_context.model.conversation(offer.conversation);
    const QString who = conversation ? line(conversation->visitorName, 80) : numberOf(offer.conversation);
    m_offers->setAccessibleName(tr("Offered to you: %1").arg(who));
    QAccessibleEvent alert(m_offers, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    QApplication::alert(window());
}

void WorkPane::accept(OfferCard* card)
{
    const OfferId id = card->offer().id;
    const ConversationId conversation = card->offer().conversation;
    card->setBusy(true);
    m_commands.send(
        AcceptOffer{id, m_context.session.agent}, [this, conversation] { Q_EMIT accepted(conversation); },
        [this, id](const QString& why) {
            if (const auto known = m_cardOf.find(id); known != m_cardOf.end()) {
                known->second->showRefusal(why);
            } else {
                say(why);
            }
        });
}

void WorkPane::decline(OfferCard* card, const QString& reason)
{
    const OfferId id = card->offer().id;
    card->setBusy(true);
    m_commands.send(DeclineOffer{id, m_context.session.agent, reason.toStdString()}, {},
                    [this, id](const QString& why) {
                        if (const auto known = m_cardOf.find(id); known != m_cardOf.end())
                            known->second->showRefusal(why);
                    });
}

void WorkPane::offerEnded(const Offer& offer, OfferOutcome outcome)
{
    if (offer.agent != m_context.session.agent)
        return;
    const Conversation* conversation = m_context.model.conversation(offer.conversation);
    const QString who = conversation ? line(conversation->visitorName, 80) : numberOf(offer.conversation);
    if (outcome == OfferOutcome::Lapsed)
        say(tr("The offer of %1 lapsed.").arg(who), tr("It goes to the next who can take it."));
    else if (outcome == OfferOutcome::Withdrawn)
        say(tr("%1 is no longer offered to you.").arg(who));
}

void WorkPane::say(const QString& what, const QString& why)
{
    m_notice->setText(what, why);
    m_notice->show();
}

void WorkPane::apply(const ChangeSet& changes, const std::vector<ConversationId>& shown)
{
    for (const auto& [offer, outcome] : changes.offersEnded)
        offerEnded(offer, outcome);
    for (const auto& [id, message] : changes.messages)
        if (message.author == Author::Visitor && std::ranges::find(shown, id) == shown.end())
            m_model->noteUnread(id);
}

void WorkPane::tick(Instant now)
{
    m_model->tick();
    for (const auto& [id, card] : m_cardOf)
        card->tick(now);
}

void WorkPane::choose(const ConversationId& id)
{
    m_choosing = true;
    m_model->markRead(id);
    const int row = m_model->rowOf(id);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    m_choosing = false;
}

ConversationId WorkPane::next(const ConversationId& from, int step) const { return m_model->after(from, step); }
ConversationId WorkPane::first() const { return m_model->after({}, 1); }
int WorkPane::attention() const { return m_model->unreadCount() + int(m_cardOf.size()); }
OfferCard* WorkPane::firstOffer() const { return m_cardOf.empty() ? nullptr : m_cardOf.begin()->second; }

}
