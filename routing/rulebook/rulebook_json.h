#pragma once

#include "model/domain/result.h"
#include "routing/rulebook/rulebook.h"
#include "routing/rulebook/rulebook_issue.h"

#include <string>
#include <string_view>
#include <vector>

namespace signalbox {

// Reads a whole rulebook, or only an array of policies. All issues in one pass, never only the first.
// Bounds: 100 MB, nesting of 64. Numbers must be finite. Types come from "attributes", else from the comparisons.
tl::expected<Rulebook, std::vector<RulebookIssue>> readRulebook(std::string_view json);

// What could be read of a draft, with everything that is wrong in it: an unfinished draft is kept and edited, though it
// cannot be published. What does not fit the format at all is left out and is among the issues.
struct RulebookReading {
    Rulebook rulebook;
    std::vector<RulebookIssue> issues;
};
RulebookReading readRulebookAsItIs(std::string_view json);

// The document, formatted for people; reading it again gives an equal rulebook.
std::string writeRulebook(const Rulebook& rulebook);

// One action as JSON, and several as a JSON array: {"type":"transfer_to_queue","queue":"sales"}.
std::string actionsToJson(const std::vector<Action>& actions);

}
