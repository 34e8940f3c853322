#pragma once

#include "app/router/router_host.h"
#include "ui/shared/prompts.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <optional>

namespace signalbox {

class Theme;

// The workspace for a console, opened for writing; a new file is created.
Result<std::unique_ptr<RouterHost>> openWorkspace(const std::filesystem::path& file);

// A new workspace filled with the sample company, or with a company's name and next to nothing. On an error no file is left.
Result<std::unique_ptr<RouterHost>> newSampleWorkspace(const std::filesystem::path& file);
Result<std::unique_ptr<RouterHost>> newEmptyWorkspace(const std::filesystem::path& file, const QString& company);

// Asks what to open when there is nothing yet. `file` is where a new workspace goes. None: the person closed the question.
std::unique_ptr<RouterHost> askForWorkspace(Theme& theme, Prompts& prompts, const std::filesystem::path& file,
                                            const QString& trouble);

// When another program has the workspace: says who, and brings its window to the front if the person wants it. False when
// nobody has it.
bool offerOtherWindow(Prompts& prompts, const std::filesystem::path& file);

}
