#include "ui/policies/problems/problem_list.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/problems/problem_words.h"
#include "ui/policies/try/draft_engine.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/format_text.h"

#include <QStringList>

#include <algorithm>
#include <chrono>
#include <tuple>

namespace signalbox {
namespace {

constexpr auto checkPause = std::chrono::milliseconds(250);
constexpr auto tellPause = std::chrono::milliseconds(50);

Problem::Weight weightOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Error:
        return Problem::Weight::Error;
    case FindingKind::Overlap:
    case FindingKind::Difference:
    case FindingKind::Undecided:
        return Problem::Weight::Note;
    default:
        return Problem::Weight::Warning;
    }
}

// "/policies/3/when" is of row 3, and "/when" within it; -1 for other places.
struct PolicyPlace {
    int row = -1;
    QString within;
};

PolicyPlace policyPlaceOf(const QString& pointer)
{
    static const QString start = QStringLiteral("/policies/");
    if (!pointer.startsWith(start))
        return {};
    const qsizetype end = pointer.indexOf(u'/', start.size());
    bool isNumber = false;
    const int row = pointer.mid(start.size(), end < 0 ? -1 : end - start.size()).toInt(&isNumber);
    return isNumber ? PolicyPlace{row, end < 0 ? QString() : pointer.mid(end)} : PolicyPlace{};
}

bool isAtOrBeneath(const QString& place, const QString& pointer)
{
    return place.startsWith(pointer)
        && (place.size() == pointer.size() || pointer.isEmpty() || place[pointer.size()] == u'/');
}

bool sameProblem(const Problem& one, const Problem& other)
{
    return one.kind == other.kind && one.policy == other.policy && one.within == other.within
        && one.words == other.words;
}

}

ProblemList::ProblemList(RulebookDraft& draft, DraftEngine& engine, AnalysisPort& analysis, QObject* parent)
    : QObject(parent), m_draft(draft), m_engine(engine), m_analysis(analysis)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(checkPause);
    m_telling.setSingleShot(true);
    m_telling.setInterval(tellPause);
    connect(&m_pause, &QTimer::timeout, this, &ProblemList::ask);
    connect(&m_telling, &QTimer::timeout, this, &ProblemList::changed);
    connect(&m_draft, &RulebookDraft::changed, this, [this] {
        if (m_ticket != 0)
            m_analysis.cancel(m_ticket);
        m_ticket = 0;
        const bool fresh = std::ranges::any_of(m_problems, [](const Problem& problem) { return !problem.stale; });
        for (Problem& problem : m_problems)
            problem.stale = true;
        m_pause.start();
        if (fresh)
            m_telling.start();
    });
    connect(&m_engine, &DraftEngine::compiled, this, [this] {
        if (m_ticket == 0)
            m_pause.start();
    });
    connect(&m_analysis, &AnalysisPort::issuesFound, this, [this](quint64 ticket, const auto& issues) {
        if (ticket == m_ticket && ticket != 0)
            takeIssues(issues);
    });
    connect(&m_analysis, &AnalysisPort::findingFound, this, [this](quint64 ticket, const Finding& finding) {
        if (ticket == m_ticket && ticket != 0)
            takeFinding(finding);
    });
    connect(&m_analysis, &AnalysisPort::checked, this, [this](quint64 ticket, bool all) {
        if (ticket == m_ticket && ticket != 0)
            finish(all);
    });
    connect(&m_analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString&) {
        if (ticket == m_ticket && ticket != 0)
            finish(false);
    });
}

void ProblemList::ask()
{
    if (!m_engine.draft() || !m_engine.isCurrent()) {
        if (m_engine.draft())
            m_pause.start();
        return;
    }
    if (m_ticket != 0)
        m_analysis.cancel(m_ticket);
    for (Problem& problem : m_problems)
        problem.stale = true;
    m_ticket = m_analysis.askCheck(m_engine.draft()->document);
    m_telling.start();
}

void ProblemList::takeIssues(const std::vector<RulebookIssue>& issues)
{
    for (const RulebookIssue& issue : issues) {
        Problem problem;
        problem.weight = Problem::Weight::Error;
        const QString place = line(issue.place, 2000);
        const PolicyPlace there = policyPlaceOf(place);
        const bool isPolicy = there.row >= 0 && there.row < int(m_draft.policies().size());
        if (isPolicy)
            problem.policy = m_draft.policies()[std::size_t(there.row)].id;
        problem.within = isPolicy ? there.within : place;
        problem.title = titleOf(FindingKind::Error);
        problem.words = wordsOf(issue);
        add(std::move(problem));
    }
    arrange();
}

void ProblemList::takeFinding(const Finding& finding)
{
    Problem problem;
    problem.kind = finding.kind;
    problem.weight = weightOf(finding.kind);
    const QString place = line(finding.place, 2000);
    const PolicyPlace there = policyPlaceOf(place);
    const bool isPolicy = there.row >= 0 && there.row < int(m_draft.policies().size());
    problem.policy = !finding.policy.empty() ? finding.policy
        : isPolicy                           ? m_draft.policies()[std::size_t(there.row)].id
                                             : PolicyId{};
    problem.within = there.row >= 0 ? there.within : problem.policy.empty() ? place : QString();
    problem.title = titleOf(finding.kind);
    problem.words = line(finding.message, longestWords);
    problem.hiddenBy = finding.hiddenBy;
    problem.witness = finding.witness;
    add(std::move(problem));
    arrange();
}

void ProblemList::add(Problem problem)
{
    const auto before = std::ranges::find_if(
        m_problems, [&problem](const Problem& old) { return old.stale && sameProblem(old, problem); });
    if (before != m_problems.end())
        *before = std::move(problem);
    else
        m_problems.push_back(std::move(problem));
}

void ProblemList::arrange()
{
    std::map<PolicyId, int> rows;
    for (std::size_t row = 0; row < m_draft.policies().size(); ++row)
        rows.emplace(m_draft.policies()[row].id, int(row));
    const auto rowOf = [&rows](const Problem& problem) {
        const auto row = rows.find(problem.policy);
        return row == rows.end() ? int(rows.size()) : row->second;
    };
    std::ranges::stable_sort(m_problems, [&rowOf](const Problem& one, const Problem& other) {
        return std::tuple(one.weight, rowOf(one)) < std::tuple(other.weight, rowOf(other));
    });
    m_byPolicy.clear();
    for (std::size_t i = 0; i < m_problems.size(); ++i)
        m_byPolicy[m_problems[i].policy].push_back(i);
    if (!m_telling.isActive())
        m_telling.start();
}

void ProblemList::finish(bool complete)
{
    m_ticket = 0;
    m_complete = complete;
    std::erase_if(m_problems, [](const Problem& problem) { return problem.stale; });
    arrange();
}

std::vector<const Problem*> ProblemList::problemsOf(const PolicyId& policy) const
{
    std::vector<const Problem*> found;
    if (const auto known = m_byPolicy.find(policy); known != m_byPolicy.end() && !policy.empty())
        for (const std::size_t i : known->second)
            found.push_back(&m_problems[i]);
    return found;
}

std::vector<const Problem*> ProblemList::at(const QString& pointer) const
{
    std::vector<const Problem*> found;
    const PolicyPlace place = policyPlaceOf(pointer);
    if (place.row >= 0 && place.row < int(m_draft.policies().size())) {
        for (const Problem* const problem : problemsOf(m_draft.policies()[std::size_t(place.row)].id))
            if (isAtOrBeneath(problem->within, place.within))
                found.push_back(problem);
        return found;
    }
    for (const Problem& problem : m_problems)
        if (problem.policy.empty() && !problem.within.isEmpty() && isAtOrBeneath(problem.within, pointer))
            found.push_back(&problem);
    return found;
}

QString ProblemList::placeOf(const Problem& problem) const
{
    if (problem.policy.empty())
        return problem.within;
    const int row = m_draft.rowOf(problem.policy);
    return row < 0 ? QString() : QStringLiteral("/policies/%1%2").arg(row).arg(problem.within);
}

int ProblemList::count(Problem::Weight weight) const
{
    return int(std::ranges::count(m_problems, weight, &Problem::weight));
}

QString ProblemList::summary() const
{
    QStringList parts;
    if (const int errors = count(Problem::Weight::Error))
        parts << errorsInWords(errors);
    if (const int warnings = count(Problem::Weight::Warning))
        parts << warningsInWords(warnings);
    return parts.join(QStringLiteral(", "));
}

}
