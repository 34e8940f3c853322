#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>
#include <utility>

namespace signalbox {

// One notice on the desktop. Its texts are shown as they stand, never as markup.
struct DesktopNotice {
    QString key;   // a later notice of the same key takes the place of this one
    QString title;
    QString body;
    QList<std::pair<QString, QString>> actions;   // name and text; shown where the desktop can
    bool urgent = false;
    bool sound = true;
    std::optional<std::chrono::milliseconds> lasts;   // none: as long as the desktop thinks right
};

// Speaks to the desktop's notification service (org.freedesktop.Notifications). Never blocks.
class DesktopNotifier : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection& bus, QObject* parent = nullptr);
    ~DesktopNotifier() override;   // takes back what stands

    void show(const DesktopNotice& notice);
    void withdraw(const QString& key);

Q_SIGNALS:
    void chosen(const QString& key, const QString& action);   // "default": the notice itself was clicked
    void notShown(const QString& key);                        // there is no service, or it refused

private Q_SLOTS:
    void actionInvoked(uint id, const QString& action);
    void noticeClosed(uint id, uint reason);

private:
    // A notice by its key: on its way, or shown under the service's number.
    struct Standing {
        uint id = 0;
        bool onItsWay = false;
        bool unwanted = false;                   // withdrawn while on its way
        std::optional<DesktopNotice> replaced;   // shown again once its number is known
    };
    void askCapabilities();
    void notify(const DesktopNotice& notice);
    void answered(const QString& key, bool shown, uint id);
    void close(uint id);

    QDBusConnection m_bus;
    std::optional<QStringList> m_capabilities;   // none: not known yet
    bool m_asked = false;
    QList<DesktopNotice> m_waiting;   // for the capabilities
    QHash<QString, Standing> m_standing;
};

}
