#include "ui/policies/policies_page.h"

#include "ui/policies/backtest/backtest_room.h"
#include "ui/policies/draft/presence_row.h"
#include "ui/policies/draft/room_tabs.h"
#include "ui/policies/draft/studio_header.h"
#include "ui/policies/editor/policy_room.h"
#include "ui/policies/flow/flow_room.h"
#include "ui/policies/policies_page_parts.h"
#include "ui/policies/problems/problems_popup.h"
#include "ui/policies/rooms/alerts_room.h"
#include "ui/policies/rooms/attributes_room.h"
#include "ui/policies/rooms/qualification_room.h"
#include "ui/policies/rooms/queues_room.h"
#include "ui/policies/rooms/schedules_room.h"
#include "ui/policies/rooms/signals_room.h"
#include "ui/policies/rooms/tiers_room.h"
#include "ui/policies/versions/versions_room.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox {
namespace {

template <class Room>
QWidget* make(const StudioContext& context, QWidget* parent)
{
    return new Room(context, parent);
}

}

PoliciesPage::PoliciesPage(const PageContext& context, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("policiesPage"));
    m_parts = std::make_unique<Parts>(*this, context);
}

PoliciesPage::~PoliciesPage() = default;

QUndoStack& PoliciesPage::undoStack() { return m_parts->studio.draft.undoStack(); }
QList<QAction*> PoliciesPage::menuActions() const { return m_parts->policyRoom->menuActions() + m_parts->actions; }

void PoliciesPage::showPolicy(const PolicyId& policy)
{
    m_parts->showRoom(0);
    m_parts->policyRoom->showPolicy(policy);
}

void PoliciesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_parts->tellPlace();
}

void PoliciesPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_parts->presence.setPlace({});
}

PoliciesPage::Parts::Parts(PoliciesPage& owner, const PageContext& pageContext)
    : page(owner),
      studio(pageContext),
      context(studio.context),
      keeper(context),
      presence(context),
      files(context, owner),
      header(new StudioHeader(context, keeper, &owner)),
      tabs(new RoomTabs(pageContext.theme, &owner)),
      message(new InlineMessage(pageContext.theme, MessageKind::Info, &owner)),
      stack(new QStackedWidget(&owner)),
      problems(new ProblemsPopup(context, &owner)),
      more(new QMenu(&owner))
{
    buildLayout();
    buildRooms();
    buildActions();
    connectParts();
    showRoom(0);
    refresh();
}

PoliciesPage::Parts::~Parts() { qDeleteAll(page.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)); }

void PoliciesPage::Parts::buildLayout()
{
    Theme& theme = context.page.theme;
    setSurface(page, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.px(4), 0, 0, 0);
    row->addWidget(tabs, 1);
    row->addWidget(new PresenceRow(theme, presence, &page));
    column->addLayout(row);
    column->addWidget(newLine(theme, &page));
    message->setObjectName(QStringLiteral("draftMessage"));
    message->hide();
    column->addWidget(message);
    column->addWidget(stack, 1);
}

void PoliciesPage::Parts::buildRooms()
{
    policyRoom = new PolicyRoom(context, stack);
    const auto room = [this](const QString& title, const char* section, auto create) {
        rooms.push_back({title, QString::fromLatin1(section), create, nullptr, nullptr});
        tabs->addTab(title);
    };
    room(PoliciesPage::tr("Policies"), "policies", [this](const StudioContext&, QWidget*) { return policyRoom; });
    room(PoliciesPage::tr("Flow"), "", make<FlowRoom>);
    room(PoliciesPage::tr("Tiers"), "tiers", make<TiersRoom>);
    room(PoliciesPage::tr("Signals"), "signals", make<SignalsRoom>);
    room(PoliciesPage::tr("Qualification"), "qualification", make<QualificationRoom>);
    room(PoliciesPage::tr("Schedules"), "schedules", make<SchedulesRoom>);
    room(PoliciesPage::tr("Queues"), "queues", make<QueuesRoom>);
    room(PoliciesPage::tr("Alerts"), "alerts", make<AlertsRoom>);
    room(PoliciesPage::tr("Attributes"), "attributes", make<AttributesRoom>);
    room(PoliciesPage::tr("Backtest"), "", make<BacktestRoom>);
    room(PoliciesPage::tr("Versions"), "", make<VersionsRoom>);
}

QAction* PoliciesPage::Parts::addAction(const QString& name, const QString& text, const QKeySequence& key,
                                        std::function<void()> act)
{
    auto* action = new QAction(text, &page);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    page.QWidget::addAction(action);
    return action;
}

void PoliciesPage::Parts::buildActions()
{
    publishAction = addAction(QStringLiteral("publishRulebook"), PoliciesPage::tr("Publish…"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { publish(); });
    compareAction = addAction(QStringLiteral("compareRulebook"),
                              PoliciesPage::tr("Compare the draft with the live version"), {}, [this] { compare(); });
    QAction* save = addAction(QStringLiteral("saveRulebookDraft"), PoliciesPage::tr("Save the draft now"),
                              QKeySequence(QKeySequence::Save), [this] { keeper.saveNow(); });
    QAction* importing = addAction(QStringLiteral("importRulebook"), PoliciesPage::tr("Import a rulebook…"), {},
                                   [this] { files.importFile(); });
    QAction* exporting = addAction(QStringLiteral("exportRulebook"), PoliciesPage::tr("Export the rulebook…"), {},
                                   [this] { files.exportDraft(); });
    discardAction = addAction(QStringLiteral("discardRulebookDraft"), PoliciesPage::tr("Discard the draft…"), {},
                              [this] { discard(); });
    QAction* next = addAction(QStringLiteral("nextRoom"), PoliciesPage::tr("Next room"),
                              QKeySequence(Qt::CTRL | Qt::Key_PageDown),
                              [this] { showRoom((tabs->currentIndex() + 1) % tabs->count()); });
    QAction* previous = addAction(QStringLiteral("previousRoom"), PoliciesPage::tr("Previous room"),
                                  QKeySequence(Qt::CTRL | Qt::Key_PageUp),
                                  [this] { showRoom((tabs->currentIndex() + tabs->count() - 1) % tabs->count()); });
    actions = problems->menuActions();
    actions += {publishAction, compareAction, save, importing, exporting, discardAction, next, previous};
    for (int i = 0; i < tabs->count(); ++i) {
        const QKeySequence key = i < 9 ? QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)) : QKeySequence();
        actions << addAction(QStringLiteral("showRoom%1").arg(i + 1),
                             PoliciesPage::tr("Room: %1").arg(tabs->tabText(i)), key, [this, i] { showRoom(i); });
        tabs->setTabToolTip(i, key.isEmpty() ? QString() : key.toString(QKeySequence::NativeText));
    }
    more->addActions({compareAction, importing, exporting});
    more->addSeparator();
    more->addAction(discardAction);
    header->setMenu(more);
}

}
