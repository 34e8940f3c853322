#pragma once

#include <QDBusVariant>
#include <QObject>

namespace signalbox {

// Whether the desktop asks for dark windows, by the settings portal; where there is none, by the lightness of its palette.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(QObject* parent = nullptr);
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);

    bool m_dark = false;
};

}
