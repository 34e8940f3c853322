#pragma once

#include "model/domain/result.h"
#include "model/domain/value.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/rulebook/rulebook.h"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace signalbox {

// Reads contexts from JSON straight into the engine's own form: no tree, no plain values. Knows the plain shapes alone;
// what is unusual or wrong it leaves to the careful reader (context_json.h), so that there is one source of errors.
class NativeReader {
public:
    // `present` is the moment of contexts that have none of their own.
    NativeReader(const Vocabulary& vocabulary, const Rulebook& rulebook, Instant present);
    ~NativeReader();
    NativeReader(const NativeReader&) = delete;
    NativeReader& operator=(const NativeReader&) = delete;

    // How many bytes that may be read have to stand behind every text given.
    static std::size_t padding();

    // One context, in `context`; false: unusual or wrong, and `context` is to be filled anew.
    bool read(std::string_view text, NativeContext& context);

    // A list of contexts, given to `take` in turn. `readUnusual` fills in one that is given as text. False: what was not
    // taken yet is to be read carefully.
    using TakeContext = std::function<void(NativeContext& context)>;
    using ReadUnusual = std::function<bool(std::string_view text, NativeContext& context)>;
    bool readList(std::string_view text, const ReadUnusual& readUnusual, const TakeContext& take);

private:
    class Walk;
    std::unique_ptr<Walk> m_walk;
};

}
