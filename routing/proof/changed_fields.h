#pragma once

#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace signalbox {

// What rules say besides their conditions, each field with its name and its value in words.
using Fields = std::vector<std::pair<std::string, std::string>>;
Fields fieldsOf(const Signal& signal);
Fields fieldsOf(const Criterion& criterion);
Fields fieldsOf(const Tier& tier);
Fields fieldsOf(const AlertTrigger& alert);
Fields fieldsOf(const Queue& queue, const Rulebook& rulebook);

// "Signal x: the weight was 25 and is 30." None when all are the same.
std::optional<Finding> changedFields(const std::string& subject, const Fields& now, const Fields& before,
                                     std::string place);

template <class Rule>
const Rule* sameIn(const std::vector<Rule>& rules, const Rule& wanted)
{
    const auto known
        = std::find_if(rules.begin(), rules.end(), [&wanted](const Rule& rule) { return rule.id == wanted.id; });
    return known == rules.end() ? nullptr : &*known;
}

}
