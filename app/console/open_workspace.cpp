#include "app/console/open_workspace.h"

#include "app/console/sample_workspace.h"
#include "app/console/single_window.h"
#include "app/router/workspace_lock.h"
#include "ui/first_run/first_run_dialog.h"

namespace signalbox {
namespace {

QString tr(const char* text) { return QObject::tr(text); }

void removeWorkspace(const std::filesystem::path& file)
{
    for (const char* const ending : {"", "-wal", "-shm", ".lock"}) {
        std::error_code ignored;   // what cannot be removed is reported when it is opened next
        std::filesystem::remove(std::filesystem::path(file.string() + ending), ignored);
    }
}

Result<std::unique_ptr<RouterHost>> newWorkspace(const std::filesystem::path& file,
                                                 Result<std::vector<Command>> commands)
{
    if (!commands)
        return tl::unexpected(commands.error());
    std::error_code error;
    if (std::filesystem::exists(file, error))
        return failure("There is a file of this name already. It was left as it is.", file.string());
    auto host = openWorkspace(file);
    if (!host)
        return host;
    if (auto filled = performAll(**host, std::move(*commands)); !filled) {
        host->reset();
        removeWorkspace(file);
        return tl::unexpected(filled.error());
    }
    return host;
}

}

Result<std::unique_ptr<RouterHost>> openWorkspace(const std::filesystem::path& file)
{
    std::error_code ignored;   // opening says what is wrong when the folder is still missing
    std::filesystem::create_directories(file.parent_path(), ignored);
    return RouterHost::start(file, std::make_unique<SystemClock>());
}

Result<std::unique_ptr<RouterHost>> newSampleWorkspace(const std::filesystem::path& file)
{
    return newWorkspace(file, sampleCommands());
}

Result<std::unique_ptr<RouterHost>> newEmptyWorkspace(const std::filesystem::path& file, const QString& company)
{
    return newWorkspace(file, emptyCommands(company.isEmpty() ? "My company" : company.toStdString()));
}

std::unique_ptr<RouterHost> askForWorkspace(Theme& theme, Prompts& prompts, const std::filesystem::path& file,
                                            const QString& trouble)
{
    FirstRunDialog dialog(theme, prompts);
    std::unique_ptr<RouterHost> opened;
    const auto take = [&](Result<std::unique_ptr<RouterHost>> host) {
        if (!host)
            return dialog.showTrouble(QString::fromStdString(host.error().message));
        opened = std::move(*host);
        dialog.accept();
    };
    QObject::connect(&dialog, &FirstRunDialog::sampleChosen, &dialog, [&] { take(newSampleWorkspace(file)); });
    QObject::connect(&dialog, &FirstRunDialog::emptyChosen, &dialog,
                     [&](const QString& company) { take(newEmptyWorkspace(file, company)); });
    QObject::connect(&dialog, &FirstRunDialog::fileChosen, &dialog,
                     [&](const QString& path) { take(openWorkspace(path.toStdString())); });
    if (!trouble.isEmpty())
        dialog.showTrouble(trouble);
    dialog.exec();
    return opened;
}

bool offerOtherWindow(Prompts& prompts, const std::filesystem::path& file)
{
    const auto holder = WorkspaceLock::holder(file);
    if (!holder)
        return false;
    const QString question
        = tr("This workspace is open in %1 (process %2). One program has a workspace at a time.\n\nBring its window to "
             "the front?")
              .arg(QString::fromStdString(holder->what))
              .arg(holder->pid);
    if (prompts.confirm(question, tr("Bring to the front")) && !SingleWindow::raiseOther(file))
        prompts.confirm(tr("Its window did not answer. It may have none: close the program first."), tr("Close"));
    return true;
}

}
