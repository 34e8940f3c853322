#include "ui/policies/problems/problem_words.h"

#include "ui/shared/format_text.h"

#include <QCoreApplication>

namespace signalbox {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("Problems", words); }

constexpr int longestWords = 600;

}

QString titleOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Error:
        return tr("Must be mended before publishing");
    case FindingKind::Contradiction:
        return tr("Contradicts itself");
    case FindingKind::Unreachable:
        return tr("Can never fire");
    case FindingKind::Overlap:
        return tr("Crosses another policy");
    case FindingKind::Gap:
        return tr("No policy handles this");
    case FindingKind::NeverOpen:
        return tr("Never open");
    case FindingKind::Cycle:
        return tr("Goes round in a circle");
    case FindingKind::Difference:
        return tr("Decides otherwise than live");
    case FindingKind::Undecided:
        break;
    }
    return tr("Not proved in time");
}

QString wordsOf(const RulebookIssue& issue)
{
    const QString expected = line(issue.expected, longestWords);
    if (issue.found.empty())
        return tr("Expected %1.").arg(expected);
    return tr("Found %1, expected %2.").arg(line(issue.found, longestWords), expected);
}

QString errorsInWords(int count) { return count == 1 ? tr("1 error") : tr("%1 errors").arg(count); }
QString warningsInWords(int count) { return count == 1 ? tr("1 warning") : tr("%1 warnings").arg(count); }
QString notesInWords(int count) { return count == 1 ? tr("1 note") : tr("%1 notes").arg(count); }

}
