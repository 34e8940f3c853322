#pragma once

#include "routing/rulebook/read_condition.h"
#include "routing/rulebook/rulebook.h"

namespace signalbox {

constexpr double anyNumber = 1e15;   // as far as numbers of a rulebook go

// The member `when` of a signal, a criterion, a tier, a policy or an alert.
Condition readWhen(ObjectReader& reader, const ReadingContext& context);
// Says so unless the condition compares the attribute with one number.
void expectComparedWithNumber(const Condition& when, const std::string& attribute, const Place& place, Issues& issues);
// Of a tier or an alert, for its condition `when`.
Thresholds readThresholds(ObjectReader& entry, const Condition& when, Issues& issues);

}
