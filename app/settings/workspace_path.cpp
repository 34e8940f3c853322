#include "app/settings/workspace_path.h"

#include <QDir>
#include <QStandardPaths>

namespace signalbox {

std::filesystem::path defaultWorkspace()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return folder.filePath(QStringLiteral("workspace.signalbox")).toStdString();
}

}
