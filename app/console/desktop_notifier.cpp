#include "app/console/desktop_notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QString notifications = u"org.freedesktop.Notifications"_s;
const QString notificationsPath = u"/org/freedesktop/Notifications"_s;
constexpr uchar usual = 1;   // urgency, as the specification counts it
constexpr uchar critical = 2;

QDBusMessage call(const QString& method) { return QDBusMessage::createMethodCall(notifications, notificationsPath, notifications, method); }

QVariantMap hintsOf(const DesktopNotice& notice)
{
    QVariantMap hints{{u"urgency"_s, QVariant::fromValue(notice.urgent ? critical : usual)},
                      {u"desktop-entry"_s, u"signalbox"_s},
                      {u"category"_s, u"im.received"_s}};
    if (notice.sound)
        hints.insert(u"sound-name"_s, u"message-new-instant"_s);
    else
        hints.insert(u"suppress-sound"_s, true);
    return hints;
}

}

DesktopNotifier::DesktopNotifier(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus)
{
    m_bus.connect(notifications, notificationsPath, notifications, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(notifications, notificationsPath, notifications, u"NotificationClosed"_s, this, SLOT(noticeClosed(uint, uint)));
}

DesktopNotifier::~DesktopNotifier()
{
    for (const Standing& standing : std::as_const(m_standing))
        if (standing.id != 0)
            close(standing.id);
}

void DesktopNotifier::show(const DesktopNotice& notice)
{
    if (!m_bus.isConnected()) {
        Q_EMIT notShown(notice.key);
        return;
    }
    if (!m_capabilities) {
        m_waiting.append(notice);
        askCapabilities();
        return;
    }
    Standing& standing = m_standing[notice.key];
    standing.unwanted = false;
    if (standing.onItsWay)
        standing.replaced = notice;
    else
        notify(notice);
}

void DesktopNotifier::askCapabilities()
{
    if (std::exchange(m_asked, true))
        return;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        const QList<DesktopNotice> waiting = std::exchange(m_waiting, {});
        m_asked = false;
        if (reply.isError()) {   // asked again with the next notice: a service may come later
            for (const DesktopNotice& notice : waiting)
                Q_EMIT notShown(notice.key);
            return;
        }
        m_capabilities = reply.value();
        for (const DesktopNotice& notice : waiting)
            show(notice);
    });
}

void DesktopNotifier::notify(const DesktopNotice& notice)
{
    Standing& standing = m_standing[notice.key];
    standing.onItsWay = true;
    QStringList actions;
    if (m_capabilities->contains(u"actions"_s)) {
        actions << u"default"_s << tr("Open");
        for (const auto& [name, words] : notice.actions)
            actions << name << words;
    }
    const QString body = m_capabilities->contains(u"body-markup"_s) ? notice.body.toHtmlEscaped() : notice.body;
    QDBusMessage message = call(u"Notify"_s);
    message << u"Signalbox"_s << standing.id << u"signalbox"_s << notice.title << body << actions << hintsOf(notice)
            << int(notice.lasts ? notice.lasts->count() : -1);
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key = notice.key] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        answered(key, !reply.isError(), reply.isError() ? 0 : reply.value());
    });
}

void DesktopNotifier::answered(const QString& key, bool shown, uint id)
{
    Standing standing = m_standing.take(key);
    if (!shown) {
        m_capabilities.reset();   // the service may be another one next time
        Q_EMIT notShown(key);
        return;
    }
    if (standing.unwanted)
        return close(id);
    standing.id = id;
    standing.onItsWay = false;
    const auto next = std::exchange(standing.replaced, std::nullopt);
    m_standing.insert(key, standing);
    if (next)
        notify(*next);
}

void DesktopNotifier::withdraw(const QString& key)
{
    m_waiting.removeIf([&](const DesktopNotice& notice) { return notice.key == key; });
    const auto known = m_standing.find(key);
    if (known == m_standing.end())
        return;
    if (known->onItsWay) {
        known->unwanted = true;
        known->replaced.reset();
        return;
    }
    close(known->id);
    m_standing.erase(known);
}

void DesktopNotifier::close(uint id)
{
    QDBusMessage message = call(u"CloseNotification"_s);
    message << id;
    m_bus.asyncCall(message);
}

void DesktopNotifier::actionInvoked(uint id, const QString& action)
{
    for (auto standing = m_standing.cbegin(); standing != m_standing.cend(); ++standing)
        if (standing->id == id && id != 0) {
            const QString key = standing.key();
            Q_EMIT chosen(key, action);
            return;
        }
}

void DesktopNotifier::noticeClosed(uint id, uint)
{
    m_standing.removeIf([id](const auto& standing) { return standing.value().id == id && !standing.value().onItsWay; });
}

}
