#pragma once

#include "model/domain/value.h"
#include "routing/proof/finding.h"
#include "routing/rulebook/rulebook.h"
#include "ui/shared/scroll_column.h"

#include <string>

class QLabel;
class QVBoxLayout;

namespace signalbox {

class AnalysisPort;
struct RulebookDifference;

// What differs between two rulebooks: entry by entry in words, then, as the checker proves it, which conversations come
// out differently.
class DifferenceView : public ScrollColumn {
    Q_OBJECT

public:
    DifferenceView(Theme& theme, AnalysisPort& analysis, QWidget* parent = nullptr);
    ~DifferenceView() override;

    struct Side {
        const Rulebook& rulebook;   // policies in the order of trial
        const std::string& document;
    };
    void compare(const Side& before, const Side& after);
    void showNothing(const QString& why);                    // a sentence in place of a comparison
    void setPlacesOpen(bool open) { m_placesOpen = open; }   // names of entries are links to their places
    int differences() const { return m_differences; }

Q_SIGNALS:
    void placeWanted(const QString& pointer);
    void witnessWanted(const signalbox::Values& witness);

private:
    QVBoxLayout* addSection(const QString& title, const QString& total);
    void addDifference(QVBoxLayout& section, const RulebookDifference& difference);
    void addFinding(const Finding& finding);
    void finishProof(bool complete);
    void stopProof();

    Theme& m_theme;
    AnalysisPort& m_analysis;
    QVBoxLayout* m_column = nullptr;
    QVBoxLayout* m_outcomes = nullptr;
    QLabel* m_proof = nullptr;
    quint64 m_ticket = 0;
    int m_differences = 0;
    int m_findings = 0;
    bool m_placesOpen = true;
};

}
