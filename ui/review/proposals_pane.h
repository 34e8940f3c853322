#pragma once

#include "ui/review/proposal.h"
#include "ui/review/review_state.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace signalbox {

class EmptyState;
class PaneHeader;
class ScrollColumn;

// The thresholds to be taken over, with what they would have done together, and the way into the draft of the rulebook.
class ProposalsPane : public QWidget {
    Q_OBJECT

public:
    ProposalsPane(const PageContext& context, ReviewState& state, QWidget* parent = nullptr);

    const std::vector<ThresholdProposal>& proposals() const { return m_proposals; }
    void add(const ThresholdProposal& proposal);   // in place of one for the same trigger and channel
    void clear();

Q_SIGNALS:
    void changed();
    void openWanted(const signalbox::ThresholdProposal& proposal);
    void sendWanted();

private:
    void build();
    void refresh();
    QWidget* newCard(const ThresholdProposal& proposal);
    void remove(const ThresholdProposal& proposal);
    void showTotals();

    PageContext m_context;
    ReviewState& m_state;
    std::vector<ThresholdProposal> m_proposals;
    PaneHeader* m_header;
    ScrollColumn* m_cards;
    EmptyState* m_empty;
    QLabel* m_perWeek;
    QLabel* m_precision;
    QPushButton* m_send;
};

}
