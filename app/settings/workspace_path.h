#pragma once

#include <filesystem>

namespace signalbox {

// The workspace when none was named: the one last opened in the console, while it is there; else the user's own.
std::filesystem::path defaultWorkspace();

// The user's own workspace, below the user's data folder. Nothing is created.
std::filesystem::path ownWorkspace();

}
