#include "ui/policies/policies_page_parts.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"

#include <QAction>
#include <QListView>
#include <QPushButton>

#include <algorithm>

namespace signalbox {
namespace {

QString changesText(int changes) { return changes == 1 ? PoliciesPage::tr("1 change") : PoliciesPage::tr("%1 changes").arg(changes); }

}

void PoliciesPage::Parts::connectParts()
{
    connect(&context.model, &ConsoleModel::changed, this, [this](const ChangeSet& changes) {
        if (changes.rulebook)
            follow();
    });
    connect(&context.model, &ConsoleModel::sessionChanged, this, &Parts::refresh);
    connect(&draft, &PolicyDraft::changed, this, [this] {
        if (!publishing)
            refused.clear();
        refresh();
        Q_EMIT page.draftChanged(draft.changes());
    });
    connect(&draft, &PolicyDraft::wasReset, this, [this] { choose(0); });
    connect(&draft.undoStack(), &QUndoStack::indexChanged, this, &Parts::refresh);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, &Parts::refresh);
    connect(undo, &QPushButton::clicked, this, [this] { draft.undoStack().undo(); });
    connect(discard, &QPushButton::clicked, this, &Parts::discardDraft);
    connect(publish, &QPushButton::clicked, this, &Parts::publishDraft);
    connect(message, &InlineMessage::linkActivated, this, [this](const QString& link) {
        if (link == QLatin1String("rebaseDraft"))
            draft.rebase();
        else
            discardDraft();
    });
}

void PoliciesPage::Parts::follow()
{
    if (const int version = context.model.rulebookOnScreen().version; version > 0)
        draft.setLive(version, context.model.rulebook());
    refresh();
}

QString PoliciesPage::Parts::whyNotPublish() const
{
    if (!context.session.mayPublish())
        return PoliciesPage::tr("Only supervisors publish. Your draft stays here for as long as the window is open.");
    if (draft.changes() == 0)
        return PoliciesPage::tr("Nothing has changed.");
    if (draft.isBehind())
        return PoliciesPage::tr("A newer version is live: rebase the draft first.");
    if (publishing)
        return PoliciesPage::tr("Publishing…");
    return {};
}

void PoliciesPage::Parts::refresh()
{
    const int version = draft.version();
    const int changes = draft.changes();
    const bool changed = changes > 0;
    tag->setTag({version == 0 ? QString() : changed ? PoliciesPage::tr("Draft of v%1").arg(version) : PoliciesPage::tr("v%1 live").arg(version), {}});
    const RulebookOnScreen& live = context.model.rulebookOnScreen();
    const QString published = live.by.empty() ? PoliciesPage::tr("Published %1").arg(formatAgo(live.at, context.now()))
                                              : PoliciesPage::tr("Published %1 by %2").arg(formatAgo(live.at, context.now()), context.model.agentName(AgentId{live.by}));
    header->setDetail(version == 0 ? QString() : changed ? changesText(changes) : published);
    const QUndoStack& stack = draft.undoStack();
    undo->setVisible(stack.canUndo());
    undo->setText(PoliciesPage::tr("Undo %1").arg(stack.undoText().replace(u'&', QStringLiteral("&&"))));
    const QString why = whyNotPublish();
    publish->setEnabled(why.isEmpty());
    publish->setToolTip(why.toHtmlEscaped());
    publish->setAccessibleDescription(why);
    publishAction->setEnabled(why.isEmpty());
    discard->setVisible(changed || draft.isBehind());
    discardAction->setEnabled(changed);
    showMessage();
    const int row = list->currentIndex().row();
    if (row >= 0 && row < int(draft.policies().size()))
        reader->showPolicy(draft.policies()[std::size_t(row)], draft.rulebook(), row + 1);
    else
        reader->clear(version == 0 ? PoliciesPage::tr("No rulebook is published yet.") : PoliciesPage::tr("The rulebook has no policies: the AI answers, and hands off what it cannot."));
}

void PoliciesPage::Parts::showMessage()
{
    const QString trouble = context.model.rulebookTrouble();
    message->setLinks({});
    if (!trouble.isEmpty()) {
        message->setKind(MessageKind::Bad);
        message->setText(PoliciesPage::tr("The live rulebook cannot be read here."), trouble);
    } else if (!refused.isEmpty()) {
        message->setKind(MessageKind::Bad);
        message->setText(PoliciesPage::tr("The draft was not published."), refused);
    } else if (draft.isBehind()) {
        message->setKind(MessageKind::Warning);
        message->setText(PoliciesPage::tr("Version %1 went live while you were editing.").arg(draft.newestVersion()),
                         PoliciesPage::tr("Your draft of v%1 is kept. Rebase puts your changes on top of v%2.").arg(draft.version()).arg(draft.newestVersion()));
        message->setLinks({{QStringLiteral("rebaseDraft"), PoliciesPage::tr("Rebase")}, {QStringLiteral("dropDraft"), PoliciesPage::tr("Discard my draft")}});
    } else if (draft.changes() > 0 && !context.session.mayPublish()) {
        message->setKind(MessageKind::Info);
        message->setText(PoliciesPage::tr("You can try an order here, but not publish it."), whyNotPublish());
    }
    message->setVisible(!trouble.isEmpty() || !refused.isEmpty() || draft.isBehind() || (draft.changes() > 0 && !context.session.mayPublish()));
}

void PoliciesPage::Parts::choose(int row)
{
    if (row >= 0 && row < model.rowCount())
        list->setCurrentIndex(model.index(row));
}

void PoliciesPage::Parts::moveChosen(int steps)
{
    const int from = list->currentIndex().row();
    if (from >= 0)
        draft.move(from, std::clamp(from + steps, 0, model.rowCount() - 1));
}

void PoliciesPage::Parts::publishDraft()
{
    if (!whyNotPublish().isEmpty())
        return;
    const auto note = context.prompts.askText(PoliciesPage::tr("Publish %1 as version %2? Say what changes and why.").arg(changesText(draft.changes())).arg(draft.version() + 1),
                                              PoliciesPage::tr("Publish", "a rulebook"));
    if (!note)
        return;
    publishing = true;
    refused.clear();
    refresh();
    commands.send(PublishRulebook{draft.document(), note->trimmed().toStdString(), context.session.agent},
                  [this] {
                      publishing = false;
                      refresh();
                  },
                  [this](const QString& why) {
                      publishing = false;
                      refused = why;
                      refresh();
                  });
}

void PoliciesPage::Parts::discardDraft()
{
    const int changes = draft.changes();
    if (changes > 0 && !context.prompts.confirm(PoliciesPage::tr("Discard %1 to the policies? It cannot be brought back.").arg(changesText(changes)), PoliciesPage::tr("Discard")))
        return;
    draft.discard();
}

}
