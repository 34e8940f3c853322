#pragma once

#include "model/domain/ids.h"
#include "model/domain/value.h"
#include "ui/shared/page_context.h"

#include <QObject>
#include <QString>

#include <optional>

namespace signalbox {

class AnalysisPort;
class CaseRunner;
class DraftEngine;
class ProblemList;
class RulebookDraft;

// What the rooms of the studio look at together: the chosen policy, and the sample on which conditions show true or false.
class StudioSelection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    const PolicyId& policy() const { return m_policy; }
    void choosePolicy(const PolicyId& policy);

    struct Sample {
        QString name;    // "Jörg Müller, #4809"
        Values values;   // the closed context, as the decision saw it
        Instant at{};
    };
    const std::optional<Sample>& sample() const { return m_sample; }
    void setSample(std::optional<Sample> sample);

    // Asks the page to show a place: a policy's condition ("/policies/3/when/all/0"), a tier ("/tiers/0"), ...
    void goTo(const QString& pointer) { Q_EMIT placeWanted(pointer); }
    // Asks Try to decide these values: a witness of the checker, a saved case.
    void tryOut(const QString& name, const Values& values) { Q_EMIT tryWanted(name, values); }

Q_SIGNALS:
    void policyChosen(const signalbox::PolicyId& policy);
    void sampleChanged();
    void placeWanted(const QString& pointer);
    void tryWanted(const QString& name, const signalbox::Values& values);

private:
    PolicyId m_policy;
    std::optional<Sample> m_sample;
};

// What every room of the studio works with; all of it outlives the rooms.
struct StudioContext {
    PageContext page;
    RulebookDraft& draft;
    AnalysisPort& analysis;
    StudioSelection& selection;
    DraftEngine& engine;     // the draft, compiled after each change
    ProblemList& problems;   // what the checker finds in it
    CaseRunner& cases;       // how its pinned examples come out
};

}
