#include "ui/review/proposals_pane.h"

#include "model/figures/review_figures.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

class ProposalCard : public QWidget {
public:
    ProposalCard(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBox(painter, rect(), m_theme.px(8), m_theme.color(ThemeColor::Panel), m_theme.color(ThemeColor::Line));
    }

private:
    Theme& m_theme;
};

QString shareWords(std::int64_t truths, std::int64_t judged)
{
    return judged < fewestJudged ? QStringLiteral("—") : formatPercent(double(truths) / double(judged));
}

}

ProposalsPane::ProposalsPane(const PageContext& context, ReviewState& state, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_state(state),
      m_header(new PaneHeader(context.theme, tr("Proposals"), this)),
      m_cards(new ScrollColumn(context.theme, ThemeColor::Raised, this)),
      m_empty(new EmptyState(context.theme,
                             tr("Move a threshold and add it here, to take several over into one draft."), {}, this)),
      m_perWeek(newLabel({}, context.theme, TextStyle::Body, ThemeColor::Text, this)),
      m_precision(newLabel({}, context.theme, TextStyle::Body, ThemeColor::Text, this)),
      m_send(newPrimaryButton(tr("Send to draft"), QStringLiteral("sendToDraft"), this))
{
    setObjectName(QStringLiteral("proposalsPane"));
    setSurface(*this, context.theme, ThemeColor::Raised);
    m_cards->setFocusPolicy(Qt::NoFocus);
    m_perWeek->setObjectName(QStringLiteral("proposalsPerWeek"));
    m_precision->setObjectName(QStringLiteral("proposalsPrecision"));
    build();
    connect(m_send, &QPushButton::clicked, this, &ProposalsPane::sendWanted);
    connect(&state, &ReviewState::loaded, this, &ProposalsPane::refresh);
    connect(&state, &ReviewState::labelsChanged, this, &ProposalsPane::refresh);
    refresh();
}

void ProposalsPane::build()
{
    Theme& theme = m_context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_cards, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(newLine(theme, this));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(14));
    foot->setSpacing(theme.px(8));
    const auto total = [&](const QString& what, QLabel* value) {
        auto* row = new QHBoxLayout;
        row->addWidget(newLabel(what, theme, TextStyle::Body, ThemeColor::Text, this), 1);
        row->addWidget(value);
        foot->addLayout(row);
    };
    total(tr("Alerts a week"), m_perWeek);
    total(tr("Precision of all"), m_precision);
    foot->addWidget(m_send);
    column->addLayout(foot);
}

void ProposalsPane::add(const ThresholdProposal& proposal)
{
    const auto same = std::ranges::find_if(m_proposals,
                                           [&](const ThresholdProposal& other) { return other.sameSubject(proposal); });
    if (same == m_proposals.end())
        m_proposals.push_back(proposal);
    else
        *same = proposal;
    refresh();
    Q_EMIT changed();
}

void ProposalsPane::remove(const ThresholdProposal& proposal)
{
    std::erase_if(m_proposals, [&](const ThresholdProposal& other) { return other.sameSubject(proposal); });
    refresh();
    Q_EMIT changed();
}

void ProposalsPane::clear()
{
    m_proposals.clear();
    refresh();
    Q_EMIT changed();
}

QWidget* ProposalsPane::newCard(const ThresholdProposal& proposal)
{
    Theme& theme = m_context.theme;
    auto* card = new ProposalCard(theme, this);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
    column->setSpacing(theme.px(4));
    const QString title = tr("Raise %1 on %2").arg(proposal.name, channelName(proposal.channel));
    column->addWidget(newParagraph(title, theme, TextStyle::BodyStrong, ThemeColor::Text, card));
    column->addWidget(newLabel(tr("%1 → %2").arg(formatNumber(proposal.live), formatNumber(proposal.threshold)), theme,
                               TextStyle::Body, ThemeColor::TextMuted, card));
    const std::int64_t removed = proposal.effect.falsesRemoved(), lost = proposal.effect.truthsLost();
    auto* effects = new QHBoxLayout;
    effects->addWidget(newLabel(tr("%1 false removed").arg(formatCount(removed)), theme, TextStyle::Secondary,
                                ThemeColor::Good, card));
    effects->addWidget(newLabel(lost > 0 ? tr("· %1 true lost").arg(formatCount(lost)) : tr("· none lost"), theme,
                                TextStyle::Secondary, lost > 0 ? ThemeColor::Bad : ThemeColor::Text, card));
    effects->addStretch(1);
    column->addLayout(effects);
    auto* links = new QHBoxLayout;
    QPushButton* open = newLink(tr("Open"), QStringLiteral("openProposal"), card);
    QPushButton* gone = newLink(tr("Remove"), QStringLiteral("removeProposal"), card);
    open->setAccessibleName(tr("Open: %1").arg(title));
    gone->setAccessibleName(tr("Remove: %1").arg(title));
    links->addWidget(open);
    links->addWidget(gone);
    links->addStretch(1);
    column->addLayout(links);
    connect(open, &QPushButton::clicked, this, [this, proposal] { Q_EMIT openWanted(proposal); });
    connect(
        gone, &QPushButton::clicked, this, [this, proposal] { remove(proposal); }, Qt::QueuedConnection);
    return card;
}

// What each would have done follows from the labels as they are now.
void ProposalsPane::refresh()
{
    QVBoxLayout* column = m_cards->restart();
    const int edge = m_context.theme.px(12);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(m_context.theme.px(8));
    for (ThresholdProposal& proposal : m_proposals) {
        if (const auto study = m_state.study(proposal.trigger, proposal.channel))
            proposal.effect = study->at(proposal.threshold);
        column->addWidget(newCard(proposal));
    }
    column->addStretch(1);
    m_cards->finish();
    m_cards->setVisible(!m_proposals.empty());
    m_empty->setVisible(m_proposals.empty());
    m_header->setDetail(
        m_proposals.empty()
            ? QString()
            : tr("%1 for draft of v%2").arg(m_proposals.size()).arg(m_context.model.rulebookOnScreen().version));
    m_send->setEnabled(!m_proposals.empty());
    showTotals();
}

void ProposalsPane::showTotals()
{
    const ThresholdEffect all = m_state.wholePast();
    KeptAlerts after = all.before;
    for (const ThresholdProposal& proposal : m_proposals) {
        after.kept -= proposal.effect.before.kept - proposal.effect.after.kept;
        after.truths -= proposal.effect.truthsLost();
        after.falses -= proposal.effect.falsesRemoved();
    }
    const auto change = [](const QString& before, const QString& now) {
        return before == now ? before : tr("%1 → %2").arg(before, now);
    };
    m_perWeek->setText(change(formatCount(std::llround(all.perWeekBefore())),
                              formatCount(std::llround(double(after.kept) / all.weeks))));
    m_precision->setText(change(shareWords(all.before.truths, all.before.truths + all.before.falses),
                                shareWords(after.truths, after.truths + after.falses)));
}

}
