#include "ui/live/floor_actions.h"

#include "ui/conversation/moves/target_dialog.h"
#include "ui/live/floor_dialogs.h"
#include "ui/shared/command_answers.h"
#include "ui/shared/console_model.h"
#include "ui/shared/presence_choices.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

FloorActions::FloorActions(const PageContext& context, QWidget& list)
    : QObject(&list), m_context(context), m_list(list), m_answers(new CommandAnswers(context.port, context.model, this))
{
    buildForConversations();
    buildForAgents();
    connect(&context.model, &ConsoleModel::changed, this, &FloorActions::enable);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &FloorActions::enable);
    enable();
}

QAction* FloorActions::add(For what, const QString& name, const QString& text, const QKeySequence& key,
                           std::function<void()> act)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_list.addAction(action);
    m_actions.push_back({action, what});
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

void FloorActions::buildForConversations()
{
    const auto ask = [this](void (*question)(const PageContext&, const Conversation&, QWidget*)) {
        return [this, question] {
            if (const Conversation* chosen = m_context.model.conversation(m_conversation))
                question(m_context, *chosen, m_list.window());
        };
    };
    m_look = add(For::Conversation, u"lookInto"_s, tr("Look into it"), Qt::Key_O,
                 [this] { Q_EMIT opened(m_conversation); });
    add(For::Conversation, u"whisperAction"_s, tr("Whisper…"), Qt::Key_W, ask(askWhisper));
    m_takeOver = add(For::Conversation, u"takeOver"_s, tr("Take over"), Qt::Key_T, [this] { takeOver(); });
    add(For::Conversation, u"moveConversation"_s, tr("Transfer…"), Qt::Key_M, [this] {
        if (const Conversation* chosen = m_context.model.conversation(m_conversation))
            (new TargetDialog(m_context, TargetDialog::Use::Transfer, *chosen, {}, m_list.window()))->open();
    });
    add(For::Conversation, u"changeTier"_s, tr("Change tier…"), Qt::Key_P, ask(askTier));
    m_lowerHand = add(For::Conversation, u"lowerHand"_s, tr("Lower the hand"), Qt::Key_L, [this] {
        if (const Conversation* chosen = m_context.model.conversation(m_conversation))
            send(RaiseHand{chosen->id, m_context.session.agent, false, {}});
    });
}

void FloorActions::buildForAgents()
{
    add(For::Agent, u"changePresence"_s, tr("Change presence…"), Qt::Key_S, [this] { showPresenceMenu(); });
    add(For::Agent, u"changePlaces"_s, tr("Skills and places…"), Qt::Key_E, [this] {
        if (const AgentOnScreen* chosen = m_context.model.agent(m_agent))
            askPlaces(m_context, chosen->agent, m_list.window());
    });
}

void FloorActions::takeOver()
{
    if (const Conversation* chosen = m_context.model.conversation(m_conversation))
        send(TakeConversation{chosen->id, m_context.session.agent, chosen->owner.kind == OwnerKind::Agent});
}

void FloorActions::send(decltype(Command::what) what)
{
    Q_EMIT refused({});
    m_answers->send(
        std::move(what), [] {}, [this](const QString& why) { Q_EMIT refused(why); });
}

void FloorActions::showPresenceMenu()
{
    auto* menu = new QMenu(&m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"agentPresenceMenu"_s);
    menu->addAction(tr("Presence of %1").arg(m_context.model.agentName(m_agent).replace(u'&', u"&&"_s)))
        ->setEnabled(false);
    addPresenceChoices(*menu, m_context, m_agent, m_context.session.agent);
    const auto* view = qobject_cast<QAbstractItemView*>(&m_list);
    const QPoint below = view ? view->viewport()->mapToGlobal(view->visualRect(view->currentIndex()).bottomLeft())
                              : m_list.mapToGlobal(QPoint());
    menu->popup(below + QPoint(m_context.theme.px(24), 0));
}

void FloorActions::choose(const ConversationId& conversation)
{
    m_conversation = conversation;
    m_agent = {};
    enable();
}

void FloorActions::choose(const AgentId& agent)
{
    m_agent = agent;
    m_conversation = {};
    enable();
}

void FloorActions::enable()
{
    const bool lead = m_context.session.role != Role::Agent;
    const Conversation* chosen = m_context.model.conversation(m_conversation);
    for (const Offered& offered : m_actions) {
        const bool there = offered.what == For::Conversation ? chosen != nullptr : !m_agent.empty();
        const bool may = lead || offered.action == m_look;
        offered.action->setEnabled(there && may);
        offered.action->setStatusTip(may ? QString() : tr("Leads and supervisors do this."));
    }
    const bool mine
        = chosen && chosen->owner.kind == OwnerKind::Agent && chosen->owner.agent == m_context.session.agent;
    m_takeOver->setEnabled(m_takeOver->isEnabled() && !mine);
    m_lowerHand->setEnabled(m_lowerHand->isEnabled() && !chosen->handRaisedBy.empty());
}

void FloorActions::addTo(QMenu& menu) const
{
    const For what = m_agent.empty() ? For::Conversation : For::Agent;
    for (const Offered& offered : m_actions)
        if (offered.what == what && (offered.action != m_lowerHand || offered.action->isEnabled()))
            menu.addAction(offered.action);
}

}
