#include "ui/policies/policies_page_parts.h"

#include "ui/policies/draft/publish_dialog.h"
#include "ui/policies/draft/room_tabs.h"
#include "ui/policies/draft/studio_header.h"
#include "ui/policies/editor/policy_room.h"
#include "ui/policies/problems/problems_popup.h"
#include "ui/policies/rooms/entry_room.h"
#include "ui/policies/try/cases_pane.h"
#include "ui/policies/versions/versions_room.h"
#include "ui/shared/console_model.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/prompts.h"
#include "ui/shared/session.h"

#include <QAction>
#include <QScrollArea>
#include <QStackedWidget>

namespace signalbox {
namespace {

// Where there is less space than a room needs, as with very large text, it scrolls: nothing is out of reach.
QWidget* frameOf(QWidget& room, QWidget& parent)
{
    auto* frame = new QScrollArea(&parent);
    frame->setFrameShape(QFrame::NoFrame);
    frame->setFocusPolicy(Qt::NoFocus);
    frame->setWidgetResizable(true);
    frame->setWidget(&room);
    return frame;
}

template <class Entry>
QString idOf(const std::vector<Entry>& entries, const QString& index)
{
    bool isNumber = false;
    const std::size_t row = index.toUInt(&isNumber);
    return isNumber && row < entries.size() ? QString::fromStdString(entries[row].id.value) : QString();
}

// The entry that a place of the document is in. Empty: there is none.
QString idAt(const Rulebook& rulebook, const QString& section, const QString& part)
{
    if (section == QLatin1String("attributes"))
        return QString(part)
            .replace(QLatin1String("~1"), QLatin1String("/"))
            .replace(QLatin1String("~0"), QLatin1String("~"));
    if (section == QLatin1String("tiers"))
        return idOf(rulebook.tiers, part);
    if (section == QLatin1String("signals"))
        return idOf(rulebook.signals, part);
    if (section == QLatin1String("qualification"))
        return idOf(rulebook.qualification, part);
    if (section == QLatin1String("schedules"))
        return idOf(rulebook.schedules, part);
    if (section == QLatin1String("queues"))
        return idOf(rulebook.queues, part);
    if (section == QLatin1String("alerts"))
        return idOf(rulebook.alerts, part);
    return section == QLatin1String("cases") ? idOf(rulebook.cases, part) : QString();
}

}

void PoliciesPage::Parts::connectParts()
{
    RulebookDraft& draft = studio.draft;
    connect(&draft, &RulebookDraft::changed, this, [this, &draft] {
        refresh();
        Q_EMIT page.draftChanged(draft.changes());
    });
    connect(&draft, &RulebookDraft::reloaded, this, [this, &draft] {
        bothChanged.clear();
        if (!draft.find(studio.selection.policy()))
            studio.selection.choosePolicy(draft.policies().empty() ? PolicyId{} : draft.policies().front().id);
    });
    connect(&keeper, &DraftKeeper::changed, this, &Parts::refresh);
    connect(&context.page.model, &ConsoleModel::sessionChanged, this, [this] {
        tellPlace();
        refresh();
    });
    connect(&studio.selection, &StudioSelection::placeWanted, this, &Parts::showPlace);
    connect(&studio.selection, &StudioSelection::policyChosen, this, &Parts::tellPlace);
    connect(tabs, &QTabBar::currentChanged, this, &Parts::showRoom);
    connect(header, &StudioHeader::publishWanted, this, &Parts::publish);
    connect(header, &StudioHeader::compareWanted, this, &Parts::compare);
    connect(header, &StudioHeader::problemsWanted, problems, &ProblemsPopup::openBelow);
    connect(&studio.selection, &StudioSelection::tryWanted, this, [this] {
        showRoom(0);
        policyRoom->showTry(true);
    });
    connect(header, &StudioHeader::casesWanted, this, [this] { openCases(context, page); });
    connect(message, &InlineMessage::linkActivated, this, &Parts::activate);
    connect(message, &InlineMessage::dismissed, this, [this] {
        told = {};
        bothChanged.clear();
        showMessage();
    });
    connect(&files, &RulebookFiles::told, this, [this](bool well, const QString& what, const QString& why) {
        told = {well, what, why};
        showMessage();
    });
}

void PoliciesPage::Parts::showRoom(int index)
{
    Room& room = rooms[std::size_t(index)];
    if (!room.widget) {
        room.widget = room.make(context, stack);
        room.frame = frameOf(*room.widget, *stack);
        stack->addWidget(room.frame);
    }
    stack->setCurrentWidget(room.frame);
    if (tabs->currentIndex() != index)
        tabs->setCurrentIndex(index);   // comes back here
    tellPlace();
}

// "/policies/3/when/all/0", "/tiers/1", "/attributes/crm.deal_size", "/cases/0"
void PoliciesPage::Parts::showPlace(const QString& pointer)
{
    const QStringList parts = pointer.split(u'/');
    const QString section = parts.value(1);
    for (std::size_t i = 0; i < rooms.size(); ++i) {
        if (section.isEmpty() || rooms[i].section != section)
            continue;
        showRoom(int(i));
        if (auto* const room = qobject_cast<EntryRoom*>(rooms[i].widget))
            room->showEntry(idAt(studio.draft.rulebook(), section, parts.value(2)));
        else
            policyRoom->showPlace(pointer);
        return;
    }
    showRoom(0);
    if (section == QLatin1String("cases"))
        openCases(context, page).choose(CaseId{idAt(studio.draft.rulebook(), section, parts.value(2)).toStdString()});
}

void PoliciesPage::Parts::tellPlace()
{
    if (!page.isVisible() || !context.page.session.mayDraft())
        return;
    const PolicyId& policy = studio.selection.policy();
    const int room = tabs->currentIndex();
    presence.setPlace(room == 0 && !policy.empty() ? QStringLiteral("policy:") + QString::fromStdString(policy.value)
                                                   : tabs->tabText(room));
}

QString PoliciesPage::Parts::whyNotPublish() const
{
    if (!context.page.session.mayDraft())
        return PoliciesPage::tr("Only supervisors publish. Your draft stays here for as long as the window is open.");
    if (!context.page.session.mayPublish())
        return PoliciesPage::tr("Only supervisors publish. The draft is kept for them.");
    if (keeper.theirs())
        return PoliciesPage::tr("Somebody else changed the draft: choose first how to go on.");
    if (studio.draft.isBehind())
        return PoliciesPage::tr("A newer version is live: put your changes on top of it first.");
    if (studio.draft.changes() == 0)
        return PoliciesPage::tr("Nothing has changed.");
    return {};
}

void PoliciesPage::Parts::refresh()
{
    const QString why = whyNotPublish();
    const bool changed = studio.draft.isChanged();
    header->setWhyNotPublish(why);
    publishAction->setEnabled(why.isEmpty());
    discardAction->setEnabled(changed || studio.draft.isBehind());
    compareAction->setEnabled(changed);
    showMessage();
}

void PoliciesPage::Parts::publish()
{
    if (!whyNotPublish().isEmpty())
        return;
    auto* dialog = new PublishDialog(context, keeper, &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PublishDialog::published, this, [this](int version) {
        told = {true, PoliciesPage::tr("Version %1 is live.").arg(version), {}};
        showMessage();
    });
    dialog->open();
}

void PoliciesPage::Parts::discard()
{
    const int changes = studio.draft.changes();
    const QString what = changes == 1
        ? PoliciesPage::tr("Discard the draft with its 1 change? It cannot be brought back.")
        : PoliciesPage::tr("Discard the draft with its %1 changes? It cannot be brought back.").arg(changes);
    if (changes > 0 && !context.page.prompts.confirm(what, PoliciesPage::tr("Discard")))
        return;
    keeper.discard();
}

void PoliciesPage::Parts::compare()
{
    const int index = int(rooms.size()) - 1;
    showRoom(index);
    static_cast<VersionsRoom*>(rooms[std::size_t(index)].widget)->compareDraft();
}

}
