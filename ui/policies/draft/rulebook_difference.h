#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

#include <vector>

namespace signalbox {

// One entry of a rulebook that is not the same in two of them, in words.
struct RulebookDifference {
    enum class Kind { Added, Removed, Changed };
    struct Field {
        QString name;     // "Conditions"
        QString before;   // empty: there was none
        QString after;
        bool operator==(const Field&) const = default;
    };

    Kind kind = Kind::Changed;
    QString room;                // "Policies", "Tiers", ...
    QString title;               // the entry's name, else its id
    std::vector<Field> fields;   // of an added or removed one: what it says
    QString place;               // JSON pointer into the later rulebook; empty when it is not there
    bool operator==(const RulebookDifference&) const = default;
};

// All that differs, room by room, field by field, policies first. Both have their policies in the order of trial. How
// policies are numbered is no difference, in which order they are tried is.
std::vector<RulebookDifference> differencesBetween(const Rulebook& before, const Rulebook& after);

}
