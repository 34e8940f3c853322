#include "ui/window/presence_picker.h"

#include "model/domain/names.h"
#include "ui/shared/bars.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_choices.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/presence_words.h"

#include <QMenu>

#include <map>

namespace signalbox {

using namespace Qt::StringLiterals;

PresencePicker::PresencePicker(const PageContext& context, QWidget* parent) : QPushButton(parent), m_context(context)
{
    setObjectName(u"presencePicker"_s);
    setProperty("quiet", true);
    setAutoDefault(false);
    m_second.setInterval(1000);
    connect(this, &QPushButton::clicked, this, &PresencePicker::showMenu);
    connect(&m_second, &QTimer::timeout, this, &PresencePicker::refresh);
    connect(&context.model, &ConsoleModel::changed, this, &PresencePicker::refresh);
    connect(&context.model, &ConsoleModel::sessionChanged, this, &PresencePicker::refresh);
    connect(&context.theme, &Theme::changed, this, &PresencePicker::refresh);
    refresh();
}

void PresencePicker::refresh()
{
    const AgentOnScreen* me = m_context.model.agent(m_context.session.agent);
    setVisible(me != nullptr);
    if (!me)
        return;
    const DeskSettings& settings = m_context.model.deskSettings();
    const QString summary = presenceSummary(*me, settings, m_context.now());
    const QString left = presenceTimeLeft(*me, m_context.now());
    QString name = presenceStateName(*me, settings);
    setText((left.isEmpty() ? name : tr("%1, %2", "state, time left").arg(name, left)).replace(u'&', u"&&"_s));
    setIcon(presenceIcon(m_context.theme, me->presence));
    setAccessibleName(tr("Presence: %1").arg(summary));
    const QString places = tr("%1 places taken").arg(loadText({me->placesUsed, me->agent.capacity}));
    const QString what = me->presence == Presence::Online
        ? tr("While you are online, conversations are offered to you.")
        : tr("Nothing is offered to you now.");
    setToolTip(u"%1. %2\n%3"_s.arg(summary, what, places).toHtmlEscaped().replace(u'\n', u"<br>"_s));
    if (left.isEmpty())
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
}

void PresencePicker::addWayBack(QMenu& menu, const AgentOnScreen& me)
{
    const bool setByOthers = !me.presenceReason.empty() && me.presence != Presence::Online;
    if (!me.presenceUntil && !setByOthers)
        return;
    const QString words = presenceSummary(me, m_context.model.deskSettings(), m_context.now());
    QAction* why = menu.addAction(QString(words).replace(u'&', u"&&"_s));
    why->setObjectName(u"presenceReason"_s);
    why->setEnabled(false);
    QAction* back = menu.addAction(presenceIcon(m_context.theme, Presence::Online),
                                   me.presenceUntil ? tr("Back now") : tr("Back online"));
    back->setObjectName(u"presenceBack"_s);
    connect(back, &QAction::triggered, this, [this] {
        m_context.model.submit(SetPresence{m_context.session.agent, Presence::Online});
    });
    menu.addSeparator();
}

void PresencePicker::addPlaces(QMenu& menu, const AgentOnScreen& me) const
{
    struct Held {
        int conversations = 0;
        double places = 0;
    };
    std::map<Channel, Held> held;
    for (const auto& [id, conversation] : m_context.model.conversations()) {
        if (conversation.owner.kind != OwnerKind::Agent || conversation.owner.agent != me.agent.id)
            continue;
        const auto weight = me.agent.channelWeights.find(std::string(nameOf(conversation.channel)));
        Held& there = held[conversation.channel];
        ++there.conversations;
        if (!conversation.held)
            there.places += weight == me.agent.channelWeights.end() ? 1 : weight->second;
    }
    menu.addSeparator();
    const auto say = [&menu](const QString& words) { menu.addAction(words)->setEnabled(false); };
    say(tr("%1 places taken").arg(loadText({me.placesUsed, me.agent.capacity})));
    for (const auto& [channel, there] : held)
        say(tr("%1: %2, places %3", "channel, conversations, places")
                .arg(channelName(channel),
                     there.conversations == 1 ? tr("1 conversation") : tr("%1 conversations").arg(there.conversations),
                     formatNumber(there.places)));
}

void PresencePicker::showMenu()
{
    const AgentOnScreen* me = m_context.model.agent(m_context.session.agent);
    if (!me)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"presenceMenu"_s);
    addWayBack(*menu, *me);
    addPresenceChoices(*menu, m_context, me->agent.id, {});
    addPlaces(*menu, *me);
    menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}

}
