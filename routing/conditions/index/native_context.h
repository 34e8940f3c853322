#pragma once

#include "model/domain/instant.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// What an attribute holds in one context. Values that are the only one of their sort are kinds of their own. Text is the last,
// so that kind and code together number what a context can hold.
enum class SlotKind : std::uint8_t { Missing, False, True, NotANumber, EmptyText, EmptySet, Number, Time, Set, Text };
constexpr std::size_t slotKinds = 10;

using SlotId = std::uint32_t;

struct TextSpan {
    std::uint32_t from;
    std::uint32_t size;
};

// One attribute of a context; which member is meant says `kind`.
struct Slot {
    SlotKind kind = SlotKind::Missing;
    std::uint32_t code = 0;   // of a text: its place in the vocabulary of this attribute; zero for all else
    union {
        double number = 0;
        std::int64_t time;   // microseconds
        TextSpan text;       // in NativeContext::text
        TextSpan members;    // in NativeContext::members
    };
};

// A context in the engine's own form: one slot for each attribute the rulebook looks at, strings interned by its
// vocabulary, sets also as bit masks over the members it knows. Filled by a Vocabulary and read by the index made with it.
// Can be filled again and again: then it allocates nothing but for a longer text than ever before.
struct NativeContext {
    std::vector<Slot> slots;
    std::vector<std::uint64_t> masks;   // of all sets, where the vocabulary says
    std::vector<TextSpan> members;      // of all sets, each sorted and each member once
    std::string text;
    Instant now{};

    std::string_view textAt(TextSpan span) const { return {text.data() + span.from, span.size}; }
};

}
