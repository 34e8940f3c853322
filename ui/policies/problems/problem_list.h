#pragma once

#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook_issue.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace signalbox {

class AnalysisPort;
class DraftEngine;
class RulebookDraft;

// What is wrong or doubtful somewhere in the draft, in words for the one who edits it.
struct Problem {
    enum class Weight { Error, Warning, Note } weight = Weight::Warning;   // errors forbid publishing
    FindingKind kind = FindingKind::Error;
    PolicyId policy;   // empty: it is about something else
    QString within;    // pointer within the policy, "/when/all/0"; else into the whole rulebook
    QString title;     // "Can never fire"
    QString words;     // why, in a sentence or two
    std::vector<PolicyId> hiddenBy;
    std::optional<Values> witness;   // a context in which it shows
    bool stale = false;              // from before the last change, and not found again yet

    bool operator==(const Problem&) const = default;
};

// Asks the checker after each change, calling off the check before, and keeps what it found. Old marks stay, marked stale,
// until the new ones are all there.
class ProblemList : public QObject {
    Q_OBJECT

public:
    ProblemList(RulebookDraft& draft, DraftEngine& engine, AnalysisPort& analysis, QObject* parent = nullptr);

    // Errors first, then warnings, then notes; each in the order of the rulebook.
    const std::vector<Problem>& all() const { return m_problems; }
    std::vector<const Problem*> problemsOf(const PolicyId& policy) const;   // valid until `changed`
    // What stands at this place of the draft, or anywhere beneath it: "/policies/3/when/all/0", "/tiers/1".
    std::vector<const Problem*> at(const QString& pointer) const;
    // Where it is in the draft as it stands now.
    QString placeOf(const Problem& problem) const;

    int count(Problem::Weight weight) const;
    bool hasErrors() const { return count(Problem::Weight::Error) > 0; }
    bool checking() const { return m_ticket != 0 || m_pause.isActive(); }
    bool complete() const { return m_complete; }   // false: the last check was cut by time
    QString summary() const;                       // "1 error, 2 warnings"; empty when there are none

Q_SIGNALS:
    void changed();

private:
    void ask();
    void takeIssues(const std::vector<RulebookIssue>& issues);
    void takeFinding(const Finding& finding);
    void finish(bool complete);
    void add(Problem problem);
    void arrange();

    RulebookDraft& m_draft;
    DraftEngine& m_engine;
    AnalysisPort& m_analysis;
    std::vector<Problem> m_problems;
    std::map<PolicyId, std::vector<std::size_t>> m_byPolicy;
    quint64 m_ticket = 0;
    bool m_complete = true;
    QTimer m_pause;
    QTimer m_telling;   // findings that come at once are told together
};

}
