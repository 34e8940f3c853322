#pragma once

#include "model/domain/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace signalbox {

// The media type of a file by its content, whatever it is called: pictures (PNG, JPEG, GIF, WebP), PDF, documents and sheets
// of office programs without macros, and plain text. None for everything else, markup and scripts among it.
std::optional<std::string> mediaTypeOf(std::string_view bytes);

// Whether a file may be sent. Errors are sentences for who sends it.
Result<void> checkFile(std::string_view bytes);

// What a file is called: no path, no control or direction characters, at most 120 bytes, and an ending that fits its media
// type, so that no program starts when somebody opens it.
std::string cleanFileName(std::string_view name, std::string_view mediaType);

}
