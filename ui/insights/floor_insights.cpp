#include "ui/insights/floor_insights.h"

#include "ui/insights/floor_bars_plot.h"
#include "ui/insights/floor_dimension_combo.h"
#include "ui/insights/floor_table.h"
#include "ui/insights/floor_table_model.h"
#include "ui/insights/floor_words.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/quiet_combo.h"
#include "ui/shared/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimeZone>
#include <QTimer>

#include <chrono>

namespace signalbox {
namespace {

constexpr std::chrono::milliseconds beforeItSaysSo{300};

// What a theme is looked at by unless something else is chosen.
std::optional<FloorBy> ownDimension(FloorTheme theme)
{
    return theme == FloorTheme::Agents  ? std::optional(FloorBy::Agent)
        : theme == FloorTheme::Policies ? std::optional(FloorBy::Policy)
                                        : std::nullopt;
}

}

FloorInsights::~FloorInsights() = default;

void FloorInsights::connectParts()
{
    connect(m_measure, &QComboBox::activated, this, &FloorInsights::takeMeasure);
    for (FloorDimensionCombo* combo : {m_by, m_across})
        connect(combo, &QComboBox::activated, this, &FloorInsights::ask);
    connect(m_bars, &FloorBarsPlot::opened, this, &FloorInsights::openBar);
    connect(m_bars, &FloorBarsPlot::chosenChanged, this, &FloorInsights::follow);
    connect(m_table, &FloorTable::opened, this, &FloorInsights::openCell);
}

void FloorInsights::listen()
{
    AnalysisPort& analysis = m_context.analysis;
    connect(&analysis, &AnalysisPort::floorCounted, this, [this](quint64 ticket, const FloorCounts& counts) {
        if (ticket == m_ticket)
            take(counts);
    });
    connect(&analysis, &AnalysisPort::progressed, this, [this](quint64 ticket, qint64 done, qint64 total) {
        if (ticket != m_ticket)
            return;
        m_waiting->setText(tr("Reading the past: %1 of %2 decisions").arg(formatCount(done), formatCount(total)));
        m_waiting->show();
    });
    connect(&analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_ticket)
            return;
        m_ticket = 0;
        m_waiting->hide();
        m_trouble->setText(tr("This could not be counted."), why);
        m_trouble->show();
    });
}

FloorMeasure FloorInsights::measure() const { return FloorMeasure(m_measure->currentData().toInt()); }

void FloorInsights::show(const FloorQuestion& base)
{
    m_question.of = base.of;
    m_question.zone = base.zone.empty() ? QTimeZone::systemTimeZoneId().toStdString() : base.zone;
    ask();
}

void FloorInsights::setTheme(FloorTheme theme)
{
    m_theme = theme;
    const FloorMeasure before = measure();
    m_measure->clear();
    for (const FloorMeasure one : measuresOf(theme))
        m_measure->addItem(floorMeasureName(one), int(one));
    if (m_measure->findData(int(before)) >= 0 && before != FloorMeasure::Conversations)
        m_measure->chooseData(int(before));   // the same is in both
    const auto own = ownDimension(theme);
    const auto chosen = m_by->dimension();
    const bool wasOwn = chosen && (chosen->kind == FloorBy::Agent || chosen->kind == FloorBy::Policy);
    if (!wasOwn && chosen)
        m_byBefore = *chosen;
    m_by->choose(own ? FloorDimension{*own, {}} : wasOwn ? m_byBefore : chosen);
    takeMeasure();
}

// Bars know all measures; a crossed table only the one it was asked for.
void FloorInsights::takeMeasure()
{
    m_title->setText(floorMeasureName(measure()));
    m_definition->setText(floorDefinition(measure()));
    const bool needsAsking = !m_hasCounts || m_across->dimension() || m_by->dimension() != m_counts.question.by;
    if (needsAsking)
        ask();
    else
        refresh();
}

void FloorInsights::ask()
{
    if (m_question.zone.empty())
        return;   // nobody has said yet of when
    m_question.of.now = m_context.now();
    m_question.by = m_by->dimension().value_or(FloorDimension{});
    m_question.across = m_across->dimension();
    m_question.measure = measure();
    if (m_ticket != 0)
        m_context.analysis.cancel(m_ticket);
    m_ticket = m_context.analysis.askFloor(m_question);
    QTimer::singleShot(beforeItSaysSo, this, [this, ticket = m_ticket] {
        if (ticket == m_ticket)
            showWaiting();
    });
}

void FloorInsights::showWaiting()
{
    if (m_waiting->isVisible())
        return;   // it says more already
    m_waiting->setText(tr("Counting…"));
    m_waiting->show();
}

void FloorInsights::take(const FloorCounts& counts)
{
    m_ticket = 0;
    m_waiting->hide();
    m_trouble->hide();
    m_model->clear();   // it looks into what goes now
    m_counts = counts;
    m_hasCounts = true;
    m_by->setAttributes(counts.attributes);
    m_across->setAttributes(counts.attributes);
    refresh();
}

QString FloorInsights::whyEmpty() const
{
    const FigureQuestion& of = m_counts.question.of;
    const bool filtered
        = of.channel || !of.tier.empty() || !of.queue.empty() || !of.agent.empty() || of.version.has_value();
    const QString kind = of.origin == Origin::Live ? tr("live", "kind of conversation")
        : of.origin == Origin::Practice            ? tr("practice", "kind of conversation")
                                                   : tr("imported", "kind of conversation");
    return filtered ? tr("No %1 conversation that this filter lets through was opened in this period.").arg(kind)
                    : tr("No %1 conversation was opened in this period.").arg(kind);
}

void FloorInsights::refresh()
{
    if (!m_hasCounts)
        return;
    if (m_counts.whole.conversations == 0) {
        m_empty->setSentence(whyEmpty());
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_body);
    m_bars->show(m_counts, measure());
    m_bars->setMinimumHeight(m_bars->heightWanted());
    m_model->show(m_counts, m_theme, measure());
    m_table->setAccessibleName(tr("Numbers: %1").arg(floorThemeName(m_theme)));
    m_fairness->setVisible(m_theme == FloorTheme::Agents);
    m_fairness->setText(floorFairnessText(m_counts.fairness));
    const FloorValue all = valueOf(m_counts.whole, measure(), m_counts.whole);
    const auto hidden = qint64(m_counts.bars.size()) - m_bars->bars();
    QString more = all.value ? QString() : tr("All together: —. %1").arg(floorReason(measure(), all));
    if (hidden > 0)
        more = (more.isEmpty() ? QString() : more + u' ')
            + tr("%1 more are in the table only.").arg(formatCount(hidden));
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    divide();
}

// The bars get what they need, up to a little more than half; the numbers the rest.
void FloorInsights::divide()
{
    if (m_dividedByHand)
        return;
    const int all = m_stack->height();
    const int bars = std::min(m_bars->heightWanted(), all * 11 / 20);
    m_body->setSizes({bars, all - bars});
}

void FloorInsights::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    divide();
}

void FloorInsights::follow(int bar)
{
    if (bar < 0)
        return;
    const QRect slot = m_bars->rectOf(bar);
    m_scroll->ensureVisible(slot.center().x(), slot.center().y(), 0, slot.height());
}

void FloorInsights::openBar(int bar)
{
    const FloorBar& chosen = m_counts.bars[std::size_t(bar)];
    open(chosen.figures, measure(),
         tr("%1: %2").arg(floorMeasureName(measure()), floorPartName(m_counts.question.by, chosen.part)));
}

void FloorInsights::openCell(const QModelIndex& index)
{
    const FloorCell cell = m_model->cellAt(index);
    if (cell.figures)
        open(*cell.figures, cell.measure, cell.title);
}

void FloorInsights::open(const FloorFigures& figures, FloorMeasure of, const QString& title)
{
    const std::vector<std::int64_t> numbers = conversationsBehind(figures, of);
    if (!numbers.empty())
        Q_EMIT rowsWanted(title, numbers);
}

}
