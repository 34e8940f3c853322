#include "ui/conversation/conversation_page_parts.h"

#include "model/domain/change_set.h"
#include "model/domain/command.h"
#include "ui/conversation/conversation_actions.h"
#include "ui/conversation/conversation_header.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/conversation_window.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/pane_row.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/transcript_view.h"
#include "ui/conversation/work_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace signalbox {
namespace {

const QString sessionKey = QStringLiteral("desk/session");
constexpr int lookAgainAfter = 10;   // seconds; the router forgets who has not looked for 30

ConversationId idOf(const QString& id) { return ConversationId{id.toStdString()}; }

}

void ConversationPage::Parts::open(const ConversationId& id)
{
    if (ConversationWindow* window = windowOf(id))
        return window->comeToFront();
    row->open(id);
}

void ConversationPage::Parts::openBeside(const ConversationId& id)
{
    if (ConversationWindow* window = windowOf(id))
        return window->comeToFront();
    row->openBeside(id);
}

ConversationWindow* ConversationPage::Parts::windowOf(const ConversationId& id) const
{
    const auto found = std::ranges::find_if(
        windows, [&](const auto& window) { return !id.empty() && window->pane().shown() == id; });
    return found == windows.end() ? nullptr : found->get();
}

void ConversationPage::Parts::openWindow(const ConversationId& id)
{
    if (id.empty())
        return;
    if (ConversationWindow* known = windowOf(id))
        return known->comeToFront();
    auto made = std::make_unique<ConversationWindow>(context, id);
    ConversationWindow* window = made.get();
    windows.push_back(std::move(made));
    connect(window, &ConversationWindow::closed, this, [this, window] {
        const auto at = std::ranges::find_if(windows, [&](const auto& each) { return each.get() == window; });
        if (at != windows.end()) {
            closedWindows.push_back(std::move(*at));   // it is still telling
            windows.erase(at);
            QTimer::singleShot(0, this, [this] { closedWindows.clear(); });
        }
        keepSession();
    });
    connect(window, &ConversationWindow::policyWanted, &page, &ConversationPage::policyWanted);
    connect(window, &ConversationWindow::whyWanted, &page, &ConversationPage::whyWanted);
    const auto bringMainWindow = [this] {
        page.window()->raise();
        page.window()->activateWindow();
    };
    connect(window, &ConversationWindow::policyWanted, this, bringMainWindow);
    connect(window, &ConversationWindow::whyWanted, this, bringMainWindow);
    connect(window, &ConversationWindow::conversationWanted, this, [this, bringMainWindow](const ConversationId& wanted) {
        open(wanted);
        if (!windowOf(wanted))
            bringMainWindow();
    });
    window->show();
    keepSession();
}

void ConversationPage::Parts::apply(const ChangeSet& changes)
{
    if (!restored && context.model.loaded())
        restoreSession();
    refreshList();
    work->apply(changes, page.isVisible() ? row->shown() : std::vector<ConversationId>{});
    Q_EMIT page.attentionChanged(work->attention());
}

void ConversationPage::Parts::rowChanged()
{
    for (ConversationPane* pane : row->panes())
        work->list()->installEventFilter(pane);   // Ctrl+Z takes a closing back there too
    for (const ConversationPane* pane : row->panes())
        connect(&pane->talk(), &TalkPane::whyWanted, &page, &ConversationPage::whyWanted, Qt::UniqueConnection);
    refreshList();
    actions->refresh();
    placeCard();
    tellWhereILook();
    keepSession();
}

void ConversationPage::Parts::placeCard()
{
    for (const ConversationPane* pane : row->panes())
        pane->header().cardButton()->setChecked(cardAction->isChecked());
    card->setVisible(row->active().conversation() && cardAction->isChecked());
    if (cardOf != page.shown())
        showCard();
}

// Messages come before what is told about them: the card of the conversation that stands open follows a little later.
void ConversationPage::Parts::cardChanged()
{
    if (cardOf != page.shown())
        showCard();
    else if (!cardSoon.isActive())
        cardSoon.start();
}

void ConversationPage::Parts::showCard()
{
    const ConversationDetail* const detail = row->active().detail();
    cardOf = detail ? page.shown() : ConversationId{};
    if (detail)
        card->showDetail(*detail);
    else
        card->clear();
}

void ConversationPage::Parts::goOn(ConversationPane& pane, const ConversationId& from)
{
    const ConversationId next = work->next(from, 1);
    if (!next.empty() && next != from)
        pane.open(next);
}

void ConversationPage::Parts::refreshList()
{
    work->refresh(row->conversations());
    if (!work->isChoosingFollowUp())
        work->choose(page.shown());
}

void ConversationPage::Parts::tick()
{
    const Instant now = context.now();
    work->tick(now);
    row->tick(now);
    card->tick(now);
    for (const auto& window : windows)
        window->tick(now);
    if (--untilLookAgain <= 0)
        tellWhereILook();
}

// Others see who else has a conversation open. A place that is not shown has none.
void ConversationPage::Parts::tellWhereILook()
{
    const ConversationId looking = page.isVisible() ? page.shown() : ConversationId{};
    if (context.session.agent.empty() || (looking == lookedAt && (looking.empty() || untilLookAgain > 0)))
        return;
    lookedAt = looking;
    untilLookAgain = lookAgainAfter;
    context.model.submit(LookAt{context.session.agent, looking});
}

void ConversationPage::Parts::restoreSession()
{
    restored = true;
    kept = readDeskSession(context.state.bytes(sessionKey));
    if (kept.company != text(context.model.profile().name))
        return;
    const DeskSession before = kept;
    const auto stillOpen = [this](const QString& id) { return context.model.conversation(idOf(id)) != nullptr; };
    for (const QString& id : before.panes)
        if (stillOpen(id))
            row->openBeside(idOf(id));
    if (before.active < before.panes.size() && stillOpen(before.panes[before.active]))
        row->open(idOf(before.panes[before.active]));
    for (const QString& id : before.windows)
        if (stillOpen(id))
            openWindow(idOf(id));
}

// Written as it changes: a crash loses nothing.
void ConversationPage::Parts::keepSession()
{
    if (!restored)
        return;
    DeskSession now{text(context.model.profile().name), {}, 0, {}};
    for (const ConversationId& id : row->shown()) {
        if (id == page.shown())
            now.active = int(now.panes.size());
        now.panes << text(id.value);
    }
    for (const auto& window : windows)
        now.windows << text(window->pane().shown().value);
    if (now == kept)
        return;
    kept = now;
    context.state.setBytes(sessionKey, toBytes(now));
}

void ConversationPage::Parts::moveBetweenPanes(int step)
{
    const TalkPane& talk = row->active().talk();
    const QList<QWidget*> panes{work->list(), talk.transcriptView(),
                                talk.composer()->findChild<QWidget*>(QStringLiteral("messageText")),
                                card->focusTarget()};
    const QList<QWidget*> owners{work, talk.transcriptView(), talk.composer(), card};
    qsizetype at = -1;
    for (qsizetype i = 0; i < owners.size(); ++i)
        if (const QWidget* focus = QApplication::focusWidget();
            focus && (owners[i] == focus || owners[i]->isAncestorOf(focus)))
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
