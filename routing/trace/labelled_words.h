#pragma once

#include "routing/trace/explanation_words.h"

namespace signalbox {

// All that `inWords` tells, with attributes by the names people have for them: "deal size was missing".
std::vector<ExplanationPart> inWordsWithLabels(const Explanation& explanation, const Rulebook& rulebook,
                                               const AgentNames& agentName);

}
