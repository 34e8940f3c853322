#pragma once

#include "model/domain/change_set.h"
#include "model/domain/command.h"
#include "model/domain/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace signalbox {

// Does what one command asks for on a workspace that no other program has open, as the program itself, and gives everything
// as it is then. Errors: who has the workspace, or why it was refused. `what` is said to others meanwhile.
Result<ChangeSet> doAlone(const std::filesystem::path& workspace, std::string_view what,
                          decltype(Command::what) command);
// The same for many, in their order and in commits of a thousand. At the first that is refused it ends with why; those
// before it in earlier commits, and those beside it in its own, are done.
Result<ChangeSet> doAllAlone(const std::filesystem::path& workspace, std::string_view what,
                             std::vector<decltype(Command::what)> commands);

}
