#pragma once

#include "ui/review/proposal.h"
#include "ui/review/review_state.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;

namespace signalbox {

class InlineMessage;
class LabelPane;
class PaneHeader;
class ProposalsPane;
class QuietCombo;
class Tag;
class ThresholdPane;
class TriggerRowsModel;

// The weekly review: label what came, see whether the alerts were right and what was missed, and tune the thresholds.
class ReviewPage : public QWidget {
    Q_OBJECT

public:
    explicit ReviewPage(const PageContext& context, QWidget* parent = nullptr);

    QList<QAction*> menuActions() const { return m_actions; }   // each has an objectName
    int leftToLabel() const;                                    // of the week that is shown

Q_SIGNALS:
    void whyWanted(const signalbox::ConversationId& conversation, signalbox::Instant at);
    void conversationWanted(const signalbox::ConversationId& conversation);
    void draftWanted(const std::vector<signalbox::ThresholdProposal>& proposals);   // to be put into the draft
    void leftChanged();

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* newHeader();
    QWidget* newCentre();
    QWidget* newRows();
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void connectParts();
    void listWeeks();
    void openChosen();
    void refresh();
    void chooseRow();
    void openProposal(const ThresholdProposal& proposal);
    void send();
    void showProposals(bool shown);
    void arrange();

    PageContext m_context;
    ReviewState m_state;
    std::vector<ReviewWeek> m_weeks;
    QSplitter* m_splitter;
    LabelPane* m_labels;
    QWidget* m_centre = nullptr;
    PaneHeader* m_header;
    QuietCombo* m_week;
    QuietCombo* m_origin;
    Tag* m_simulated;
    QLabel* m_left;
    QPushButton* m_toggle;   // of the proposals, where there is little room
    InlineMessage* m_message;
    TriggerRowsModel* m_model;
    QListView* m_rows;
    QLabel* m_figures;
    ThresholdPane* m_threshold;
    ProposalsPane* m_proposals;
    QList<QAction*> m_actions;
    bool m_filling = false;   // what is chosen now is not by hand
};

}
