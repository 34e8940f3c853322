#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"
#include "model/domain/names.h"

#include <soci/soci.h>

#include <concepts>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// Only for .cpp files of this folder: brings SOCI. Everything here throws soci::soci_error.
namespace signalbox::storage {

// What a column can hold.
using Text = std::string;
using Integer = long long;
using Real = double;

template <class T>
struct Slot {
    T value{};
    soci::indicator indicator = soci::i_ok;
};

inline void set(Slot<Text>& slot, std::string_view text) { slot.value = text; }
template <class Tag>
void set(Slot<Text>& slot, const Id<Tag>& id)
{
    slot.value = id.value;
}
template <class Enum>
requires std::is_enum_v<Enum>
void set(Slot<Text>& slot, Enum word) { slot.value = nameOf(word); }
inline void set(Slot<Integer>& slot, std::integral auto number) { slot.value = Integer(number); }
inline void set(Slot<Integer>& slot, Instant instant) { slot.value = toMicroseconds(instant); }
inline void set(Slot<Real>& slot, double number) { slot.value = number; }

template <class T, class Given>
void set(Slot<T>& slot, const std::optional<Given>& value)
{
    slot.indicator = value ? soci::i_ok : soci::i_null;
    set(slot, value.value_or(Given{}));
}

// A prepared statement that changes rows; run it as often as you like. Its parameters live in it, so it stays where it is.
template <class... Parameters>
class Change {
public:
    Change(soci::session& session, const char* sql) : m_statement(session)
    {
        std::apply([&](auto&... slot) { (m_statement.exchange(soci::use(slot.value, slot.indicator)), ...); }, m_slots);
        m_statement.alloc();
        m_statement.prepare(sql);
        m_statement.define_and_bind();
    }
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;

    // How many rows it changed.
    template <class... Given>
    Integer run(const Given&... given)
    {
        static_assert(sizeof...(Given) == sizeof...(Parameters));
        std::apply([&](auto&... slot) { (set(slot, given), ...); }, m_slots);
        m_statement.execute(true);
        return m_statement.get_affected_rows();
    }

private:
    std::tuple<Slot<Parameters>...> m_slots;
    soci::statement m_statement;
};

// The rows of one query: `while (rows.next())`, then column by column.
template <class... Columns>
class Rows {
public:
    template <class... Given>
    Rows(soci::session& session, std::string_view sql, const Given&... given) : m_statement(session)
    {
        (use(given), ...);
        std::apply([&](auto&... slot) { (m_statement.exchange(soci::into(slot.value, slot.indicator)), ...); },
                   m_slots);
        m_statement.alloc();
        m_statement.prepare(std::string(sql));
        m_statement.define_and_bind();
        m_statement.execute(false);
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    bool next() { return m_statement.fetch(); }

    template <std::size_t Column>
    const auto& get() const
    {
        return std::get<Column>(m_slots).value;
    }
    template <std::size_t Column>
    bool isNull() const
    {
        return std::get<Column>(m_slots).indicator == soci::i_null;
    }

private:
    // The statement reads its parameters where they are, so they stay.
    void use(std::string_view text) { m_statement.exchange(soci::use(m_texts.emplace_back(text))); }
    void use(Integer number) { m_statement.exchange(soci::use(m_numbers.emplace_back(number))); }

    std::deque<Text> m_texts;
    std::deque<Integer> m_numbers;
    std::tuple<Slot<Columns>...> m_slots;
    soci::statement m_statement;
};

// Every row, as `each` makes it of the rows where they stand.
template <class Row, class Each>
auto all(Row&& rows, Each each)
{
    std::vector<decltype(each(rows))> found;
    while (rows.next())
        found.push_back(each(rows));
    return found;
}

}
