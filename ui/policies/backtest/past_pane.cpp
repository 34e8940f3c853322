#include "ui/policies/backtest/past_pane.h"

#include "ui/policies/backtest/backtest_words.h"
#include "ui/policies/backtest/partings_model.h"
#include "ui/policies/backtest/report_view.h"
#include "ui/policies/backtest/twice_view.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QStackedWidget>

#include <utility>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

Parting partingOf(const MovedConversation& moved, Instant now)
{
    Parting row;
    row.conversation = moved.id;
    row.title = numberOf(moved.id) + u' ' + line(moved.visitorName);
    row.when = formatAge(moved.at, now);
    row.exactly = formatExact(moved.at);
    QString detail = moved.before.sameOwner(moved.after)
        ? line(moved.from)
        : PastPane::tr("%1 → %2").arg(line(moved.from), line(moved.to));
    if (moved.before.tier != moved.after.tier) {
        const auto tier = [](const TierId& id) { return id.empty() ? PastPane::tr("no tier") : line(id.value); };
        detail += u", "_s + PastPane::tr("%1 → %2").arg(tier(moved.before.tier), tier(moved.after.tier));
    }
    row.details = {detail};
    return row;
}

}

PastPane::PastPane(const StudioContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_message(new InlineMessage(context.page.theme, MessageKind::Info, this)),
      m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(context.page.theme, {}, {}, this)),
      m_moved(new PartingsModel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newControls());
    column->addWidget(newLine(context.page.theme, this));
    m_message->hide();
    column->addWidget(m_message);
    m_empty->setSentence(tr("Decide the past again with this draft, to see which conversations would go elsewhere."));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(newResult());
    column->addWidget(m_stack, 1);
    connectParts();
    refresh();
}

void PastPane::connectParts()
{
    AnalysisPort& analysis = m_context.analysis;
    connect(m_run, &QPushButton::clicked, this, &PastPane::run);
    connect(m_stop, &QPushButton::clicked, this, &PastPane::stop);
    connect(&analysis, &AnalysisPort::progressed, this, [this](quint64 ticket, qint64 done, qint64 total) {
        if (ticket == m_running)
            showProgress(done, total);
    });
    connect(&analysis, &AnalysisPort::backtested, this, [this](quint64 ticket, const BacktestReport& report) {
        if (ticket != m_running)
            return;
        m_running = 0;
        showReport(report);
        refresh();
    });
    connect(&analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket == m_opening)
            return m_twice->clear(text(why.toStdString()));
        if (ticket != m_running)
            return;
        m_running = 0;
        showMessage(true, tr("The backtest could not be run."), text(why.toStdString()));
        refresh();
    });
    connect(&analysis, &AnalysisPort::decidedTwice, this,
            [this](quint64 ticket, const std::vector<DecidedTwice>& decisions) {
                const int row = m_movedList->currentIndex().row();
                if (ticket == m_opening && row >= 0)
                    m_twice->showDecisions(decisions, m_found.examples[m_shown[std::size_t(row)]].decision, m_rulebook);
            });
    connect(m_report, &ReportView::wayChosen, this, &PastPane::listMoved);
    connect(m_movedList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { openMoved(current.row()); });
    connect(&m_context.draft, &RulebookDraft::changed, this, [this] {
        if (m_document.empty() || isRunning() || m_stack->currentIndex() == 0 || std::exchange(m_stale, true))
            return;
        showMessage(false, tr("The draft has changed since."), tr("Run the backtest again to see what it does now."));
    });
}

Period PastPane::chosenPeriod() const
{
    Period period;
    period.until = m_context.page.now();
    if (const int days = m_period->currentData().toInt(); days != everyDay)
        period.since = period.until - std::chrono::days(days);
    period.practice = m_practice->isChecked();
    period.imported = m_imported->isChecked();
    return period;
}

void PastPane::run()
{
    if (isRunning())
        return;
    m_document = m_context.draft.document();
    m_rulebook = m_context.draft.rulebook();
    m_running = m_context.analysis.askBacktest(m_document, chosenPeriod());
    m_stale = false;
    m_message->hide();
    m_progress->setRange(0, 0);
    m_done->setText(tr("Reading the past…"));
    refresh();
    m_stop->setFocus();
}

void PastPane::stop()
{
    m_context.analysis.cancel(m_running);
    m_running = 0;
    showMessage(false, tr("Stopped."), tr("Nothing was counted."));
    refresh();
    m_run->setFocus();
}

void PastPane::showProgress(qint64 done, qint64 total)
{
    m_progress->setRange(0, 1000);
    m_progress->setValue(total > 0 ? int(1000 * done / total) : 0);
    m_done->setText(tr("%1 of %2").arg(formatCount(done), formatCount(total)));
}

void PastPane::showReport(const BacktestReport& report)
{
    m_found = report;
    if (report.conversations == 0) {
        m_empty->setSentence(tr("No conversation was decided in this period. Practice and imported conversations count "
                                "only when they are ticked above."));
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    m_report->showReport(report, m_rulebook);
    listMoved({}, {});
}

void PastPane::listMoved(const QString& from, const QString& to)
{
    m_shown.clear();
    std::vector<Parting> rows;
    for (std::size_t i = 0; i < m_found.examples.size(); ++i) {
        const MovedConversation& moved = m_found.examples[i];
        if (!from.isEmpty() && (line(moved.from) != from || line(moved.to) != to))
            continue;
        m_shown.push_back(i);
        rows.push_back(partingOf(moved, m_context.page.now()));
    }
    const auto all = std::size_t(m_found.moved);
    m_movedHeader->setDetail(
        from.isEmpty() && rows.size() < all
            ? tr("the first %1 of %2").arg(formatCount(qint64(rows.size())), formatCount(qint64(all)))
            : formatCount(qint64(rows.size())));
    m_moved->setRows(std::move(rows));
    m_movedList->setCurrentIndex({});
    m_twice->setConversation({});
    m_twice->clear(m_found.moved == 0 ? tr("Every conversation ends up where it did, with the same tier.")
                                      : tr("Choose a conversation to see how it was decided and how the draft would."));
    if (m_moved->rowCount() > 0)
        m_movedList->setCurrentIndex(m_moved->index(0));
}

void PastPane::openMoved(int row)
{
    if (row < 0 || row >= int(m_shown.size()))
        return;
    const MovedConversation& moved = m_found.examples[m_shown[std::size_t(row)]];
    m_twice->setConversation(numberOf(moved.id) + u' ' + line(moved.visitorName));
    m_twice->clear(tr("Deciding it again…"));
    m_context.analysis.cancel(m_opening);
    m_opening = m_context.analysis.askDecidedTwice(m_document, moved.id);
}

void PastPane::refresh()
{
    m_run->setVisible(!isRunning());
    m_stop->setVisible(isRunning());
    m_progress->setVisible(isRunning());
    m_done->setVisible(isRunning());
    for (QWidget* const choice : std::initializer_list<QWidget*>{m_period, m_practice, m_imported})
        choice->setEnabled(!isRunning());
}

void PastPane::showMessage(bool bad, const QString& what, const QString& why)
{
    m_message->setKind(bad ? MessageKind::Bad : MessageKind::Info);
    m_message->setText(what, why);
    m_message->show();
}

}
