#pragma once

#include "ui/shared/explained_moment.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace signalbox {

class ScrollColumn;

// Why this agent and why not the others; what would have led elsewhere; what happened next.
class ReasonsPane : public QWidget {
    Q_OBJECT

public:
    explicit ReasonsPane(const PageContext& context, QWidget* parent = nullptr);

    void showMoment(const ExplainedMoment& moment);
    void showOtherWays(const std::vector<AnotherWay>& ways);
    void tick(Instant now);   // what is owed has moved on
    QWidget* focusTarget() const;

Q_SIGNALS:
    void tryWanted(const signalbox::AnotherWay& way);
    void policyWanted(const signalbox::PolicyId& policy);

private:
    void refresh();
    void addAgents(QVBoxLayout& column);
    void addAgent(QVBoxLayout& column, const CandidateReason& candidate);
    void addOthers(QVBoxLayout& column, const Offer& offer);
    void addElsewhere(QVBoxLayout& column);
    void addSmallest(QVBoxLayout& column, const AnotherWay& way);
    void addAlternative(QVBoxLayout& column, const AnotherWay& way);
    void addNext(QVBoxLayout& column);
    void addNextRow(QVBoxLayout& column, const QString& time, const QString& words);
    void addRules(QVBoxLayout& column);
    QString owed(Instant now) const;   // "Not yet answered, 2:29 left"; empty: nothing is

    PageContext m_context;
    ScrollColumn* m_scroll;
    QLabel* m_owed = nullptr;
    ExplainedMoment m_moment;
    std::optional<std::vector<AnotherWay>> m_ways;   // none: still looked for
    bool m_othersShown = false;
    bool m_rulesShown = false;
};

}
