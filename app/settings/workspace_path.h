#pragma once

#include <filesystem>

namespace signalbox {

// Where the workspace is when nothing else was said: below the user's data folder. Nothing is created.
std::filesystem::path defaultWorkspace();

}
