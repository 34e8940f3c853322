#pragma once

#include "model/domain/instant.h"
#include "routing/conditions/index/native_context.h"
#include "routing/conditions/index/vocabulary.h"
#include "routing/rulebook/rulebook.h"

#include <string>

namespace signalbox {

// A rulebook with attributes of every type, `now`, a nested name and a schedule among its conditions.
Rulebook rulebookForContexts();
Vocabulary vocabularyOf(const Rulebook& rulebook);

// What a native context says, slot by slot, however its texts are laid out.
std::string pictureOf(const NativeContext& context);

// All contexts of a file read into pictures, one a line, or the error: straight into native form, and by way of plain
// values.
std::string readNatively(std::string_view text, const Vocabulary& vocabulary, const Rulebook& rulebook,
                         Instant present);
std::string readCarefully(std::string_view text, const Vocabulary& vocabulary, const Rulebook& rulebook,
                          Instant present);

}
