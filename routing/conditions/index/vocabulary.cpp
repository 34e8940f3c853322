#include "routing/conditions/index/vocabulary.h"

#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

bool asksForOrder(Operator op)
{
    switch (op) {
    case Operator::Lt:
    case Operator::Le:
    case Operator::Gt:
    case Operator::Ge:
    case Operator::Between:
    case Operator::Starts:
        return true;
    default:
        return false;
    }
}

bool asksForMembers(Operator op)
{
    return op == Operator::HasAny || op == Operator::HasAll || op == Operator::Contains;
}

void sortOnce(std::vector<std::string>& words)
{
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

std::unordered_map<std::string_view, std::uint32_t> placesIn(const std::vector<std::string>& words)
{
    std::unordered_map<std::string_view, std::uint32_t> places;
    for (const std::string& word : words)
        places.emplace(word, static_cast<std::uint32_t>(places.size()));
    return places;
}

TextSpan keep(NativeContext& context, std::string_view text)
{
    const TextSpan span{static_cast<std::uint32_t>(context.text.size()), static_cast<std::uint32_t>(text.size())};
    context.text.append(text);
    return span;
}

// Nothing is left of what the slot held before, should an attribute be set twice.
Slot& become(NativeContext& context, SlotId slot, SlotKind kind)
{
    Slot& filled = context.slots[slot];
    filled = {};
    filled.kind = kind;
    return filled;
}

}

std::optional<std::string> endOfPrefix(std::string start)
{
    while (!start.empty() && static_cast<unsigned char>(start.back()) == 0xFF)
        start.pop_back();
    if (start.empty())
        return std::nullopt;
    start.back() = static_cast<char>(static_cast<unsigned char>(start.back()) + 1);
    return start;
}

SlotId Vocabulary::slotFor(const std::string& attribute)
{
    const auto [known, isNew] = m_slotOfName.emplace(attribute, static_cast<SlotId>(m_slots.size()));
    if (isNew)
        m_slots.emplace_back();
    return known->second;
}

void Vocabulary::learn(const Condition& condition)
{
    forEachLeaf(
        condition, [this](const Comparison& comparison) { learn(comparison); },
        [this](const ScheduleTest& test) { learn(test); });
}

void Vocabulary::learn(const Comparison& comparison)
{
    const SlotId slot = slotFor(comparison.attribute);
    if (const auto* const other = std::get_if<AttributeRef>(&comparison.operand))
        slotFor(other->name);
    SlotWords& known = m_slots[slot];
    known.ordered = known.ordered || asksForOrder(comparison.op);
    const auto learnValue = [&](const Value& value) {
        if (const auto* const word = std::get_if<std::string>(&value)) {
            known.words.push_back(*word);
            if (comparison.op == Operator::Contains)
                known.members.push_back(*word);
            if (const auto end = comparison.op == Operator::Starts ? endOfPrefix(*word) : std::nullopt)
                known.words.push_back(*end);
        } else if (const auto* const set = std::get_if<StringSet>(&value); set && asksForMembers(comparison.op))
            known.members.insert(known.members.end(), set->begin(), set->end());
    };
    const bool isPartOfText = comparison.op == Operator::Ends || comparison.op == Operator::Matches;
    if (const auto* const value = std::get_if<Value>(&comparison.operand); value && !isPartOfText)
        learnValue(*value);
    if (const auto* const list = std::get_if<std::vector<Value>>(&comparison.operand))
        std::for_each(list->begin(), list->end(), learnValue);
}

void Vocabulary::learn(const ScheduleTest& test)
{
    const bool known = std::any_of(m_schedules.begin(), m_schedules.end(),
                                   [&test](const ScheduleSlot& slot) { return slot.schedule == test.schedule; });
    if (known)
        return;
    const SlotId kept = slotFor(scheduleAttribute(test.schedule));
    m_schedules.push_back({test.schedule, static_cast<SlotId>(m_slots.size()), kept});
    m_slots.emplace_back();
}

void Vocabulary::settle()
{
    if (m_slots.empty())
        m_slots.emplace_back();   // so that every test has a slot to look at
    m_names.assign(m_slotOfName.begin(), m_slotOfName.end());
    for (const auto& [name, slot] : m_names)
        m_slotOf.emplace(name, slot);
    for (SlotWords& slot : m_slots) {
        sortOnce(slot.words);
        sortOnce(slot.members);
        slot.placeOfWord = placesIn(slot.words);
        slot.placeOfMember = placesIn(slot.members);
        slot.maskAt = static_cast<std::uint32_t>(m_maskWords);
        m_maskWords += (slot.members.size() + 63) / 64;
    }
}

std::optional<SlotId> Vocabulary::slotOf(std::string_view attribute) const
{
    const auto known = m_slotOf.find(attribute);
    return known == m_slotOf.end() ? std::nullopt : std::optional(known->second);
}

SlotId Vocabulary::slotOfSchedule(const ScheduleId& schedule) const
{
    const auto known = std::find_if(m_schedules.begin(), m_schedules.end(),
                                    [&schedule](const ScheduleSlot& slot) { return slot.schedule == schedule; });
    return known->slot;
}

std::uint32_t Vocabulary::codeOf(SlotId slot, const std::string& word) const
{
    return 2 * m_slots[slot].placeOfWord.at(word) + 1;
}

std::uint32_t Vocabulary::memberOf(SlotId slot, const std::string& member) const
{
    return m_slots[slot].placeOfMember.at(member);
}

void Vocabulary::begin(NativeContext& context) const
{
    context.slots.assign(m_slots.size(), Slot{});
    context.masks.assign(m_maskWords, 0);
    context.members.clear();
    context.text.clear();
}

void Vocabulary::setBoolean(NativeContext& context, SlotId slot, bool value) const
{
    become(context, slot, value ? SlotKind::True : SlotKind::False);
}

void Vocabulary::setNumber(NativeContext& context, SlotId slot, double value) const
{
    become(context, slot, std::isnan(value) ? SlotKind::NotANumber : SlotKind::Number).number = value;
}

void Vocabulary::setTime(NativeContext& context, SlotId slot, Instant value) const
{
    become(context, slot, SlotKind::Time).time = toMicroseconds(value);
}

void Vocabulary::setText(NativeContext& context, SlotId slot, std::string_view value) const
{
    Slot& filled = become(context, slot, value.empty() ? SlotKind::EmptyText : SlotKind::Text);
    filled.text = keep(context, value);
    if (!value.empty())
        filled.code = codeOf(m_slots[slot], value);
}

std::uint32_t Vocabulary::codeOf(const SlotWords& known, std::string_view value)
{
    const auto word = known.placeOfWord.find(value);
    if (word != known.placeOfWord.end())
        return 2 * word->second + 1;
    if (!known.ordered)
        return 0;
    const auto next = std::lower_bound(known.words.begin(), known.words.end(), value);
    return 2 * static_cast<std::uint32_t>(next - known.words.begin());
}

void Vocabulary::setMembers(NativeContext& context, SlotId slot, std::span<std::string_view> members) const
{
    std::sort(members.begin(), members.end());
    startSet(context, slot);
    for (std::size_t i = 0; i < members.size(); ++i)
        if (i == 0 || members[i] != members[i - 1])
            addMember(context, slot, members[i]);
}

void Vocabulary::startSet(NativeContext& context, SlotId slot) const
{
    become(context, slot, SlotKind::EmptySet).members = {static_cast<std::uint32_t>(context.members.size()), 0};
    const SlotWords& known = m_slots[slot];
    std::fill_n(context.masks.begin() + known.maskAt, (known.members.size() + 63) / 64, 0);
}

void Vocabulary::addMember(NativeContext& context, SlotId slot, std::string_view name) const
{
    Slot& filled = context.slots[slot];
    filled.kind = SlotKind::Set;
    ++filled.members.size;
    context.members.push_back(keep(context, name));
    const SlotWords& known = m_slots[slot];
    if (const auto member = known.placeOfMember.find(name); member != known.placeOfMember.end())
        context.masks[known.maskAt + member->second / 64] |= std::uint64_t{1} << (member->second % 64);
}

void Vocabulary::finish(NativeContext& context, Instant now, const OpenIntervals& intervals) const
{
    context.now = now;
    for (const ScheduleSlot& schedule : m_schedules) {
        const SlotKind kept = context.slots[schedule.kept].kind;
        const bool isKept = kept == SlotKind::True || kept == SlotKind::False;
        setBoolean(context, schedule.slot, isKept ? kept == SlotKind::True : isOpen(intervals, schedule.schedule, now));
    }
}

void Vocabulary::fill(NativeContext& context, const Values& values, Instant now, const OpenIntervals& intervals) const
{
    begin(context);
    for (const auto& [attribute, value] : values) {
        const auto slot = slotOf(attribute);
        if (!slot)
            continue;
        if (const auto* const text = std::get_if<std::string>(&value))
            setText(context, *slot, *text);
        else if (const auto* const number = std::get_if<double>(&value))
            setNumber(context, *slot, *number);
        else if (const auto* const boolean = std::get_if<bool>(&value))
            setBoolean(context, *slot, *boolean);
        else if (const auto* const time = std::get_if<Instant>(&value))
            setTime(context, *slot, *time);
        else {
            startSet(context, *slot);
            for (const std::string& member : std::get<StringSet>(value))   // sorted, and each once
                addMember(context, *slot, member);
        }
    }
    finish(context, now, intervals);
}

}
