#pragma once

#include "model/domain/agent.h"
#include "ui/shared/ui_state.h"

#include <QSettings>

#include <filesystem>

namespace signalbox {

// What this seat remembers from one start to the next. Nothing here belongs to a workspace, and nothing is secret.
struct SeatSettings {
    std::filesystem::path lastWorkspace;   // empty: none was opened yet
    AgentId agent;                         // who sat here last
    QString agentName;
    Role role = Role::Supervisor;

    bool operator==(const SeatSettings&) const = default;
};

// An INI file in the user's configuration folder. A missing or damaged file means defaults, never an error.
class SettingsStore final : public UiState {
public:
    explicit SettingsStore(const QString& file);

    SeatSettings seat() const;
    void saveSeat(const SeatSettings& seat);

    QByteArray bytes(const QString& key) const override;
    void setBytes(const QString& key, const QByteArray& value) override;
    QString string(const QString& key, const QString& fallback = {}) const override;
    void setString(const QString& key, const QString& value) override;

private:
    QSettings m_settings;
};

QString defaultSettingsFile();

}
