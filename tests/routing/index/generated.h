#pragma once

#include "model/domain/value.h"
#include "routing/rulebook/rulebook.h"

#include <rapidcheck.h>

namespace signalbox {

// Conditions over a handful of attributes and values, so that they often hold and often share what they compare with: every
// operator, any mix of types on either side, one attribute with another, schedules, nots, groups of nothing.
rc::Gen<Condition> genCondition(int depth);

// Policies in no particular order, some of them switched off, some with an exception.
rc::Gen<Rulebook> genRulebook(std::size_t mostPolicies);

// Some of the attributes that the conditions look at, and some they do not, with values of any type.
rc::Gen<Values> genValues();

}
