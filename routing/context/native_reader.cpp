#include "routing/context/native_reader.h"

#include "routing/context/attribute_keys.h"
#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/read_condition.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace signalbox {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t deepest = 32;   // objects inside each other that are read here
constexpr int stepsAhead = 4;         // keys that a context may leave out and the next one is still foreseen

// Unusual: readable, perhaps, but not here. Broken: the library cannot go on.
enum class Outcome { Read, Unusual, Broken };

// Reads on to where the key would end: there is padding behind every text.
bool standsIn(const ondemand::raw_json_string& raw, const AttributeKey& key)
{
    std::uint64_t head = 0;
    std::memcpy(&head, raw.raw(), sizeof head);
    if ((head & key.headMask) != key.head)
        return false;
    return key.quoted.size() <= sizeof head
        || std::memcmp(raw.raw() + sizeof head, key.quoted.data() + sizeof head, key.quoted.size() - sizeof head) == 0;
}

// A string without escapes, where it stands; none when it has escapes.
std::optional<std::string_view> plainText(std::string_view token)
{
    const std::size_t end = token.rfind('"');
    const std::string_view text = token.substr(1, end - 1);
    return text.find('\\') == std::string_view::npos ? std::optional(text) : std::nullopt;
}

// Nothing but blanks stands behind what was read.
bool isAtEnd(ondemand::document& document) { return document.current_location().error() == simdjson::OUT_OF_BOUNDS; }

Outcome readText(ondemand::value& value, std::string_view& text)
{
    if (const auto plain = plainText(value.raw_json_token())) {
        text = *plain;
        return value.get_raw_json_string().error() ? Outcome::Broken : Outcome::Read;
    }
    return value.get_string().get(text) ? Outcome::Broken : Outcome::Read;
}

// simdjson 3.0.1 checks a number of more than 19 digits, but reads another one.
Outcome readNumber(ondemand::value& value, double& number)
{
    constexpr std::size_t mostDigits = 19;
    const std::string_view token = value.raw_json_token();
    if (value.get_double().get(number))
        return Outcome::Broken;
    if (token.size() <= mostDigits)
        return Outcome::Read;
    const auto read = std::from_chars(token.data(), token.data() + token.size(), number);
    return read.ec == std::errc() ? Outcome::Read : Outcome::Unusual;
}

}

class NativeReader::Walk {
public:
    Walk(const Vocabulary& vocabulary, const Rulebook& rulebook, Instant present)
        : m_vocabulary(vocabulary), m_present(present), m_keys(vocabulary, rulebook)
    {
        if (typeOfAttribute("now", rulebook) == ValueType::Time)
            m_nowSlot = vocabulary.slotOf("now");
    }

    Outcome read(ondemand::object& object, NativeContext& context)
    {
        ++m_number;
        m_context = &context;
        m_nowIsGiven = false;
        m_vocabulary.begin(context);
        context.now = m_present;
        const Outcome outcome = readObject(object, m_keys.root(), deepest);
        if (m_nowSlot && !m_nowIsGiven)
            m_vocabulary.setTime(context, *m_nowSlot, m_present);
        return outcome;
    }

    ondemand::parser parser;
    NativeContext scratch;

private:
    Outcome readObject(ondemand::object& object, AttributeKey& parent, std::size_t levels);
    AttributeKey* keyOf(const ondemand::raw_json_string& raw, AttributeKey& parent, AttributeKey*& foreseen);
    Outcome readValue(ondemand::value& value, AttributeKey& key, std::size_t levels);
    Outcome readScalar(ondemand::value& value, ondemand::json_type type, const NamedAttribute& attribute);
    Outcome readMembers(ondemand::value& value, const NamedAttribute& attribute);
    void giveTime(const NamedAttribute& attribute, Instant time);

    const Vocabulary& m_vocabulary;
    Instant m_present;
    AttributeKeys m_keys;
    std::optional<SlotId> m_nowSlot;
    std::uint64_t m_number = 0;   // of the context at hand
    NativeContext* m_context = nullptr;
    bool m_nowIsGiven = false;
    std::vector<std::string_view> m_members;
};

Outcome NativeReader::Walk::readObject(ondemand::object& object, AttributeKey& parent, std::size_t levels)
{
    AttributeKey** foreseen = &parent.first;
    for (auto item : object) {
        ondemand::field field;
        if (std::move(item).get(field))
            return Outcome::Broken;
        AttributeKey* const key = keyOf(field.key(), parent, *foreseen);
        if (!key || key->seenIn == m_number)
            return Outcome::Unusual;
        key->seenIn = m_number;
        foreseen = &key->next;
        if (const Outcome outcome = readValue(field.value(), *key, levels); outcome != Outcome::Read)
            return outcome;
    }
    return Outcome::Read;
}

AttributeKey* NativeReader::Walk::keyOf(const ondemand::raw_json_string& raw, AttributeKey& parent,
                                        AttributeKey*& foreseen)
{
    AttributeKey* ahead = foreseen;
    for (int step = 0; ahead && step < stepsAhead; ++step, ahead = ahead->next)
        if (standsIn(raw, *ahead))
            return ahead;
    const auto* const end = static_cast<const char*>(std::memchr(raw.raw(), '"', AttributeKeys::longestKey + 1));
    if (!end)
        return nullptr;
    const std::string_view text(raw.raw(), static_cast<std::size_t>(end - raw.raw()));
    if (text.find('\\') != std::string_view::npos)
        return nullptr;
    AttributeKey* const key = m_keys.find(parent, text);
    if (key)
        foreseen = key;
    return key;
}

Outcome NativeReader::Walk::readValue(ondemand::value& value, AttributeKey& key, std::size_t levels)
{
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Broken;
    if (type == ondemand::json_type::object) {
        ondemand::object object;
        if (levels == 0)
            return Outcome::Unusual;
        return value.get_object().get(object) ? Outcome::Broken : readObject(object, key, levels - 1);
    }
    if (type == ondemand::json_type::null) {
        bool isNull = false;
        return value.is_null().get(isNull) || !isNull ? Outcome::Broken : Outcome::Read;
    }
    NamedAttribute& attribute = *key.attribute;
    if (attribute.givenIn == m_number)
        return Outcome::Unusual;
    attribute.givenIn = m_number;
    m_nowIsGiven = m_nowIsGiven || attribute.isNow;
    return type == ondemand::json_type::array ? readMembers(value, attribute) : readScalar(value, type, attribute);
}

Outcome NativeReader::Walk::readScalar(ondemand::value& value, ondemand::json_type type,
                                       const NamedAttribute& attribute)
{
    if (type == ondemand::json_type::string) {
        std::string_view text;
        if (readText(value, text) != Outcome::Read)
            return Outcome::Broken;
        const auto time = attribute.isTime ? fromIso8601(text) : std::nullopt;
        if (time)
            giveTime(attribute, *time);
        else if (attribute.slot)
            m_vocabulary.setText(*m_context, *attribute.slot, text);
        return Outcome::Read;
    }
    if (type == ondemand::json_type::number) {
        double number = 0;
        if (const Outcome outcome = readNumber(value, number); outcome != Outcome::Read)
            return outcome;
        const auto time = attribute.isTime ? instantOf(number) : std::nullopt;
        if (time)
            giveTime(attribute, *time);
        else if (attribute.slot)
            m_vocabulary.setNumber(*m_context, *attribute.slot, number);
        return Outcome::Read;
    }
    bool boolean = false;
    if (value.get_bool().get(boolean))
        return Outcome::Broken;
    if (attribute.slot)
        m_vocabulary.setBoolean(*m_context, *attribute.slot, boolean);
    return Outcome::Read;
}

Outcome NativeReader::Walk::readMembers(ondemand::value& value, const NamedAttribute& attribute)
{
    ondemand::array items;
    if (value.get_array().get(items))
        return Outcome::Broken;
    m_members.clear();
    for (auto item : items) {
        ondemand::value member;
        ondemand::json_type type;
        if (std::move(item).get(member) || member.type().get(type))
            return Outcome::Broken;
        if (type != ondemand::json_type::string)
            return Outcome::Unusual;
        if (readText(member, m_members.emplace_back()) != Outcome::Read)
            return Outcome::Broken;
    }
    if (attribute.slot)
        m_vocabulary.setMembers(*m_context, *attribute.slot, m_members);
    return Outcome::Read;
}

void NativeReader::Walk::giveTime(const NamedAttribute& attribute, Instant time)
{
    if (attribute.isNow)
        m_context->now = time;
    if (attribute.slot)
        m_vocabulary.setTime(*m_context, *attribute.slot, time);
}

NativeReader::NativeReader(const Vocabulary& vocabulary, const Rulebook& rulebook, Instant present)
    : m_walk(std::make_unique<Walk>(vocabulary, rulebook, present))
{
}
NativeReader::~NativeReader() = default;

// A key is compared with the ones foreseen before its length is known.
std::size_t NativeReader::padding() { return simdjson::SIMDJSON_PADDING + AttributeKeys::longestKey + 1; }

bool NativeReader::read(std::string_view text, NativeContext& context)
{
    ondemand::document document;
    ondemand::object object;
    if (m_walk->parser.iterate(text, text.size() + padding()).get(document) || document.get_object().get(object))
        return false;
    return m_walk->read(object, context) == Outcome::Read && isAtEnd(document);
}

bool NativeReader::readList(std::string_view text, const ReadUnusual& readUnusual, const TakeContext& take)
{
    ondemand::document document;
    ondemand::array list;
    if (m_walk->parser.iterate(text, text.size() + padding()).get(document) || document.get_array().get(list))
        return false;
    for (auto item : list) {
        ondemand::object object;
        if (item.get_object().get(object))
            return false;
        const Outcome outcome = m_walk->read(object, m_walk->scratch);
        if (outcome == Outcome::Broken)
            return false;
        std::string_view whole;
        if (outcome == Outcome::Unusual
            && (object.reset().error() || object.raw_json().get(whole) || !readUnusual(whole, m_walk->scratch)))
            return false;
        take(m_walk->scratch);
    }
    return isAtEnd(document);
}

}
