#include "ui/policies/problems/problem_words.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/problems/problem_list.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

namespace signalbox {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("Problems", words); }


// "/queues/2/schedule" -> the name of the third queue.
template <class Entry>
QString entryName(const std::vector<Entry>& entries, const QString& index)
{
    bool isNumber = false;
    const qulonglong at = index.toULongLong(&isNumber);
    if (!isNumber || at >= entries.size())
        return {};
    const Entry& entry = entries[std::size_t(at)];
    return line(entry.name.empty() ? entry.id.value : entry.name, 80);
}

QString sectionInWords(const QString& section, const QString& index, const Rulebook& rulebook)
{
    const auto named = [](const QString& one, const QString& all, const QString& name) {
        return name.isEmpty() ? all : one.arg(name);
    };
    if (section == u"tiers")
        return named(tr("Tier %1"), tr("Tiers"), entryName(rulebook.tiers, index));
    if (section == u"queues")
        return named(tr("Queue %1"), tr("Queues"), entryName(rulebook.queues, index));
    if (section == u"signals")
        return named(tr("Signal %1"), tr("Signals"), entryName(rulebook.signals, index));
    if (section == u"qualification")
        return named(tr("Criterion %1"), tr("Qualification"), entryName(rulebook.qualification, index));
    if (section == u"schedules")
        return named(tr("Schedule %1"), tr("Schedules"), entryName(rulebook.schedules, index));
    if (section == u"alerts")
        return named(tr("Alert %1"), tr("Alerts"), entryName(rulebook.alerts, index));
    if (section == u"cases")
        return named(tr("Case %1"), tr("Cases"), entryName(rulebook.cases, index));
    if (section == u"attributes")
        return named(tr("Attribute %1"), tr("Attributes"), index);
    return tr("The whole rulebook");
}

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

QString placeInWords(const Problem& problem, const RulebookDraft& draft)
{
    if (const Policy* const policy = draft.find(problem.policy)) {
        const QString name = line(policy->name.empty() ? policy->id.value : policy->name, 80);
        return QStringLiteral("%1 %2").arg(draft.rowOf(problem.policy) + 1).arg(name);
    }
    return sectionInWords(problem.within.section(u'/', 1, 1), problem.within.section(u'/', 2, 2), draft.rulebook());
}

QString errorsInWords(int count) { return count == 1 ? tr("1 error") : tr("%1 errors").arg(count); }
QString warningsInWords(int count) { return count == 1 ? tr("1 warning") : tr("%1 warnings").arg(count); }
QString notesInWords(int count) { return count == 1 ? tr("1 note") : tr("%1 notes").arg(count); }

}
