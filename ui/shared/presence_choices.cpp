#include "ui/shared/presence_choices.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"

#include <QMenu>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

void addChoice(QMenu& menu, const PageContext& context, const SetPresence& choice, const QString& name)
{
    QAction* action
        = menu.addAction(presenceIcon(context.theme, choice.presence), QString(name).replace(u'&', u"&&"_s));
    action->setObjectName(u"presence-"_s + (choice.state.empty() ? presenceName(choice.presence) : text(choice.state)));
    const AgentOnScreen* now = context.model.agent(choice.agent);
    action->setCheckable(true);
    action->setChecked(now && !now->presenceUntil && now->presence == choice.presence
                       && now->presenceState == choice.state);
    QObject::connect(action, &QAction::triggered, &context.model,
                     [&model = context.model, choice] { model.submit(choice); });
}

}

void addPresenceChoices(QMenu& menu, const PageContext& context, const AgentId& agent, const AgentId& by)
{
    for (const Presence presence : {Presence::Online, Presence::Away, Presence::OnBreak})
        addChoice(menu, context, {agent, presence, {}, by}, presenceName(presence));
    for (const PresenceState& own : context.model.deskSettings().presenceStates)
        addChoice(menu, context, {agent, own.countsAs, own.id, by}, line(own.name.empty() ? own.id : own.name, 40));
    menu.addSeparator();
    addChoice(menu, context, {agent, Presence::Offline, {}, by}, presenceName(Presence::Offline));
}

}
