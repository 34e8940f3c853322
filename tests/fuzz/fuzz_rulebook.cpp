// Whatever is read as a rulebook comes back as it was from what is written of it; whatever is refused has its reasons.
#include "routing/rulebook/rulebook_json.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

void require(bool holds, const char* what, const std::string& text)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s:\n%s\n", what, text.c_str());
    std::abort();
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace signalbox;
    const auto rulebook = readRulebook({reinterpret_cast<const char*>(data), size});
    if (!rulebook) {
        require(!rulebook.error().empty(), "refused without a reason", {});
        for (const RulebookIssue& issue : rulebook.error())
            require(!issue.found.empty() && !issue.expected.empty(), "an issue without words", toText(issue));
        return 0;
    }
    const std::string written = writeRulebook(*rulebook);
    const auto again = readRulebook(written);
    require(again.has_value(), "cannot be read again", written + (again ? "" : toText(again.error().front())));
    require(*again == *rulebook, "reads otherwise", written);
    return 0;
}
