#include "app/settings/workspace_path.h"

#include "app/settings/settings_store.h"

#include <QDir>
#include <QStandardPaths>

namespace signalbox {

std::filesystem::path defaultWorkspace()
{
    const std::filesystem::path last = SettingsStore(defaultSettingsFile()).seat().lastWorkspace;
    std::error_code error;
    return !last.empty() && std::filesystem::exists(last, error) ? last : ownWorkspace();
}

std::filesystem::path ownWorkspace()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return folder.filePath(QStringLiteral("workspace.signalbox")).toStdString();
}

}
