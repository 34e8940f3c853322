#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace signalbox::test {

// A message bus of the test's own: nothing of the desktop it runs on can be seen or reached, and nothing is started by it.
class PrivateBus {
public:
    PrivateBus()
    {
        const QString file = m_folder.filePath(QStringLiteral("bus.conf"));
        QFile rules(file);
        if (rules.open(QIODevice::WriteOnly))
            rules.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                        "<policy context=\"default\"><allow send_destination=\"*\"/><allow "
                        "receive_sender=\"*\"/><allow own=\"*\"/></policy>"
                        "</busconfig>");
        rules.close();
        m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--config-file=") + file, QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    bool isThere() const { return !m_address.isEmpty(); }
    QDBusConnection connect(const QString& name) const { return QDBusConnection::connectToBus(m_address, name); }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

}
