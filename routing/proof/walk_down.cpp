#include "routing/proof/first_where.h"

#include "routing/conditions/walk.h"
#include "routing/trace/boundary_values.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr int mostWalkSteps = 200;

// A value of the type that is unlike what conditions name.
Value plainValue(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return 0.0;
    case ValueType::Boolean:
        return false;
    case ValueType::Set:
        return StringSet{"other"};
    case ValueType::Time:
        return Instant{};
    case ValueType::String:
        break;
    }
    return std::string("other");
}

class Walk {
public:
    Walk(const World& world, const PolicyOrder& order, std::size_t index, const std::vector<Wish>& wishes, Values from)
        : m_world(world), m_order(order), m_index(index), m_wishes(wishes), m_values(std::move(from))
    {
    }

    void run(std::vector<std::size_t>& met)
    {
        m_first = m_order.first(m_values);
        for (int steps = 0; m_first < m_index; ++steps) {
            met.push_back(m_first);
            if (steps == mostWalkSteps || !stepPast(m_order[m_first].when))
                return;
        }
    }

    Values take() { return std::move(m_values); }

private:
    // One attribute gets another value, so that this condition no longer holds and none above it begins to.
    bool stepPast(const Condition& condition)
    {
        for (const std::string& attribute : attributesOf(condition)) {
            if (attribute == "now" && m_world.needsNow())
                continue;   // the moments that proofs know stay as they are
            const ValueType type = m_world.typeOf(attribute);
            auto candidates = boundaryValues(attribute, conditionsFor(condition), m_values, {});
            candidates.emplace_back(plainValue(type));
            for (auto& candidate : candidates)
                if ((!candidate || typeOf(*candidate) == type) && tryValue(attribute, std::move(candidate), condition))
                    return true;
        }
        return false;
    }

    std::vector<const Condition*> conditionsFor(const Condition& condition) const
    {
        std::vector<const Condition*> conditions{&condition};
        for (const Wish& wish : m_wishes)
            conditions.push_back(wish.condition);
        return conditions;
    }

    bool tryValue(const std::string& attribute, std::optional<Value> candidate, const Condition& toLeave)
    {
        std::optional<Value> before;
        if (const auto known = m_values.find(attribute); known != m_values.end())
            before = known->second;
        set(attribute, std::move(candidate));
        if (!m_world.holds(toLeave, m_values) && wishesAreMet()) {
            const std::size_t first = m_order.first(m_values);
            if (first > m_first) {
                m_first = first;
                return true;
            }
        }
        set(attribute, std::move(before));
        return false;
    }

    void set(const std::string& attribute, std::optional<Value> value)
    {
        if (value)
            m_values.insert_or_assign(attribute, std::move(*value));
        else
            m_values.erase(attribute);
    }

    bool wishesAreMet() const
    {
        return std::all_of(m_wishes.begin(), m_wishes.end(), [this](const Wish& wish) {
            return m_world.holds(*wish.condition, m_values) == wish.wanted;
        });
    }

    const World& m_world;
    const PolicyOrder& m_order;
    std::size_t m_index;
    const std::vector<Wish>& m_wishes;
    Values m_values;
    std::size_t m_first = 0;
};

}

Values walkDown(const World& world, const PolicyOrder& order, std::size_t index, const std::vector<Wish>& wishes,
                Values from, std::vector<std::size_t>& met)
{
    Walk walk(world, order, index, wishes, std::move(from));
    walk.run(met);
    return walk.take();
}

}
