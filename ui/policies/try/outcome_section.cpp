#include "ui/policies/try/outcome_section.h"

#include "routing/backtest/outcome.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/try/draft_engine.h"
#include "ui/policies/try/trial.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/console_model.h"
#include "ui/shared/elided_label.h"
#include "ui/shared/format_text.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

TierLabel labelOf(const Decision& decision, const Rulebook& rulebook)
{
    const auto tier = std::ranges::find(rulebook.tiers, decision.tier, &Tier::id);
    if (tier == rulebook.tiers.end())
        return {};
    return {decision.tierRank, line(tier->id.value, 12), line(tier->name, 24)};
}

QString byPolicy(const Decision& decision, const Rulebook& rulebook)
{
    if (!decision.policy)
        return OutcomeSection::tr("no policy fires");
    const auto policy = std::ranges::find(rulebook.policies, *decision.policy, &Policy::id);
    if (policy == rulebook.policies.end())
        return {};
    const QString name = line(policy->name.empty() ? policy->id.value : policy->name, 80);
    const auto number = policy - rulebook.policies.begin() + 1;
    return decision.byException ? OutcomeSection::tr("by %1 %2, as an exception").arg(number).arg(name)
                                : OutcomeSection::tr("by %1 %2", "a policy's number and name").arg(number).arg(name);
}

}

OutcomeSection::OutcomeSection(const StudioContext& studio, Trial& trial, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_trial(trial)
{
    Theme& theme = studio.page.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    m_tier = new TierChip(theme, this);
    row->addWidget(m_tier);
    m_where = new ElidedLabel(theme, TextStyle::BodyStrong, ThemeColor::Text, this);
    m_where->setObjectName(u"tryOutcome"_s);
    row->addWidget(m_where);
    m_by = new ElidedLabel(theme, TextStyle::Body, ThemeColor::TextMuted, this);
    m_by->setObjectName(u"tryPolicy"_s);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_by);
    m_asLive = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_asLive->setObjectName(u"trySameAsLive"_s);
    column->addWidget(m_asLive);
    connect(&m_trial, &Trial::changed, this, &OutcomeSection::refresh);
    refresh();
}

void OutcomeSection::refresh()
{
    setVisible(m_trial.isDecided());
    if (!m_trial.isDecided())
        return;
    const auto agentName = [this](const AgentId& id) { return m_studio.page.model.agentName(id).toStdString(); };
    const auto whereIn = [&](const Engine& engine, const Decision& decision) {
        const Outcome outcome = outcomeOf(decision, engine.rulebook(), engine.openIntervals());
        return withCapital(line(destinationInWords(outcome, engine.rulebook(), agentName), 80));
    };
    const Engine& draft = m_trial.draft()->engine;
    const TierLabel tier = labelOf(m_trial.decision(), draft.rulebook());
    m_tier->setTier(tier);
    m_where->setText(whereIn(draft, m_trial.decision()));
    m_by->setText(byPolicy(m_trial.decision(), draft.rulebook()));
    const int version = m_studio.draft.baseVersion();
    const bool same = m_trial.sameAsLive();
    if (!m_trial.asLive() || version == 0)
        m_asLive->setText(tr("Nothing is live to compare it with"));
    else if (same)
        m_asLive->setText(tr("Same as v%1").arg(version));
    else
        m_asLive->setText(tr("v%1 decides otherwise: %2 %3, %4")
                              .arg(version)
                              .arg(text(m_trial.asLive()->tier.value),
                                   whereIn(*m_studio.engine.live(), *m_trial.asLive()),
                                   byPolicy(*m_trial.asLive(), m_studio.engine.live()->rulebook()))
                              .simplified());
    setAccessibleName(tr("%1 %2, %3. %4").arg(tier.code, m_where->text(), m_by->text(), m_asLive->text()));
}

}
