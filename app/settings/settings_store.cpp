#include "app/settings/settings_store.h"

#include "model/domain/names.h"

#include <QDir>
#include <QStandardPaths>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

QString windowKey(const QString& key) { return u"window/"_s + key; }

QString text(std::string_view word) { return QString::fromUtf8(word.data(), qsizetype(word.size())); }

}

SettingsStore::SettingsStore(const QString& file) : m_settings(file, QSettings::IniFormat) { }

SeatSettings SettingsStore::seat() const
{
    SeatSettings seat;
    seat.lastWorkspace = m_settings.value(u"seat/workspace"_s).toString().toStdString();
    seat.agent.value = m_settings.value(u"seat/agent"_s).toString().toStdString();
    seat.agentName = m_settings.value(u"seat/name"_s).toString();
    const std::string role = m_settings.value(u"seat/role"_s).toString().toStdString();
    seat.role = fromName<Role>(role).value_or(seat.role);
    return seat;
}

void SettingsStore::saveSeat(const SeatSettings& seat)
{
    m_settings.setValue(u"seat/workspace"_s, QString::fromStdString(seat.lastWorkspace.string()));
    m_settings.setValue(u"seat/agent"_s, QString::fromStdString(seat.agent.value));
    m_settings.setValue(u"seat/name"_s, seat.agentName);
    m_settings.setValue(u"seat/role"_s, text(nameOf(seat.role)));
    m_settings.sync();   // a second start, or a command, reads it while this one still runs
}

QByteArray SettingsStore::bytes(const QString& key) const { return m_settings.value(windowKey(key)).toByteArray(); }

void SettingsStore::setBytes(const QString& key, const QByteArray& value)
{
    m_settings.setValue(windowKey(key), value);
}

QString SettingsStore::string(const QString& key, const QString& fallback) const
{
    return m_settings.value(windowKey(key), fallback).toString();
}

void SettingsStore::setString(const QString& key, const QString& value) { m_settings.setValue(windowKey(key), value); }

QString defaultSettingsFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)).filePath(u"signalbox.ini"_s);
}

}
