#pragma once

#include "model/domain/value.h"
#include "routing/conditions/condition.h"
#include "routing/conditions/index/native_context.h"
#include "routing/open_intervals.h"

#include <map>
#include <optional>
#include <span>
#include <unordered_map>

namespace signalbox {

// What a rulebook's conditions look at: attributes, the strings they are compared with, the members sets are asked for.
// First learn from every condition, then settle; from then on it is immutable and turns contexts into native ones.
class Vocabulary {
public:
    void learn(const Condition& condition);
    void settle();

    std::size_t slots() const { return m_slots.size(); }
    std::size_t maskWords() const { return m_maskWords; }

    // The slot of an attribute; none for one that no condition looks at.
    std::optional<SlotId> slotOf(std::string_view attribute) const;
    SlotId slotOfSchedule(const ScheduleId& schedule) const;

    // Strings of one attribute are ordered by their codes: the i-th known one has 2i + 1, what lies between has even codes.
    const std::vector<std::string>& words(SlotId slot) const { return m_slots[slot].words; }
    // The code of a known word.
    std::uint32_t codeOf(SlotId slot, const std::string& word) const;
    const std::vector<std::string>& members(SlotId slot) const { return m_slots[slot].members; }
    std::uint32_t memberOf(SlotId slot, const std::string& member) const;
    std::uint32_t maskAt(SlotId slot) const { return m_slots[slot].maskAt; }

    // Filling a context: begin, set what is there, finish. What is set again replaces what was set before. `finish` asks the
    // schedules, which a context may overrule.
    void begin(NativeContext& context) const;
    void setBoolean(NativeContext& context, SlotId slot, bool value) const;
    void setNumber(NativeContext& context, SlotId slot, double value) const;
    void setTime(NativeContext& context, SlotId slot, Instant value) const;
    void setText(NativeContext& context, SlotId slot, std::string_view value) const;
    // Sorts the members, and drops those given twice.
    void setMembers(NativeContext& context, SlotId slot, std::span<std::string_view> members) const;
    void finish(NativeContext& context, Instant now, const OpenIntervals& intervals) const;

    // All of it, from plain values.
    void fill(NativeContext& context, const Values& values, Instant now, const OpenIntervals& intervals) const;

private:
    struct SlotWords {
        std::vector<std::string> words;   // sorted once settled
        std::vector<std::string> members;
        std::unordered_map<std::string_view, std::uint32_t> placeOfWord;
        std::unordered_map<std::string_view, std::uint32_t> placeOfMember;
        std::uint32_t maskAt = 0;
        bool ordered = false;   // some comparison asks what lies before or after
    };
    struct ScheduleSlot {
        ScheduleId schedule;
        SlotId slot = 0;
        SlotId kept = 0;   // the slot of the attribute in which a context may keep its state
    };

    void startSet(NativeContext& context, SlotId slot) const;
    void addMember(NativeContext& context, SlotId slot, std::string_view name) const;   // in their order, each once
    static std::uint32_t codeOf(const SlotWords& known, std::string_view value);
    SlotId slotFor(const std::string& attribute);
    void learn(const Comparison& comparison);
    void learn(const ScheduleTest& test);

    std::vector<SlotWords> m_slots;
    std::map<std::string, SlotId, std::less<>> m_slotOfName;
    std::vector<std::pair<std::string, SlotId>> m_names;   // keeps the keys of m_slotOf alive
    std::unordered_map<std::string_view, SlotId> m_slotOf;
    std::vector<ScheduleSlot> m_schedules;
    std::size_t m_maskWords = 0;
};

// The first string after all that start with `start`; none when there is none.
std::optional<std::string> endOfPrefix(std::string start);

}
