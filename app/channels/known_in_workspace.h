#pragma once

#include "app/channels/transcript_import.h"

namespace signalbox {

// Asks the workspace file itself whether a message is there, on a reading connection of its own, so that a second import
// need not trouble the router. Error: the file cannot be read.
Result<TranscriptImport::KnownMessage> knownInWorkspace(const std::filesystem::path& workspace);

}
