// The part of the policies page that says what became of the draft, and asks how to go on.
#include "ui/policies/draft/difference_view.h"
#include "ui/policies/draft/policy_order.h"
#include "ui/policies/policies_page_parts.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/themed.h"

#include <QDialog>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {

void PoliciesPage::Parts::showMessage()
{
    const QString unreadable = context.page.model.rulebookTrouble();
    message->setLinks({});
    message->setDismissable(false);
    message->show();
    if (keeper.theirs())
        return showConflict();
    if (keeper.state() == DraftKeeper::State::Trouble) {
        message->setKind(MessageKind::Bad);
        message->setText(PoliciesPage::tr("The draft is not saved."), keeper.trouble());
        message->setLinks({{QStringLiteral("saveDraftNow"), PoliciesPage::tr("Try again")}});
    } else if (!unreadable.isEmpty()) {
        message->setKind(MessageKind::Bad);
        message->setText(PoliciesPage::tr("The live rulebook has an error."), unreadable);
    } else if (studio.draft.isBehind()) {
        showBehind();
    } else if (!told.what.isEmpty()) {
        message->setKind(told.well ? MessageKind::Good : MessageKind::Bad);
        message->setText(told.what, told.why);
        message->setDismissable(true);
    } else if (!bothChanged.isEmpty()) {
        message->setKind(MessageKind::Warning);
        message->setText(PoliciesPage::tr("Both of you changed these; they are as you left them:"), bothChanged);
        message->setDismissable(true);
    } else if (keeper.state() == DraftKeeper::State::OnlyHere) {
        message->setKind(MessageKind::Info);
        message->setText(PoliciesPage::tr("You can try changes here, but not publish them."), whyNotPublish());
    } else {
        message->hide();
    }
}

void PoliciesPage::Parts::showConflict()
{
    const DraftOnScreen& theirs = *keeper.theirs();
    const QString who = context.page.model.agentName(theirs.by);
    const QString when = formatClock(theirs.at);
    message->setKind(MessageKind::Warning);
    if (theirs.revision == 0) {
        message->setText(PoliciesPage::tr("%1 closed this draft at %2.").arg(who, when),
                         PoliciesPage::tr("Your last changes are still here, and not saved."));
        message->setLinks({{QStringLiteral("takeTheirs"), PoliciesPage::tr("Let them go")},
                           {QStringLiteral("keepMine"), PoliciesPage::tr("Keep mine as a new draft")}});
        return;
    }
    message->setText(PoliciesPage::tr("%1 changed this draft at %2.").arg(who, when),
                     PoliciesPage::tr("Your last changes are still here, and not saved."));
    message->setLinks({{QStringLiteral("takeTheirs"), PoliciesPage::tr("Take theirs")},
                       {QStringLiteral("keepMine"), PoliciesPage::tr("Keep mine too")},
                       {QStringLiteral("showTheirDifference"), PoliciesPage::tr("Show difference")}});
}

void PoliciesPage::Parts::showBehind()
{
    const RulebookDraft& draft = studio.draft;
    message->setKind(MessageKind::Warning);
    message->setText(PoliciesPage::tr("Version %1 went live while you were editing.").arg(draft.liveVersion()),
                     PoliciesPage::tr("Your draft of v%1 is kept. Rebase puts your changes on top of v%2.")
                         .arg(draft.baseVersion())
                         .arg(draft.liveVersion()));
    message->setLinks({{QStringLiteral("rebaseDraft"), PoliciesPage::tr("Rebase")},
                       {QStringLiteral("dropDraft"), PoliciesPage::tr("Discard my draft")}});
}

void PoliciesPage::Parts::activate(const QString& link)
{
    if (link == QLatin1String("takeTheirs"))
        keeper.takeTheirs();
    else if (link == QLatin1String("keepMine"))
        bothChanged = keeper.keepMine().join(QStringLiteral(", "));
    else if (link == QLatin1String("showTheirDifference"))
        showDifferenceToTheirs();
    else if (link == QLatin1String("rebaseDraft"))
        rebase();
    else if (link == QLatin1String("dropDraft"))
        discard();
    else if (link == QLatin1String("saveDraftNow"))
        keeper.saveNow();
    showMessage();
}

void PoliciesPage::Parts::rebase() { bothChanged = studio.draft.rebase().join(QStringLiteral(", ")); }

void PoliciesPage::Parts::showDifferenceToTheirs()
{
    const DraftOnScreen* const theirs = keeper.theirs();
    if (!theirs)
        return;
    Theme& theme = context.page.theme;
    auto* dialog = new QDialog(&page);
    dialog->setObjectName(QStringLiteral("theirDifference"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(PoliciesPage::tr("Difference"));
    setSurface(*dialog, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(dialog);
    const int edge = theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(12));
    column->addWidget(
        newLabel(PoliciesPage::tr("From the draft of %1 to yours").arg(context.page.model.agentName(theirs->by)), theme,
                 TextStyle::PaneTitle));
    auto* view = new DifferenceView(theme, context.analysis, dialog);
    view->setPlacesOpen(false);
    column->addWidget(view, 1);
    QPushButton* close = newButton(PoliciesPage::tr("Close"), QStringLiteral("closeDifference"), dialog);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    const Rulebook rulebook = readInTrialOrder(theirs->document);
    view->compare({rulebook, theirs->document}, {studio.draft.rulebook(), studio.draft.document()});
    dialog->resize(theme.px(720), theme.px(560));
    dialog->open();
}

}
