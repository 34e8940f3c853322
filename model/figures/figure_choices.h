#pragma once

#include "model/figures/question.h"

namespace signalbox {

struct FigureChoice {
    std::string id;   // as a question filters by it
    std::string name;

    bool operator==(const FigureChoice&) const = default;
};

// The channels, tiers, queues, agents and versions that conversations and alerts of an origin have, each in the order in which people
// look for them.
using FigureChoices = std::map<Dimension, std::vector<FigureChoice>>;
FigureChoices choicesOf(const FigureRows& rows, Origin origin);

}
