#pragma once

#include "model/domain/change_set.h"
#include "model/domain/command.h"
#include "model/domain/result.h"

#include <filesystem>
#include <string_view>

namespace signalbox {

// Does what one command asks for on a workspace that no other program has open, as the program itself, and gives everything
// as it is then. Errors: who has the workspace, or why it was refused. `what` is said to others meanwhile.
Result<ChangeSet> doAlone(const std::filesystem::path& workspace, std::string_view what, decltype(Command::what) command);

}
