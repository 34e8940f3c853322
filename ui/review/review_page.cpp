#include "ui/review/review_page.h"

#include "ui/review/label_pane.h"
#include "ui/review/missed_pane.h"
#include "ui/review/proposals_pane.h"
#include "ui/review/review_words.h"
#include "ui/review/threshold_pane.h"
#include "ui/review/trigger_rows_delegate.h"
#include "ui/review/trigger_rows_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/tag.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>

namespace signalbox {
namespace {

constexpr int weeksOffered = 26;
constexpr int roomForProposals = 1300;   // narrower than this, they are shown on demand

}

void ReviewPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    for (QAction* action : std::as_const(m_actions))
        action->setEnabled(true);
    const bool newWeek = m_weeks.empty() || m_weeks.front() != reviewWeekOf(m_context.now());
    if (!newWeek)
        return m_state.reload();   // alerts of the meantime
    listWeeks();
    openChosen();
}

// Nothing is labelled unseen.
void ReviewPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    for (QAction* action : std::as_const(m_actions))
        action->setEnabled(false);
}

// Ctrl+Z takes a label back here; elsewhere it is the window's.
bool ReviewPage::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ReviewPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        m_labels->takeBack();
    else
        QWidget::keyPressEvent(event);
}

void ReviewPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// The week that has just begun has little to say: the one before it is what is reviewed.
void ReviewPage::listWeeks()
{
    m_week->clear();
    m_weeks = {reviewWeekOf(m_context.now())};
    while (m_weeks.size() < weeksOffered)
        m_weeks.push_back(weekBefore(m_weeks.back()));
    for (const ReviewWeek& week : m_weeks)
        m_week->addItem(week.name);
    m_week->setCurrentIndex(1);
}

void ReviewPage::openChosen()
{
    const int chosen = m_week->currentIndex();
    if (chosen < 0)
        return;
    m_state.open(m_weeks[std::size_t(chosen)], Origin(m_origin->currentData().toInt()));
    refresh();
}

int ReviewPage::leftToLabel() const { return m_state.alerts() - m_state.labelled(); }

void ReviewPage::connectParts()
{
    connect(m_week, &QComboBox::activated, this, [this] { openChosen(); });
    connect(m_origin, &QComboBox::activated, this, [this] { openChosen(); });
    connect(m_labels, &LabelPane::whyWanted, this, &ReviewPage::whyWanted);
    connect(m_labels, &LabelPane::conversationWanted, this, &ReviewPage::conversationWanted);
    connect(m_threshold, &ThresholdPane::whyWanted, this, &ReviewPage::whyWanted);
    connect(m_threshold, &ThresholdPane::proposed, this, [this](const ThresholdProposal& proposal) {
        m_proposals->add(proposal);
        showProposals(true);
    });
    connect(m_proposals, &ProposalsPane::openWanted, this, &ReviewPage::openProposal);
    connect(m_proposals, &ProposalsPane::sendWanted, this, &ReviewPage::send);
    connect(m_proposals, &ProposalsPane::changed, this, &ReviewPage::refresh);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPage::chooseRow);
    connect(m_toggle, &QPushButton::toggled, this, [this](bool on) {
        m_proposals->setVisible(on);
        arrange();
    });
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
    connect(&m_state, &ReviewState::loaded, this, &ReviewPage::refresh);
    connect(&m_state, &ReviewState::triggerChosen, this, &ReviewPage::refresh);
    connect(&m_state, &ReviewState::labelsChanged, this, &ReviewPage::refresh);
    connect(&m_state, &ReviewState::refused, this, [this](const QString& why) {
        m_message->setText(tr("The label was not taken."), why);
        m_message->show();
    });
}

void ReviewPage::chooseRow()
{
    const int row = m_rows->currentIndex().row();
    if (m_filling || row < 0)
        return;
    const AlertId chosen = m_model->at(row).trigger;
    m_state.chooseTrigger(chosen);
}

void ReviewPage::openProposal(const ThresholdProposal& proposal)
{
    m_state.chooseTrigger(proposal.trigger);
    m_threshold->choose(proposal.channel, proposal.threshold);
}

void ReviewPage::send()
{
    const std::vector<ThresholdProposal> proposals = m_proposals->proposals();
    if (proposals.empty())
        return;
    m_proposals->clear();
    Q_EMIT draftWanted(proposals);
}

void ReviewPage::refresh()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    const int row = m_model->rowOf(m_state.trigger());
    const int current = m_rows->currentIndex().row();
    const bool onTrigger = current >= 0 && m_model->at(current).trigger == m_state.trigger();
    if (row >= 0 && !onTrigger)
        m_rows->setCurrentIndex(m_model->index(row));
    m_rows->setFixedHeight(m_model->rowCount() * std::max(1, m_rows->sizeHintForRow(0)));
    m_rows->setVisible(m_model->rowCount() > 0);
    const int shown = m_rows->currentIndex().row();
    m_figures->setText(!m_state.isLoaded()            ? (m_state.isLoading() ? tr("Reading the week…") : QString())
                           : m_model->rowCount() == 0 ? tr("The live rulebook has no alerts.")
                           : shown < 0
                           ? QString()
                           : figuresWords(m_model->at(shown).figures, m_state.changeOf(m_model->at(shown).trigger)));
    const int left = leftToLabel();
    m_left->setText(!m_state.isLoaded()         ? QString()
                        : m_state.alerts() == 0 ? tr("No alerts this week.")
                        : left == 0             ? tr("All alerts labelled")
                        : left == 1             ? tr("1 alert still to label")
                                                : tr("%1 alerts still to label").arg(formatCount(left)));
    arrange();
    const std::size_t proposals = m_proposals->proposals().size();
    m_toggle->setText(proposals == 0 ? tr("Proposals") : tr("Proposals (%1)").arg(proposals));
    Q_EMIT leftChanged();
}

void ReviewPage::showProposals(bool shown)
{
    m_toggle->setChecked(shown);
    m_proposals->setVisible(shown);
}

// Where there is room the proposals always stand at the right; else they come and go.
void ReviewPage::arrange()
{
    const bool wide = width() >= m_context.theme.px(roomForProposals);
    m_toggle->setVisible(!wide);
    m_proposals->setVisible(wide || m_toggle->isChecked());
    const bool roomy = wide || !m_toggle->isChecked();
    m_left->setVisible(roomy);
    m_simulated->setVisible(roomy && m_state.origin() == Origin::Practice);   // the list beside it says so, too
    m_header->setTitle(roomy ? tr("Weekly review") : QString());
}

}
