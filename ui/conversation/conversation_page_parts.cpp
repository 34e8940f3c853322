#include "ui/conversation/conversation_page_parts.h"

#include "ui/conversation/conversation_header.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/transcript_view.h"
#include "ui/conversation/work_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QStackedWidget>

namespace signalbox {

void ConversationPage::Parts::open(const ConversationId& id)
{
    if (id.empty())
        return;
    if (id != shown) {
        shown = id;
        detail.reset();
        card->clear();
    }
    talk->open(id);
    conversation = talk->conversation();
    refreshList();
    showConversation();
}

void ConversationPage::Parts::showDetail(const ConversationDetail& loaded)
{
    if (loaded.conversation.id != shown)
        return;
    detail = loaded;
    conversation = talk->conversation();   // what the model knows is newer than what was read from the store
    detail->conversation = *conversation;
    detail->messages = talk->messages();
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
            if (detail && (detail->messages.empty() || detail->messages.back().sequence < added.sequence))
                detail->messages.push_back(added);
            news = true;
        }
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
    header->showConversation(*conversation, talk->mine());
    tick();
}

void ConversationPage::Parts::refreshList()
{
    work->refresh(conversation);
    work->choose(page.isVisible() || !shown.empty() ? shown : ConversationId());
}

void ConversationPage::Parts::tick()
{
    const Instant now = context.now();
    work->tick(now);
    header->tick(now);
    card->tick(now);
    talk->tick(now);
}

void ConversationPage::Parts::transfer(const QueueId& queue)
{
    // A note written but not sent goes along: it is what the next person needs to know.
    const std::string note = talk->unsentNote();
    commands.send(TransferConversation{shown, context.session.agent, queue, note},
                  [this, id = shown, note] {
                      if (id == shown && !note.empty())
                          talk->clearDraft();
                  },
                  [this](const QString& why) { talk->sayRefused(ConversationPage::tr("It was not transferred."), why); });
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
                  [this](const QString& why) { talk->sayRefused(ConversationPage::tr("It was not closed."), why); });
}

void ConversationPage::Parts::moveBetweenPanes(int step)
{
    const QList<QWidget*> panes{work->list(), talk->transcriptView(), talk->composer()->findChild<QWidget*>(QStringLiteral("messageText")), card->focusTarget()};
    const QList<QWidget*> owners{work, talk->transcriptView(), talk->composer(), card};
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
