// What the visitor wants and needs: the upper half of the handoff card.
#include "routing/rulebook/rulebook.h"
#include "routing/understanding/summary.h"
#include "ui/conversation/card_part.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/handoff_rows.h"
#include "ui/conversation/handoff_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"
#include "ui/shared/tier_chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// A criterion as it stands by now.
struct CriterionShown {
    std::string subject;   // of a correction
    CriterionResult criterion;
    CardSentence evidence;
    QString correction;

    bool operator==(const CriterionShown&) const = default;
};

}

void HandoffCard::addSummary()
{
    const QString words = line(summary(m_detail->messages), 400);
    if (m_part->becomes(words))
        addText(addSection(tr("Summary")), words.isEmpty() ? tr("Nothing to sum up yet.") : words,
                words.isEmpty() ? ThemeColor::TextMuted : ThemeColor::Text);
}

void HandoffCard::addWants()
{
    const std::vector<CardSentence> told = toldSoFar(*m_detail, m_context.now());
    const std::string& intent = m_detail->conversation.intent;
    const ContextEntry* const confidence = m_detail->context.find("ai.intent_confidence");
    const double* const sure = confidence ? std::get_if<double>(&confidence->value) : nullptr;
    QString words = intent.empty() ? tr("Not recognised") : line(intent, 120);
    if (sure && !intent.empty() && !lastCorrection(m_detail->corrections, "intent"))
        words = tr("%1, %2 sure", "intent, 82 %").arg(words, formatPercent(*sure));
    const QString correction = correctionText(m_detail->corrections, "intent", m_context.model);
    if (!m_part->becomes(told, words, correction, mayCorrect()))
        return;
    CardSection* section = addSection(tr("Wants"));
    auto* row = new FactRow(m_context.theme, tr("Intent"), words, {}, section);
    row->addCorrecting(newCorrecting("intent", tr("Correct the intent"), row));
    section->content()->addWidget(row);
    addCorrection(section, correction);
    if (told.empty())
        return;
    CardSection* answers = addSection(tr("Told so far"));
    for (const CardSentence& sentence : told)
        addSentence(answers, sentence, u"toldMessage"_s);
}

void HandoffCard::addWorth()
{
    const Conversation& conversation = m_detail->conversation;
    const std::optional<TierLabel> tier = conversation.tier.empty()
        ? std::nullopt
        : std::optional(m_context.model.tier(conversation.tier, conversation.tierRank));
    const QString correction = correctionText(m_detail->corrections, "tier", m_context.model);
    if (!m_part->becomes(tier, correction, conversation.dealSize, mayCorrect()))
        return;
    CardSection* section = addSection(tr("Worth"));
    auto* row = new QWidget(section);
    auto* cells = new QHBoxLayout(row);
    cells->setContentsMargins(0, 0, 0, 0);
    if (tier) {
        auto* chip = new TierChip(m_context.theme, row);
        chip->setTier(*tier);
        cells->addWidget(chip);
    } else {
        cells->addWidget(newLabel(tr("No tier"), m_context.theme, TextStyle::Body, ThemeColor::TextMuted, row));
    }
    cells->addStretch();
    cells->addWidget(newCorrecting("tier", tr("Correct the tier"), row));
    section->content()->addWidget(row);
    addCorrection(section, correction);
    if (conversation.dealSize)
        section->setTotal(tr("%1 deal size").arg(formatMoney(*conversation.dealSize)));
}

void HandoffCard::addQualification()
{
    std::vector<CriterionShown> criteria;
    const std::vector<CriterionResult> none;
    for (const CriterionResult& decided : m_detail->decision ? m_detail->decision->qualification : none) {
        const std::string subject = std::string(criterionSubject) + decided.id.value;
        criteria.push_back({subject, asCorrected(decided, m_detail->corrections),
                            evidenceOf(decided, *m_detail, m_context.model.rulebook(), m_context.now()),
                            correctionText(m_detail->corrections, subject, m_context.model)});
    }
    if (!m_part->becomes(criteria, mayCorrect()) || criteria.empty())
        return;
    CardSection* section = addSection(tr("Qualification"));
    for (const auto& [subject, criterion, evidence, correction] : criteria) {
        auto* row = new CriterionRow(m_context.theme, criterion, evidence, correction, section);
        row->addCorrecting(newCorrecting(subject, tr("Correct “%1”").arg(line(criterion.name, 80)), row));
        connect(row, &CriterionRow::messageWanted, this, &HandoffCard::messageWanted);
        connect(row, &CriterionRow::questionWanted, this, &HandoffCard::questionWanted);
        section->content()->addWidget(row);
    }
    const auto met = std::ranges::count(criteria, CriterionState::Met,
                                        [](const CriterionShown& each) { return each.criterion.state; });
    section->setTotal(tr("%1 of %2 met").arg(met).arg(criteria.size()));
}

// What they count for moves on with `tick`.
void HandoffCard::addSignals()
{
    const auto& decision = m_detail->decision;
    const bool scored = decision && (!decision->signalShares.empty() || decision->intentScore > 0);
    const std::vector<SignalShare> shares = scored ? decision->signalShares : std::vector<SignalShare>();
    if (!m_part->becomes(scored, shares))
        return;
    m_shares.clear();
    if (!scored)
        return;
    m_signals = addSection(tr("Signals"));
    for (const SignalShare& share : shares) {
        auto* row = new SignalRow(m_context.theme, share, m_signals);
        m_signals->content()->addWidget(row);
        m_shares.emplace_back(row, share);
    }
}

}
