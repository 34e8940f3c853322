#include "ui/conversation/handoff_card.h"

#include "routing/rulebook/describe.h"
#include "routing/rulebook/rulebook.h"
#include "routing/understanding/summary.h"
#include "ui/conversation/handoff_rows.h"
#include "ui/conversation/conversation_words.h"
#include "ui/conversation/visitor_facts.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"
#include "ui/shared/session.h"
#include "ui/shared/themed.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace signalbox {

HandoffCard::HandoffCard(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_header(new PaneHeader(context.theme, tr("Handoff card"), this)), m_scroll(new ScrollColumn(context.theme, ThemeColor::Raised, this))
{
    setObjectName(QStringLiteral("handoffCard"));
    setAccessibleName(tr("Handoff card"));
    setSurface(*this, context.theme, ThemeColor::Raised);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    m_scroll->setAccessibleName(tr("Handoff card"));
    layout->addWidget(m_scroll, 1);
}

QWidget* HandoffCard::focusTarget() const { return m_scroll; }

void HandoffCard::clear()
{
    start();
    m_scroll->finish();
}

void HandoffCard::start()
{
    m_timeOnPage = nullptr;
    m_pageSince.reset();
    m_header->setDetail({});
    m_sections = m_scroll->restart();
}

void HandoffCard::showDetail(const ConversationDetail& detail)
{
    start();
    if (detail.conversation.waitingSince)
        m_header->setDetail(tr("waiting since %1").arg(formatClock(*detail.conversation.waitingSince)));
    addSummary(detail);
    if (detail.decision) {
        addQualification(*detail.decision);
        addSignals(*detail.decision);
    }
    addWho(detail);
    addWhyHere(detail);
    addWhyYou(detail);
    addHistory(detail);
    m_sections->addStretch();
    m_scroll->finish();
}

CardSection* HandoffCard::addSection(const QString& title)
{
    auto* section = new CardSection(m_context.theme, title, m_scroll->widget());
    m_sections->addWidget(section);
    return section;
}

QLabel* HandoffCard::addText(CardSection* section, const QString& text, ThemeColor color)
{
    QLabel* label = newParagraph(text, m_context.theme, TextStyle::Body, color, section);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    section->content()->addWidget(label);
    return label;
}

void HandoffCard::addSummary(const ConversationDetail& detail)
{
    const QString words = line(summary(detail.messages), 400);
    addText(addSection(tr("Summary")), words.isEmpty() ? tr("Nothing to sum up yet.") : words,
            words.isEmpty() ? ThemeColor::TextMuted : ThemeColor::Text);
}

void HandoffCard::addQualification(const Decision& decision)
{
    if (decision.qualification.empty())
        return;
    CardSection* section = addSection(tr("Qualification"));
    const auto met = std::ranges::count(decision.qualification, CriterionState::Met, &CriterionResult::state);
    section->setTotal(tr("%1 of %2 met").arg(met).arg(decision.qualification.size()));
    for (const CriterionResult& criterion : decision.qualification)
        section->content()->addWidget(new CriterionRow(m_context.theme, criterion, section));
}

void HandoffCard::addSignals(const Decision& decision)
{
    if (decision.signalShares.empty() && decision.intentScore <= 0)
        return;
    CardSection* section = addSection(tr("Signals"));
    section->setTotal(tr("%1 intent score").arg(formatNumber(std::round(decision.intentScore))));
    for (const SignalShare& share : decision.signalShares)
        section->content()->addWidget(new SignalRow(m_context.theme, share, decision.intentScore, section));
}

void HandoffCard::addFact(CardSection* section, const QString& label, const QString& value, const QString& detail)
{
    section->content()->addWidget(new FactRow(m_context.theme, label, value, detail, section));
}

void HandoffCard::addWho(const ConversationDetail& detail)
{
    CardSection* section = addSection(tr("Who"));
    const Instant now = m_context.now();
    const std::vector<VisitorFact> facts = visitorFacts(detail.context, m_context.model.rulebook(), now);
    addFact(section, tr("Channel"), channelName(detail.conversation.channel));
    if (const QString origin = originLabel(detail.conversation.origin); !origin.isEmpty())
        addFact(section, tr("Kind", "practice or imported"), origin, tr("Left out of every figure unless asked for"));
    for (const VisitorFact& fact : facts)
        addFact(section, fact.label, fact.value, fact.detail);
    const ContextEntry* onPage = detail.context.find("page.seconds");
    const double* spent = onPage ? std::get_if<double>(&onPage->value) : nullptr;
    if (spent && *spent >= 0 && *spent < 1e7 && !detail.conversation.closedAt) {
        m_pageSince = onPage->at - seconds(std::int64_t(*spent));
        auto* row = new FactRow(m_context.theme, tr("Time on page"), {}, {}, section);
        m_timeOnPage = row->valueLabel();
        section->content()->addWidget(row);
        tick(now);
    }
}

void HandoffCard::tick(Instant now)
{
    if (m_timeOnPage && m_pageSince)
        m_timeOnPage->setText(formatSpan(std::chrono::duration_cast<seconds>(now - *m_pageSince)));
}

void HandoffCard::addWhyHere(const ConversationDetail& detail)
{
    CardSection* section = addSection(tr("Why here"));
    const Conversation& conversation = detail.conversation;
    if (!detail.routeReason.empty())
        addText(section, line(detail.routeReason, 300));
    const Rulebook& rulebook = m_context.model.rulebook();
    const auto policy = std::ranges::find(rulebook.policies, conversation.policy, &Policy::id);
    if (policy != rulebook.policies.end()) {
        addText(section, line(sentence(*policy, rulebook), 600), ThemeColor::TextMuted);
        QPushButton* link = newLink(tr("Show policy %1").arg(line(policy->name, 60)).replace(u'&', QStringLiteral("&&")),
                                    QStringLiteral("showPolicy"), section);
        connect(link, &QPushButton::clicked, this, [this, id = policy->id] { Q_EMIT policyWanted(id); });
        section->content()->addWidget(link, 0, Qt::AlignLeft);
    } else if (detail.decision) {
        addText(section, tr("No policy fired; the AI answers until it hands off."), ThemeColor::TextMuted);
    }
    if (!conversation.tier.empty() && conversation.answerBy && conversation.waitingSince) {
        const TierLabel tier = m_context.model.tier(conversation.tier, conversation.tierRank);
        const auto target = std::chrono::duration_cast<seconds>(*conversation.answerBy - *conversation.waitingSince);
        addText(section, tr("%1 %2: answer within %3, by %4", "P1 Act now: answer within 1:00, by 10:43")
                             .arg(tier.code, tier.name, formatSpan(target), formatClock(*conversation.answerBy)));
    }
}

void HandoffCard::addWhyYou(const ConversationDetail& detail)
{
    const auto mine = std::ranges::find_if(detail.offers.rbegin(), detail.offers.rend(),
                                           [this](const Offer& offer) { return offer.agent == m_context.session.agent; });
    if (mine == detail.offers.rend())
        return;
    CardSection* section = addSection(tr("Why you"));
    for (const CandidateReason& candidate : mine->candidates)
        if (candidate.chosen)
            addText(section, line(candidate.reason, 300));
    auto* others = new QWidget(section);
    auto* list = new QVBoxLayout(others);
    list->setContentsMargins(0, 0, 0, 0);
    for (const CandidateReason& candidate : mine->candidates)
        if (!candidate.chosen)
            list->addWidget(new FactRow(m_context.theme, m_context.model.agentName(candidate.agent), line(candidate.reason, 200), {}, others));
    if (list->isEmpty())
        return;
    others->setVisible(m_othersShown);
    QPushButton* link = newLink(tr("Why not others"), QStringLiteral("whyNotOthers"), section);
    connect(link, &QPushButton::clicked, others, [this, others] {
        m_othersShown = !m_othersShown;
        others->setVisible(m_othersShown);
    });
    section->content()->addWidget(link, 0, Qt::AlignLeft);
    section->content()->addWidget(others);
}

void HandoffCard::addHistory(const ConversationDetail& detail)
{
    if (!detail.followUps.empty()) {
        CardSection* section = addSection(tr("Follow-ups"));
        for (const FollowUpOnScreen& followUp : detail.followUps)
            addText(section, tr("%1, %2", "time, note").arg(formatAgo(followUp.due, m_context.now()), line(followUp.note)));
    }
    if (detail.earlier.empty())
        return;
    CardSection* section = addSection(tr("Earlier conversations"));
    section->setTotal(formatCount(qint64(detail.earlier.size())));
    for (const Conversation& earlier : detail.earlier) {
        const QString what = earlier.closedAt ? outcomeName(earlier.outcome) : tr("open");
        QPushButton* link = newLink(tr("%1, %2, %3", "number, age, outcome").arg(numberOf(earlier.id), formatAgo(earlier.lastMessageAt, m_context.now()), what),
                                    QStringLiteral("earlierConversation"), section);
        link->setToolTip(line(earlier.lastText, 120).toHtmlEscaped());
        connect(link, &QPushButton::clicked, this, [this, id = earlier.id] { Q_EMIT conversationWanted(id); });
        section->content()->addWidget(link, 0, Qt::AlignLeft);
    }
}

}
