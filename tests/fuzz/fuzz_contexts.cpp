// Contexts read straight into native form are those that the careful reader reads, and so are the errors.
#include "tests/routing/support/reading_contexts.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace signalbox;
    static const Rulebook rulebook = rulebookForContexts();
    static const Vocabulary vocabulary = vocabularyOf(rulebook);
    const Instant present = fromMicroseconds(1'795'244'400'000'000);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::string natively = readNatively(text, vocabulary, rulebook, present);
    const std::string carefully = readCarefully(text, vocabulary, rulebook, present);
    if (natively == carefully)
        return 0;
    std::fprintf(stderr, "natively:\n%s\ncarefully:\n%s\n", natively.c_str(), carefully.c_str());
    std::abort();
}
