#pragma once

#include "model/domain/value.h"
#include "routing/rulebook/rulebook.h"

#include <string>
#include <vector>

namespace signalbox {

// Policies, and contexts to decide by them.
struct DecideWorkload {
    Rulebook rulebook;
    std::vector<Values> contexts;
};

// "typical/1000" and so on: the shared workload in two shapes and four sizes where it lies beside the checkout, and
// "made/1000" and so on, which need nothing.
std::vector<std::string> decideWorkloads();

// One of them. The last one is kept, for a benchmark asks for it again and again.
const DecideWorkload& decideWorkload(const std::string& name);

}
