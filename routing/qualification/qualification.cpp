#include "routing/qualification/qualification.h"

#include "routing/conditions/walk.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"

#include <algorithm>

namespace signalbox {
namespace {

CriterionState stateOf(const Condition& when, const std::set<std::string, std::less<>>& attributes, const Facts& facts)
{
    if (holdsAsFarAsKnown(when, facts) == true)
        return CriterionState::Met;
    const auto isMissing = [&facts](const std::string& attribute) { return !facts.values.contains(attribute); };
    return std::any_of(attributes.begin(), attributes.end(), isMissing) ? CriterionState::Unknown
                                                                        : CriterionState::NotMet;
}

// "€42,000"; with several attributes "deal size €42,000, company size 480".
std::string evidence(const std::set<std::string, std::less<>>& attributes, const Rulebook& rulebook, const Facts& facts)
{
    std::string words;
    for (const std::string& attribute : attributes) {
        const auto found = facts.values.find(attribute);
        if (found == facts.values.end())
            continue;
        if (!words.empty())
            words += ", ";
        if (attributes.size() > 1)
            words += attributeLabel(attribute, rulebook) + " ";
        words += valueInWords(found->second, attribute, rulebook);
    }
    return words;
}

}

std::vector<CriterionResult> qualify(const Rulebook& rulebook, const Facts& facts)
{
    std::vector<CriterionResult> results;
    for (const Criterion& criterion : rulebook.qualification) {
        const auto attributes = attributesOf(criterion.when);
        CriterionResult result{
            criterion.id, criterion.name, stateOf(criterion.when, attributes, facts), criterion.required,
            {},           criterion.ask};
        if (result.state != CriterionState::Unknown)
            result.evidence = evidence(attributes, rulebook, facts);
        results.push_back(std::move(result));
    }
    return results;
}

}
