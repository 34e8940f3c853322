#pragma once

#include "routing/conditions/condition.h"
#include "routing/json/object_reader.h"
#include "routing/rulebook/rulebook.h"

#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signalbox {

// The types of all attributes a document speaks of: declared, known, or told by what they are compared with.
class AttributeTypes {
public:
    // With `policiesOnly` comparisons alone decide, and what is known fills in where they tell nothing.
    AttributeTypes(std::map<std::string, AttributeDefinition, std::less<>> declared, bool policiesOnly);

    // Looks at every comparison below `tree`, wherever it stands. Types that contradict each other are issues.
    void learnFrom(const JsonTree& tree, const Place& place, Issues& issues);
    // Carries types over comparisons of two attributes. Call once, after learning.
    void settle();

    std::optional<ValueType> typeOf(std::string_view attribute) const;
    // Declared and learned ones, for the rulebook to keep.
    std::map<std::string, AttributeDefinition, std::less<>> definitions() const;

private:
    using Types = std::bitset<5>;   // by ValueType

    void learnComparison(const std::string& attribute, Operator op, const JsonTree* value, const Place& place,
                         Issues& issues);
    std::optional<ValueType> givenType(std::string_view attribute) const;

    std::map<std::string, AttributeDefinition, std::less<>> m_declared;
    bool m_policiesOnly;
    std::map<std::string, Types, std::less<>> m_possible;
    std::vector<std::pair<std::string, std::string>> m_sameType;
};

}
