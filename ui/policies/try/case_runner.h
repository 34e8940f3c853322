#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/shared/background_work.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace signalbox {

class DraftEngine;
class Engine;
class RulebookDraft;

// How one case of the draft came out.
struct CaseResult {
    CaseId id;
    bool passed = false;
    QString expected;   // "Enterprise pricing fires, to Enterprise East, P1"
    QString came;       // what came where it was expected otherwise: "Ready to buy fires, to Sales"

    bool operator==(const CaseResult&) const = default;
};

// A case's context, and the moment it is decided at: its own "now", else the present.
CaseResult runCase(const PolicyCase& kept, const Engine& engine, Instant present);

// Runs every case of the draft after each change, out of the way.
class CaseRunner : public QObject {
    Q_OBJECT

public:
    CaseRunner(RulebookDraft& draft, DraftEngine& engine, QObject* parent = nullptr);
    ~CaseRunner() override;

    const std::vector<CaseResult>& results() const { return m_results; }   // in the order of the draft's cases
    const CaseResult* resultOf(const CaseId& id) const;
    int total() const { return int(m_results.size()); }
    int passed() const;
    std::vector<CaseResult> failing() const;
    bool isCurrent() const;    // nothing has changed since they ran
    QString summary() const;   // "24 of 24 cases pass"; empty without cases

    void run();   // now

Q_SIGNALS:
    void changed();

private:
    RulebookDraft& m_draft;
    DraftEngine& m_engine;
    std::vector<CaseResult> m_results;
    BackgroundWork m_work;
};

}
