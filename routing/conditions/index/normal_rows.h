#pragma once

#include "routing/conditions/condition.h"

#include <vector>

namespace signalbox {

// A condition, or its opposite.
struct Literal {
    const Condition* condition = nullptr;   // a comparison or schedule test; anything where it stayed a tree
    bool negated = false;
    bool isTree = false;
};
using Row = std::vector<Literal>;   // all of them have to hold

// The condition as rows of which one has to hold (disjunctive normal form): none for one that is false by its form alone. At
// most `most` rows; what would need more stays a tree in its row. The literals point into the condition.
std::vector<Row> normalRows(const Condition& condition, std::size_t most = 8);

}
