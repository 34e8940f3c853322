#include "ui/insights/figures_state.h"

#include "ui/insights/insights_words.h"
#include "ui/shared/analysis_port.h"

#include <algorithm>
#include <iterator>

namespace signalbox {

FiguresState::FiguresState(const PageContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_slow.setSingleShot(true);
    m_slow.setInterval(300);   // before, nothing is worth saying (the look, "Motion")
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_isSlow = true;
        Q_EMIT changed();
    });
    connect(&context.analysis, &AnalysisPort::figuresMade, this, &FiguresState::take);
    connect(&context.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_ticket || ticket == 0)
            return;
        m_ticket = 0;
        m_slow.stop();
        m_isSlow = false;
        m_trouble = why;
        Q_EMIT changed();
    });
}

void FiguresState::ask(FigureQuestion question, Dimension by)
{
    m_question = std::move(question);
    m_by = by;
    reload();
}

void FiguresState::reload()
{
    if (m_ticket != 0)
        m_context.analysis.cancel(m_ticket);
    m_question.now = m_context.now();
    std::vector<Dimension> dimensions{m_by};
    if (m_by != Dimension::Week)
        dimensions.push_back(Dimension::Week);
    m_ticket = m_context.analysis.askFigures(m_question, dimensions);
    if (!m_isSlow)
        m_slow.start();
}

void FiguresState::take(quint64 ticket, const FigureReport& report)
{
    if (ticket != m_ticket || ticket == 0)
        return;
    m_ticket = 0;
    m_slow.stop();
    m_isSlow = false;
    m_loaded = true;
    m_trouble.clear();
    m_report = report;
    m_lines = linesOf(m_report);
    Q_EMIT changed();
}

Dimension FiguresState::by() const { return m_report.by.empty() ? m_by : m_report.by.front(); }

const FigureLine* FiguresState::main(FigureSubject subject) const
{
    const auto found = std::ranges::find_if(m_lines, [&](const FigureLine& line) {
        return line.isMain && line.by.empty() && line.figure == codeOf(subject);
    });
    return found == m_lines.end() ? nullptr : &*found;
}

std::vector<FigureLine> FiguresState::beside(FigureSubject subject) const
{
    std::vector<FigureLine> lines;
    std::ranges::copy_if(m_lines, std::back_inserter(lines), [&](const FigureLine& line) {
        return !line.isMain && line.by.empty() && line.figure == codeOf(subject);
    });
    return lines;
}

std::vector<FigureLine> FiguresState::parts(FigureSubject subject, Dimension dimension) const
{
    const std::string by = nameOf(dimension);
    std::vector<FigureLine> lines;
    std::ranges::copy_if(m_lines, std::back_inserter(lines), [&](const FigureLine& line) {
        return line.isMain && line.by == by && line.figure == codeOf(subject);
    });
    return lines;
}

bool FiguresState::isNarrowed() const
{
    const FigureQuestion& asked = m_report.question;
    return asked.since != Instant::min() || asked.until != Instant::max() || asked.channel || asked.version
        || !asked.tier.empty() || !asked.queue.empty() || !asked.agent.empty();
}

}
