#include "routing/context/attribute_keys.h"

#include "routing/rulebook/known_attributes.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace signalbox {

AttributeKeys::AttributeKeys(const Vocabulary& vocabulary, const Rulebook& rulebook)
    : m_vocabulary(vocabulary), m_rulebook(rulebook)
{
}

AttributeKey* AttributeKeys::find(AttributeKey& parent, std::string_view text)
{
    if (const auto known = parent.below.find(text); known != parent.below.end())
        return known->second.get();
    if (text.size() > longestKey || m_count == mostKeys)
        return nullptr;
    auto key = std::make_unique<AttributeKey>();
    key->quoted.append(text).append("\"");
    const std::size_t headSize = std::min(key->quoted.size(), sizeof key->head);
    constexpr std::array<unsigned char, sizeof(std::uint64_t)> ones{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    std::memcpy(&key->head, key->quoted.data(), headSize);
    std::memcpy(&key->headMask, ones.data(), headSize);
    key->name = &parent == &m_root ? std::string(text) : parent.name + "." + std::string(text);
    key->attribute = &attributeOf(key->name);
    ++m_count;
    const std::string_view kept(key->quoted.data(), text.size());
    return parent.below.emplace(kept, std::move(key)).first->second.get();
}

NamedAttribute& AttributeKeys::attributeOf(const std::string& name)
{
    const auto [known, isNew] = m_attributes.try_emplace(name);
    if (isNew) {
        known->second.slot = m_vocabulary.slotOf(name);
        known->second.isTime = typeOfAttribute(name, m_rulebook) == ValueType::Time;
        known->second.isNow = name == "now";
    }
    return known->second;
}

}
