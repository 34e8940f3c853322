// What the visitor wants and needs: the upper half of the handoff card.
#include "routing/rulebook/rulebook.h"
#include "routing/understanding/summary.h"
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

void HandoffCard::addSummary()
{
    const QString words = line(summary(m_detail->messages), 400);
    addText(addSection(tr("Summary")), words.isEmpty() ? tr("Nothing to sum up yet.") : words,
            words.isEmpty() ? ThemeColor::TextMuted : ThemeColor::Text);
}

void HandoffCard::addWants()
{
    const std::vector<CardSentence> told = toldSoFar(*m_detail, m_context.now());
    const std::string& intent = m_detail->conversation.intent;
    CardSection* section = addSection(tr("Wants"));
    const ContextEntry* const confidence = m_detail->context.find("ai.intent_confidence");
    const double* const sure = confidence ? std::get_if<double>(&confidence->value) : nullptr;
    QString words = intent.empty() ? tr("Not recognised") : line(intent, 120);
    if (sure && !intent.empty() && !lastCorrection(m_detail->corrections, "intent"))
        words = tr("%1, %2 sure", "intent, 82 %").arg(words, formatPercent(*sure));
    auto* row = new FactRow(m_context.theme, tr("Intent"), words, {}, section);
    row->addCorrecting(newCorrecting("intent", tr("Correct the intent"), row));
    section->content()->addWidget(row);
    addCorrection(section, "intent");
    if (told.empty())
        return;
    CardSection* answers = addSection(tr("Told so far"));
    for (const CardSentence& sentence : told)
        addSentence(answers, sentence, u"toldMessage"_s);
}

void HandoffCard::addWorth()
{
    const Conversation& conversation = m_detail->conversation;
    CardSection* section = addSection(tr("Worth"));
    auto* row = new QWidget(section);
    auto* cells = new QHBoxLayout(row);
    cells->setContentsMargins(0, 0, 0, 0);
    if (conversation.tier.empty()) {
        cells->addWidget(newLabel(tr("No tier"), m_context.theme, TextStyle::Body, ThemeColor::TextMuted, row));
    } else {
        auto* chip = new TierChip(m_context.theme, row);
        chip->setTier(m_context.model.tier(conversation.tier, conversation.tierRank));
        cells->addWidget(chip);
    }
    cells->addStretch();
    cells->addWidget(newCorrecting("tier", tr("Correct the tier"), row));
    section->content()->addWidget(row);
    addCorrection(section, "tier");
    if (conversation.dealSize)
        section->setTotal(tr("%1 deal size").arg(formatMoney(*conversation.dealSize)));
}

void HandoffCard::addQualification()
{
    if (!m_detail->decision || m_detail->decision->qualification.empty())
        return;
    CardSection* section = addSection(tr("Qualification"));
    std::size_t met = 0;
    for (const CriterionResult& decided : m_detail->decision->qualification) {
        const CriterionResult criterion = asCorrected(decided, m_detail->corrections);
        const std::string subject = std::string(criterionSubject) + criterion.id.value;
        met += criterion.state == CriterionState::Met ? 1 : 0;
        const CardSentence evidence = evidenceOf(decided, *m_detail, m_context.model.rulebook(), m_context.now());
        auto* row = new CriterionRow(m_context.theme, criterion, evidence,
                                     correctionText(m_detail->corrections, subject, m_context.model), section);
        row->addCorrecting(newCorrecting(subject, tr("Correct “%1”").arg(line(criterion.name, 80)), row));
        connect(row, &CriterionRow::messageWanted, this, &HandoffCard::messageWanted);
        connect(row, &CriterionRow::questionWanted, this, &HandoffCard::questionWanted);
        section->content()->addWidget(row);
    }
    section->setTotal(tr("%1 of %2 met").arg(met).arg(m_detail->decision->qualification.size()));
}

void HandoffCard::addSignals()
{
    if (!m_detail->decision || (m_detail->decision->signalShares.empty() && m_detail->decision->intentScore <= 0))
        return;
    m_signals = addSection(tr("Signals"));
    for (const SignalShare& share : m_detail->decision->signalShares) {
        auto* row = new SignalRow(m_context.theme, share, m_signals);
        m_signals->content()->addWidget(row);
        m_shares.emplace_back(row, share);
    }
}

}
