#pragma once

#include "routing/conditions/index/vocabulary.h"
#include "routing/rulebook/rulebook.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace signalbox {

// What a reader has to know of one attribute. Every way to write its dotted name leads to the same one.
struct NamedAttribute {
    std::optional<SlotId> slot;   // none: no condition looks at it
    bool isTime = false;
    bool isNow = false;
    std::uint64_t givenIn = 0;   // the number of the context that gave it last
};

// One key of an object, at one place in contexts.
struct AttributeKey {
    std::string quoted;           // as it stands in the text, without escapes, and the closing quote
    std::uint64_t head = 0;       // its first eight bytes, or as many as there are,
    std::uint64_t headMask = 0;   // with ones where they are
    std::string name;             // dotted: "crm.deal_size"
    NamedAttribute* attribute = nullptr;
    std::uint64_t seenIn = 0;        // the number of the context that had it last
    AttributeKey* next = nullptr;    // what came after it, in the same object
    AttributeKey* first = nullptr;   // of the object that stands below it
    std::unordered_map<std::string_view, std::unique_ptr<AttributeKey>> below;
};

// The keys met in contexts so far. Contexts of one source have the same keys in the same order, so the key wanted is
// nearly always one of those that came next before: then one comparison finds it, and else one probe of a hash table.
class AttributeKeys {
public:
    AttributeKeys(const Vocabulary& vocabulary, const Rulebook& rulebook);

    AttributeKey& root() { return m_root; }
    // The key below `parent`, learned when it is new; none when there are too many or it is too long to be kept.
    AttributeKey* find(AttributeKey& parent, std::string_view text);

    static constexpr std::size_t longestKey = 200;   // bytes
    static constexpr std::size_t mostKeys = 10'000;

private:
    NamedAttribute& attributeOf(const std::string& name);

    const Vocabulary& m_vocabulary;
    const Rulebook& m_rulebook;
    AttributeKey m_root;
    std::size_t m_count = 0;
    std::unordered_map<std::string, NamedAttribute> m_attributes;
};

}
