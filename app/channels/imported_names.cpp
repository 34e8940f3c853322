#include "app/channels/imported_names.h"

#include <algorithm>
#include <array>

namespace signalbox {

bool isDottedName(std::string_view name)
{
    return !name.empty() && name.size() <= longestAttribute && name.front() != '.' && name.back() != '.'
        && name.find('.') != std::string_view::npos
        && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string_view::npos;
}

bool isImportedName(std::string_view name)
{
    static constexpr std::array<std::string_view, 4> notOurs{"conversation.", "message.", "queue.", "truth."};
    return isDottedName(name)
        && std::ranges::none_of(notOurs, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}
