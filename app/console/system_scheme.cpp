#include "app/console/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

constexpr uint prefersDark = 1;   // of the portal's 0 no wish, 1 dark, 2 light

QString service() { return u"org.freedesktop.portal.Desktop"_s; }
QString path() { return u"/org/freedesktop/portal/desktop"_s; }
QString interface() { return u"org.freedesktop.portal.Settings"_s; }
QString space() { return u"org.freedesktop.appearance"_s; }
QString key() { return u"color-scheme"_s; }

}

SystemScheme::SystemScheme(QObject* parent)
    : QObject(parent), m_dark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service(), path(), interface(), u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(service(), path(), interface(), u"Read"_s);
    call << space() << key();
    auto* const watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

void SystemScheme::settingChanged(const QString& changedSpace, const QString& changedKey, const QDBusVariant& value)
{
    if (changedSpace == space() && changedKey == key())
        take(value.variant());
}

void SystemScheme::take(const QVariant& value)
{
    // "Read" wraps the number in a variant once more than the signal does.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool dark = inner.toUInt() == prefersDark;
    if (std::exchange(m_dark, dark) != dark)
        Q_EMIT changed(dark);
}

}
