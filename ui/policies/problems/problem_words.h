#pragma once

#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook_issue.h"

#include <QString>

namespace signalbox {

// "Can never fire", "Nobody handles this": what kind of problem it is.
QString titleOf(FindingKind kind);
// "Found “many”, expected a number, as deal size is one."
QString wordsOf(const RulebookIssue& issue);
// "1 error", "3 warnings", "2 notes"
QString errorsInWords(int count);
QString warningsInWords(int count);
QString notesInWords(int count);

}
