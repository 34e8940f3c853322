#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

#include <utility>
#include <vector>

namespace signalbox {

// What an entry of a rulebook says, as names and words for people, always the same names in the same order.
using RulebookFields = std::vector<std::pair<QString, QString>>;

RulebookFields fieldsOf(const Policy& policy, const Rulebook& rulebook);
RulebookFields fieldsOf(const Tier& tier, const Rulebook& rulebook);
RulebookFields fieldsOf(const Signal& signal, const Rulebook& rulebook);
RulebookFields fieldsOf(const Criterion& criterion, const Rulebook& rulebook);
RulebookFields fieldsOf(const Schedule& schedule, const Rulebook& rulebook);
RulebookFields fieldsOf(const Queue& queue, const Rulebook& rulebook);
RulebookFields fieldsOf(const AlertTrigger& alert, const Rulebook& rulebook);
RulebookFields fieldsOf(const AttributeDefinition& attribute, const Rulebook& rulebook);
RulebookFields fieldsOf(const PolicyGroup& group, const Rulebook& rulebook);
RulebookFields fieldsOf(const PolicyCase& pinned, const Rulebook& rulebook);

}
