#pragma once

#include "app/analysis/errand.h"
#include "model/domain/result.h"
#include "routing/open_intervals.h"
#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook_issue.h"

#include <functional>
#include <string>
#include <vector>

namespace signalbox {

// Who hears of what is found, on the thread that checks.
struct CheckListener {
    std::function<void(const std::vector<RulebookIssue>&)> issues = [](const auto&) {};
    std::function<void(const Finding&)> found = [](const auto&) {};
};

// The document's issues, and when there are none, all that the proofs find, as they find it. True when they came to their
// end in time. Error: a schedule's time zone is not known.
Result<bool> checkDocument(const std::string& document, Instant now, const CheckListener& listener,
                           const Errand& errand);
// Where `after` decides otherwise than `before`. Errors: either document has errors.
Result<bool> compareDocuments(const std::string& before, const std::string& after, Instant now,
                              const CheckListener& listener, const Errand& errand);
// When the schedules of the document are open, a week back and two years ahead. One that cannot be read is left out.
OpenIntervals openIntervalsIn(const std::string& document, Instant now);

}
