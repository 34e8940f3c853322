#include "app/console/notifications.h"

#include "routing/rulebook/rulebook.h"
#include "ui/alerts/alert_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/notice_settings.h"

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 60;

QString keyOf(const OfferId& offer) { return u"offer-"_s + text(offer.value); }
QString keyOf(const Alert& alert) { return u"alert-%1"_s.arg(alert.number); }

// Named as the policy that sent it, when one did.
QString reasonOf(const Conversation& conversation, const Rulebook& rulebook)
{
    const auto policy = std::ranges::find(rulebook.policies, conversation.policy, &Policy::id);
    return policy == rulebook.policies.end() ? line(conversation.intent, longestName) : line(policy->name, longestName);
}

}

Notifications::Notifications(const Surroundings& around, const QDBusConnection& bus, QObject* parent)
    : QObject(parent), m_around(around), m_notifier(bus)
{
    connect(&around.model, &ConsoleModel::changed, this, &Notifications::follow);
    connect(&m_notifier, &DesktopNotifier::chosen, this, &Notifications::chosen);
    connect(&m_notifier, &DesktopNotifier::notShown, this,
            [this] { m_around.attract(noticeSettings(m_around.state).sounds); });
}

void Notifications::follow(const ChangeSet& changes)
{
    for (const auto& [offer, outcome] : changes.offersEnded) {
        m_notifier.withdraw(keyOf(offer.id));
        m_about.erase(keyOf(offer.id));
    }
    const AgentId me = m_around.model.session().agent;
    if (me.empty())
        return;
    for (const Offer& offer : changes.offersMade)
        if (offer.agent == me)
            offerMade(offer);
    for (const Alert& alert : changes.alerts)
        alertChanged(alert);
    if (!std::exchange(m_begun, true))
        return;
    for (const FollowUpOnScreen& followUp : changes.followUps)
        if (followUp.reminded && !followUp.endedAt && followUp.owner == me.value)
            followUpDue(followUp);
    for (const auto& [id, message] : changes.messages)
        if (message.internalNote && message.agent != me
            && std::ranges::find(message.mentions, me) != message.mentions.end())
            mentioned(id, message);
}

void Notifications::offerMade(const Offer& offer)
{
    const Conversation* conversation = m_around.model.conversation(offer.conversation);
    if (!conversation)
        return;
    const TierLabel tier = m_around.model.tier(conversation->tier, conversation->tierRank);
    QStringList about{reasonOf(*conversation, m_around.model.rulebook())};
    if (!conversation->company.empty())
        about << line(conversation->company, longestName);
    if (conversation->dealSize)
        about << formatMoney(*conversation->dealSize);
    const Instant now = m_around.now();
    if (conversation->waitingSince)
        about
            << tr("waiting %1").arg(formatSpan(std::chrono::duration_cast<seconds>(now - *conversation->waitingSince)));
    about.removeAll(QString());
    DesktopNotice notice;
    notice.key = keyOf(offer.id);
    const QString worth = QString(tier.code + u' ' + tier.name).trimmed();
    notice.title = tr("%1: %2", "P1 Act now: Amelia Okafor").arg(worth, line(conversation->visitorName, longestName));
    notice.body = about.join(u" · "_s);
    if (const QString said = line(conversation->lastText, 200); !said.isEmpty())
        notice.body += u'\n' + said;
    notice.actions = {{u"accept"_s, tr("Accept")}, {u"decline"_s, tr("Decline")}};
    notice.urgent = conversation->tierRank == 0 && !conversation->tier.empty();
    notice.lasts = std::max(std::chrono::milliseconds{0},
                            std::chrono::duration_cast<std::chrono::milliseconds>(offer.lapsesAt - now));
    tell(notice, offer.conversation);
}

// Once for each episode, and again when it was passed on to them or when a snooze ends.
void Notifications::alertChanged(const Alert& alert)
{
    const bool isMine = isForMe(alert, m_around.model);
    const bool waits = alert.heldBack == HeldBack::No && !alert.acknowledgedAt && !alert.snoozedUntil && !alert.endedAt;
    if (!isMine || !waits) {
        m_notifier.withdraw(keyOf(alert));
        m_about.erase(keyOf(alert));
        m_toldOf.erase(alert.number);
        return;
    }
    const AgentId& me = m_around.model.session().agent;
    const auto told = m_toldOf.find(alert.number);
    if (told != m_toldOf.end() && told->second == me)
        return;
    m_toldOf.insert_or_assign(alert.number, me);
    const bool wanted = std::ranges::find(alert.ways, AlertWay::Desktop) != alert.ways.end();
    if (wanted && m_begun)
        tellOf(alert);
}

void Notifications::tellOf(const Alert& alert)
{
    const ConsoleModel& model = m_around.model;
    const TierLabel tier = alertTier(alert, model);
    DesktopNotice notice;
    notice.key = keyOf(alert);
    const QString title = alertTitle(alert, model);
    notice.title = tier.code.isEmpty() ? title : tr("%1 %2", "P1 Hot lead waits").arg(tier.code, title);
    notice.body = u"%1\n%2"_s.arg(alertVisitor(alert, model), alertOwner(alert, model));
    notice.actions = {{u"acknowledge"_s, tr("Acknowledge")}};
    notice.urgent = !tier.code.isEmpty() && tier.rank == 0;
    tell(notice, alert.conversation);
}

void Notifications::followUpDue(const FollowUpOnScreen& followUp)
{
    DesktopNotice notice;
    notice.key = u"followUp-%1-%2"_s.arg(text(followUp.conversation.value)).arg(toMicroseconds(followUp.due));
    if (m_about.contains(notice.key))
        return;   // told before
    notice.title = tr("Follow up with %1").arg(line(followUp.visitorName, longestName));
    notice.body = line(followUp.note);
    tell(notice, followUp.conversation);
}

void Notifications::mentioned(const ConversationId& conversation, const Message& note)
{
    DesktopNotice notice;
    notice.key = u"note-"_s + text(note.id.value);
    notice.title = tr("%1 mentions you").arg(m_around.model.agentName(note.agent));
    notice.body = line(note.text);
    tell(notice, conversation);
}

void Notifications::tell(DesktopNotice notice, const ConversationId& conversation)
{
    const NoticeSettings wanted = noticeSettings(m_around.state);
    m_about.insert_or_assign(notice.key, conversation);
    if (!wanted.notices || m_around.isLookedAt())
        return;
    notice.sound = wanted.sounds;
    m_notifier.show(notice);
}

void Notifications::chosen(const QString& key, const QString& action)
{
    const auto about = m_about.find(key);
    if (about == m_about.end())
        return;
    if (action == u"acknowledge") {
        const std::vector<Alert> alerts = m_around.model.alerts();
        const auto alert
            = std::ranges::find_if(alerts, [&](const Alert& one) { return keyOf(one) == key; });
        if (alert != alerts.end())
            m_around.model.acknowledge(*alert);
        return;
    }
    const Offer* offer = m_around.model.offerFor(about->second);
    const bool stands = offer && keyOf(offer->id) == key;
    if (action == u"accept" && stands)
        Q_EMIT acceptWanted(*offer);
    else if (action == u"decline" && stands)
        Q_EMIT declineWanted(*offer);
    else
        Q_EMIT openWanted(about->second);
}

}
