#pragma once

#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook_issue.h"

#include <QString>

namespace signalbox {

class RulebookDraft;
struct Problem;

constexpr int longestWords = 600;   // of what is quoted from a rulebook; cut, with "..." at the end

// "Can never fire", "Nobody handles this": what kind of problem it is.
QString titleOf(FindingKind kind);
// "Found “many”, expected a number, as deal size is one."
QString wordsOf(const RulebookIssue& issue);
// What it is about: "4 Refund above €500", "Tiers", "The rulebook".
QString placeInWords(const Problem& problem, const RulebookDraft& draft);
// "1 error", "3 warnings", "2 notes"
QString errorsInWords(int count);
QString warningsInWords(int count);
QString notesInWords(int count);

}
