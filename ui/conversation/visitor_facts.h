#pragma once

#include "model/domain/context.h"

#include <QString>

#include <vector>

namespace signalbox {

struct Rulebook;

// One line of "Who": what it is and what it says.
struct VisitorFact {
    QString label;
    QString value;
    QString detail;   // the source and time of the value, for the tooltip

    bool operator==(const VisitorFact&) const = default;
};

// What is known of a visitor from the context, in the order in which a person asks for it. Expired values are left out.
std::vector<VisitorFact> visitorFacts(const Context& context, const Rulebook& rulebook, Instant now);

}
