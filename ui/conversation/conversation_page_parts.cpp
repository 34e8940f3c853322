#include "ui/conversation/conversation_page_parts.h"

#include "ui/conversation/conversation_header.h"
#include "ui/conversation/conversation_words.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/transcript_view.h"
#include "ui/conversation/work_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QUuid>

namespace signalbox {
namespace {

QString keyOf(const ConversationId& id) { return QString::fromStdString(id.value); }
MessageId newMessageId() { return {QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()}; }

}

void ConversationPage::Parts::open(const ConversationId& id)
{
    if (id.empty())
        return;
    if (id != shown) {
        rememberDraft();
        shown = id;
        conversation.reset();
        detail.reset();
        typingUntil.reset();
        message->hide();
        transcript.clear();
        view->setHasEarlier(false);
        card->clear();
        composer->setDraft(drafts.value(keyOf(id)));
    }
    if (const Conversation* known = context.model.conversation(id))
        conversation = *known;
    typingUntil = context.model.visitorTypingUntil(id);
    context.port.loadDetail(id);
    refreshList();
    showConversation();
}

void ConversationPage::Parts::rememberDraft()
{
    if (shown.empty())
        return;
    const Composer::Draft draft = composer->draft();
    if (draft.text.isEmpty())
        drafts.remove(keyOf(shown));
    else
        drafts.insert(keyOf(shown), draft);
}

void ConversationPage::Parts::showDetail(const ConversationDetail& loaded)
{
    if (loaded.conversation.id != shown)
        return;
    detail = loaded;
    // What the model knows is newer than what was read from the store, unless the conversation is closed by now.
    if (const Conversation* known = context.model.conversation(shown))
        detail->conversation = *known;
    conversation = detail->conversation;
    transcript.showLatest(loaded.messages);
    view->setHasEarlier(loaded.hasEarlier);
    detail->messages = transcript.messages();
    card->showDetail(*detail);
    refreshList();
    showConversation();
}

void ConversationPage::Parts::apply(const ChangeSet& changes)
{
    refreshList();
    work->apply(changes, page.isVisible() ? shown : ConversationId());
    applyToShown(changes);
    Q_EMIT page.attentionChanged(work->attention());
}

void ConversationPage::Parts::applyToShown(const ChangeSet& changes)
{
    if (shown.empty())
        return;
    bool news = changes.rulebook.has_value();
    for (const Conversation& changed : changes.conversations)
        if (changed.id == shown) {
            conversation = changed;
            news = true;
        }
    for (const auto& [id, added] : changes.messages)
        if (id == shown) {
            transcript.append(added);
            if (added.author == Author::Visitor)
                typingUntil.reset();
            news = true;
        }
    for (const auto& [id, until] : changes.visitorTyping)
        if (id == shown)
            typingUntil = until;
    if (detail) {
        for (const Decision& decision : changes.decisions)
            if (decision.conversation == shown)
                detail->decision = decision;
        for (const auto& [id, change] : changes.context)
            if (id == shown) {
                detail->context.apply(change, context.now());
                news = true;
            }
        for (const Offer& offer : changes.offersMade)
            if (offer.conversation == shown)
                detail->offers.push_back(offer);
    }
    if (news && detail) {
        detail->conversation = *conversation;
        detail->messages = transcript.messages();
        card->showDetail(*detail);
    }
    showConversation();
}

void ConversationPage::Parts::showConversation()
{
    centre->setCurrentIndex(conversation ? 1 : 0);
    card->setVisible(conversation && header->cardAction()->isChecked());
    if (!conversation)
        return;
    header->showConversation(*conversation, mine());
    composer->setRights(rights());
    tick();
}

void ConversationPage::Parts::refreshList()
{
    work->refresh(conversation);
    work->choose(page.isVisible() || !shown.empty() ? shown : ConversationId());
}

bool ConversationPage::Parts::mine() const
{
    return conversation && !conversation->closedAt && conversation->owner.kind == OwnerKind::Agent
           && conversation->owner.agent == context.session.agent && !context.session.agent.empty();
}

QString ConversationPage::Parts::ownerText() const
{
    const Owner& owner = conversation->owner;
    switch (owner.kind) {
    case OwnerKind::Agent: return ConversationPage::tr("%1 has this conversation.").arg(context.model.agentName(owner.agent));
    case OwnerKind::Queue: return ConversationPage::tr("It waits in %1. Take it to reply.").arg(context.model.queueName(owner.queue));
    case OwnerKind::Ai: return ConversationPage::tr("The AI is answering. Take it to reply yourself.");
    case OwnerKind::Nobody: break;
    }
    return ConversationPage::tr("The conversation is closed.");
}

Composer::Rights ConversationPage::Parts::rights() const
{
    if (conversation->closedAt) {
        const QString closed = conversation->outcome.empty() ? ConversationPage::tr("The conversation is closed.")
                                                             : ConversationPage::tr("Closed: %1").arg(outcomeName(conversation->outcome));
        return {closed, closed, {}};
    }
    if (context.session.agent.empty()) {
        const QString nobody = ConversationPage::tr("Say who you are at the top right to write here.");
        return {nobody, nobody, {}};
    }
    if (mine())
        return {};
    return {ownerText(), {}, conversation->owner.kind == OwnerKind::Agent ? QString() : ConversationPage::tr("Take conversation")};
}

void ConversationPage::Parts::tick()
{
    const Instant now = context.now();
    work->tick(now);
    header->tick(now);
    card->tick(now);
    const bool types = conversation && typingUntil && *typingUntil > now;
    typing->setText(types ? ConversationPage::tr("%1 is typing…").arg(line(conversation->visitorName, 60)) : QString());
}

void ConversationPage::Parts::sayRefused(const QString& what, const QString& why)
{
    message->setKind(MessageKind::Bad);
    message->setText(what, why);
    message->show();
}

void ConversationPage::Parts::send(const QString& text, bool note)
{
    const ConversationId id = shown;
    const auto refused = [this, id, text, note](const QString& why) {
        Composer::Draft& kept = drafts[keyOf(id)];
        if (id == shown && composer->draft().text.isEmpty())
            composer->setDraft({text, note});
        else if (id != shown && kept.text.isEmpty())
            kept = {text, note};
        if (id == shown)
            sayRefused(note ? ConversationPage::tr("The note was not kept.") : ConversationPage::tr("The reply was not sent."), why);
    };
    const AgentId me = context.session.agent;
    if (note)
        commands.send(AddNote{id, me, newMessageId(), text.toStdString()}, {}, refused);
    else
        commands.send(SendReply{id, me, newMessageId(), text.toStdString()}, {}, refused);
    message->hide();
    composer->setDraft({{}, false});
    drafts.remove(keyOf(id));
}

void ConversationPage::Parts::take()
{
    commands.send(TakeConversation{shown, context.session.agent},
                  [this, id = shown] {
                      if (id == shown)
                          composer->takeKeyboard();
                  },
                  [this](const QString& why) { sayRefused(ConversationPage::tr("You do not have it."), why); });
}

void ConversationPage::Parts::transfer(const QueueId& queue)
{
    // A note written but not sent goes along: it is what the next person needs to know.
    const Composer::Draft draft = composer->draft();
    const std::string note = draft.note ? draft.text.trimmed().toStdString() : std::string();
    commands.send(TransferConversation{shown, context.session.agent, queue, note},
                  [this, id = shown, note] {
                      if (id == shown && !note.empty())
                          composer->setDraft({});
                  },
                  [this](const QString& why) { sayRefused(ConversationPage::tr("It was not transferred."), why); });
}

void ConversationPage::Parts::close(const QString& outcome)
{
    if (outcome == QLatin1String("spam")
        && !context.prompts.confirm(ConversationPage::tr("Close this conversation as spam? It cannot be opened again."), ConversationPage::tr("Close as spam")))
        return;
    commands.send(CloseConversation{shown, context.session.agent, outcome.toStdString()},
                  [this, id = shown] {
                      if (id == shown)
                          open(work->next(id, 1));
                  },
                  [this](const QString& why) { sayRefused(ConversationPage::tr("It was not closed."), why); });
}

void ConversationPage::Parts::moveBetweenPanes(int step)
{
    const QList<QWidget*> panes{work->list(), view, composer->findChild<QWidget*>(QStringLiteral("messageText")), card->focusTarget()};
    const QList<QWidget*> owners{work, view, composer, card};
    qsizetype at = -1;
    for (qsizetype i = 0; i < owners.size(); ++i)
        if (const QWidget* focus = QApplication::focusWidget(); focus && (owners[i] == focus || owners[i]->isAncestorOf(focus)))
            at = i;
    for (qsizetype tried = 0; tried < panes.size(); ++tried) {
        at = (at + step + panes.size()) % panes.size();
        if (panes[at]->isVisible() && panes[at]->isEnabled()) {
            panes[at]->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

}
