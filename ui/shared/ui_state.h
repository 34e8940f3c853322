#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace signalbox {

// What the window remembers until next time: sizes, splitters, chosen theme. app/ keeps it in a file, tests in memory.
class UiState {
public:
    virtual ~UiState() = default;
    virtual QByteArray bytes(const QString& key) const = 0;
    virtual void setBytes(const QString& key, const QByteArray& value) = 0;
    virtual QString string(const QString& key, const QString& fallback = {}) const = 0;
    virtual void setString(const QString& key, const QString& value) = 0;
};

class UiStateInMemory : public UiState {
public:
    QByteArray bytes(const QString& key) const override { return m_bytes.value(key); }
    void setBytes(const QString& key, const QByteArray& value) override { m_bytes[key] = value; }
    QString string(const QString& key, const QString& fallback = {}) const override
    {
        return m_strings.value(key, fallback);
    }
    void setString(const QString& key, const QString& value) override { m_strings[key] = value; }

private:
    QHash<QString, QByteArray> m_bytes;
    QHash<QString, QString> m_strings;
};

}
