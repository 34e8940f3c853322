#include "ui/policies/try/try_pane_parts.h"

#include "ui/policies/try/case_edits.h"
#include "ui/policies/try/case_runner.h"
#include "ui/policies/try/cases_pane.h"
#include "ui/policies/try/outcome_section.h"
#include "ui/policies/try/paste_dialog.h"
#include "ui/policies/try/recent_impact.h"
#include "ui/policies/try/sample_picker.h"
#include "ui/policies/try/smallest_change.h"
#include "ui/policies/try/values_view.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/ui_state.h"

#include <QAction>
#include <QEvent>
#include <QListView>
#include <QPushButton>
#include <QSplitter>

namespace signalbox {

using namespace Qt::StringLiterals;

void TryPane::Parts::buildActions()
{
    addAction(u"runTryAction"_s, TryPane::tr("Run what is tried"), Qt::Key_F5, [this] { m_trial.decide(); });
    addAction(u"runAllCasesAction"_s, TryPane::tr("Run all cases"), Qt::SHIFT | Qt::Key_F5,
              [this] { m_studio.cases.run(); });
    addAction(u"chooseSampleAction"_s, TryPane::tr("Choose a conversation to try"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
              [this] { openPicker(std::nullopt); });
}

void TryPane::Parts::connectParts()
{
    connect(m_run, &QPushButton::clicked, this, [this] { m_trial.decide(); });
    connect(m_sample, &QPushButton::clicked, this, [this] { openPicker(std::nullopt); });
    connect(m_empty->button(), &QPushButton::clicked, this, [this] { openPicker(std::nullopt); });
    connect(m_keep, &QPushButton::clicked, this, [this] { keepAsCase(caseOf(m_trial)); });
    connect(m_change, &SmallestChange::caseWanted, this, [this](const Values& values, const PolicyId& policy) {
        keepAsCase(caseFor(m_trial.name(), values, policy));
    });
    const auto choose = [this](const QModelIndex& index) {
        if (const QString policy = index.data(PathModel::PolicyRole).toString(); !policy.isEmpty())
            m_studio.selection.choosePolicy(PolicyId{policy.toStdString()});
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_message, &InlineMessage::linkActivated, this, [this] { showCases(m_kept); });
    connect(m_message, &InlineMessage::dismissed, m_message, &QWidget::hide);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_studio.page.state.setBytes(u"policies/try"_s, m_splitter->saveState()); });
    connect(&m_trial, &Trial::changed, this, &Parts::refresh);
    connect(&m_studio.selection, &StudioSelection::tryWanted, this, &Parts::tryValues);
    connect(&m_studio.selection, &StudioSelection::policyChosen, this, &Parts::scrollToWhatMatters);
}

// Where there is little room, the way and the values have it.
bool TryPane::Parts::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_pane && event->type() == QEvent::Resize) {
        const bool roomy = m_pane.height() >= m_studio.page.theme.px(720);
        m_impact->setVisible(roomy);
        m_impactLine->setVisible(roomy);
    }
    return QObject::eventFilter(watched, event);
}

void TryPane::Parts::refresh()
{
    const bool decided = m_trial.isDecided();
    const bool waiting = !m_trial.isEmpty() && !decided;
    m_sample->setText(m_trial.isEmpty() ? TryPane::tr("Choose a conversation")
                                        : QString(m_trial.name()).replace(u'&', u"&&"_s));
    m_run->setEnabled(decided);
    m_keep->setVisible(decided);
    m_splitter->setVisible(decided);
    m_empty->setVisible(!decided);
    m_empty->setSentence(waiting ? TryPane::tr("The draft is being made ready.")
                                 : TryPane::tr("Try a conversation of the past, or values of your own, on the draft: "
                                               "you see where it goes, and why."));
    scrollToWhatMatters();
}

void TryPane::Parts::scrollToWhatMatters()
{
    const int chosen = m_path.rowOfChosen();
    const int row = chosen >= 0 ? chosen : m_path.rowThatFired();
    if (row >= 0)
        m_list->scrollTo(m_path.index(row));
}

void TryPane::Parts::openPicker(const std::optional<PolicyId>& policy)
{
    if (!m_picker) {
        m_picker = new SamplePicker(m_studio, &m_pane);
        connect(m_picker, &SamplePicker::chosen, this, &Parts::trySample);
    }
    m_picker->openBelow(*m_sample, policy);
}

void TryPane::Parts::trySample(const PastSample& sample)
{
    m_message->hide();
    m_trial.tryPast(sampleTitle(sample, m_studio.page.now()), sample.decision);
}

void TryPane::Parts::tryValues(const QString& name, const Values& values)
{
    m_message->hide();
    m_trial.tryValues(name, values);
}

void TryPane::Parts::openPaste()
{
    auto* dialog = new PasteDialog(m_studio, &m_pane);
    connect(dialog, &PasteDialog::pasted, this,
            [this](const Values& values) { tryValues(TryPane::tr("Pasted values"), values); });
    dialog->open();
}

void TryPane::Parts::showCases(const CaseId& choose)
{
    CasesPane& cases = openCases(m_studio, *m_pane.window());
    if (!choose.empty())
        cases.choose(choose);
}

void TryPane::Parts::keepAsCase(PolicyCase made)
{
    m_kept = addCase(m_studio.draft, std::move(made));
    m_message->setKind(MessageKind::Good);
    m_message->setText(TryPane::tr("Saved as a case."), TryPane::tr("It is run after every change."));
    m_message->setLinks({{u"editCase"_s, TryPane::tr("Say what must come out")}});
    m_message->show();
}

}
