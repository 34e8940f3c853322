#include "ui/policies/editor/last_matches.h"

#include "routing/trace/destination.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace signalbox {
namespace {

constexpr int few = 4;
constexpr std::chrono::milliseconds pause{250};
constexpr int many = 100;

}

LastMatches::LastMatches(const StudioContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    Theme& theme = context.page.theme;
    setObjectName(QStringLiteral("lastMatches"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, theme.px(10), 0, 0);
    m_column->setSpacing(theme.px(4));
    auto* head = new QHBoxLayout;
    head->addWidget(newLabel(tr("Last matches"), theme, TextStyle::BodyStrong, ThemeColor::Text, this));
    head->addStretch(1);
    m_seeAll = newLink(tr("See all"), QStringLiteral("seeAllMatches"), this);
    m_seeAll->hide();
    head->addWidget(m_seeAll);
    m_column->addLayout(head);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(few); });
    connect(m_seeAll, &QPushButton::clicked, this, [this] {
        m_all = true;
        ask(many);
    });
    connect(&context.analysis, &AnalysisPort::samplesFound, this,
            [this](quint64 ticket, const std::vector<PastSample>& samples) {
                if (ticket == m_ticket)
                    show(samples);
            });
    hide();
}

void LastMatches::setPolicy(const PolicyId& policy)
{
    m_policy = policy;
    m_all = false;
    m_ticket = 0;
    hide();
    m_pause.stop();
    if (!policy.empty())
        m_pause.start();
}

void LastMatches::setTotal(std::int64_t total)
{
    m_seeAll->setText(total > many    ? tr("See the last %1").arg(many)
                          : total > 0 ? tr("See all %1").arg(formatCount(total))
                                      : tr("See all"));
}

void LastMatches::ask(int limit) { m_ticket = m_context.analysis.askSamples({}, m_policy, limit); }

void LastMatches::show(const std::vector<PastSample>& samples)
{
    delete m_lines;
    m_lines = new QWidget(this);
    auto* column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const PastSample& sample : samples) {
        column->addWidget(newLine(m_context.page.theme, m_lines));
        column->addWidget(newLineFor(sample));
    }
    m_column->addWidget(m_lines);
    m_lines->show();
    m_seeAll->setVisible(!m_all && int(samples.size()) >= few);
    setVisible(!samples.empty());
}

QString LastMatches::whereTo(const PastSample& sample) const
{
    const Destination to = destinationOf(sample.decision, m_context.draft.live(), {});
    if (!to.agent.empty())
        return m_context.page.model.agentName(to.agent);
    return to.queue.empty() ? tr("AI") : m_context.page.model.queueName(to.queue);
}

QWidget* LastMatches::newLineFor(const PastSample& sample)
{
    Theme& theme = m_context.page.theme;
    auto* made = new QWidget(m_lines);
    auto* row = new QHBoxLayout(made);
    row->setContentsMargins(0, theme.px(2), 0, theme.px(2));
    row->setSpacing(theme.px(12));
    const Instant now = m_context.page.now();
    const bool isToday = formatDay(sample.decision.at, now) == formatDay(now, now);
    QLabel* const at = newLabel(isToday ? formatClock(sample.decision.at) : formatAge(sample.decision.at, now), theme,
                                TextStyle::Body, ThemeColor::TextMuted, made);
    at->setToolTip(formatExact(sample.decision.at).toHtmlEscaped());
    at->setFixedWidth(theme.px(80));
    row->addWidget(at);
    auto* name = new ElidedLabel(theme, TextStyle::BodyStrong, ThemeColor::Text, made);
    name->setText(tr("%1 %2").arg(line(sample.visitorName, 80), numberOf(sample.conversation)));
    row->addWidget(name, 2);
    auto* where = new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted, made);
    where->setText(whereTo(sample));
    row->addWidget(where, 1);
    QPushButton* const use = newLink(tr("Try"), QStringLiteral("tryMatch"), made);
    use->setAccessibleName(tr("Try %1").arg(name->text()));
    row->addWidget(use);
    connect(use, &QPushButton::clicked, this, [this, sample, shown = name->text()] {
        m_context.selection.setSample(StudioSelection::Sample{shown, sample.decision.snapshot, sample.decision.at});
    });
    return made;
}

}
