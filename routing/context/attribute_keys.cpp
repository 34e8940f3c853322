#include "routing/context/attribute_keys.h"

#include "routing/rulebook/known_attributes.h"

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
    key->text = text;
    key->name = &parent == &m_root ? key->text : parent.name + "." + key->text;
    key->attribute = &attributeOf(key->name);
    ++m_count;
    const std::string_view kept = key->text;
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
