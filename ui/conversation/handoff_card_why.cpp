// How it came here: what the AI tried, the policy, the agents, and what happened since.
#include "routing/rulebook/describe.h"
#include "routing/rulebook/rulebook.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/handoff_rows.h"
#include "ui/conversation/handoff_words.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

void HandoffCard::addAi()
{
    const QString tried = whatTheAiTried(*m_detail);
    if (tried.isEmpty())
        return;
    CardSection* section = addSection(tr("What the AI tried"));
    addText(section, tried);
    if (m_detail->conversation.owner.kind != OwnerKind::Ai && !m_detail->routeReason.empty())
        addText(section, tr("It stopped: %1.").arg(line(m_detail->routeReason, 300)), ThemeColor::TextMuted);
}

void HandoffCard::addNotes()
{
    const std::vector<CardSentence> notes = notesOf(*m_detail, m_context.now());
    if (notes.empty())
        return;
    CardSection* section = addSection(tr("Notes"));
    section->setTotal(formatCount(qint64(notes.size())));
    for (const CardSentence& note : notes)
        addSentence(section, note, u"cardNote"_s);
}

void HandoffCard::addWhyHere()
{
    CardSection* section = addSection(tr("Why here"));
    const Conversation& conversation = m_detail->conversation;
    if (!m_detail->routeReason.empty())
        addText(section, line(m_detail->routeReason, 300));
    auto* links = new QHBoxLayout;
    links->setSpacing(m_context.theme.px(12));
    const Rulebook& rulebook = m_context.model.rulebook();
    const auto policy = std::ranges::find(rulebook.policies, conversation.policy, &Policy::id);
    if (policy != rulebook.policies.end())
        addText(section, line(sentence(*policy, rulebook), 600), ThemeColor::TextMuted);
    else if (m_detail->decision)
        addText(section, tr("No policy fired; the AI answers until it hands off."), ThemeColor::TextMuted);
    if (!conversation.tier.empty() && conversation.answerBy && conversation.waitingSince) {
        const TierLabel tier = m_context.model.tier(conversation.tier, conversation.tierRank);
        const auto target = std::chrono::duration_cast<seconds>(*conversation.answerBy - *conversation.waitingSince);
        addText(section,
                tr("%1 %2: answer within %3, by %4", "P1 Act now: answer within 1:00, by 10:43")
                    .arg(tier.code, tier.name, formatSpan(target), formatClock(*conversation.answerBy)));
    }
    if (m_detail->decision) {
        QPushButton* why = newLink(tr("Why did it go here?"), u"showWhy"_s, section);
        connect(why, &QPushButton::clicked, this, [this] { Q_EMIT whyWanted(m_detail->conversation.id); });
        links->addWidget(why);
    }
    if (policy != rulebook.policies.end()) {
        QPushButton* link = newLink(tr("Show the policy"), u"showPolicy"_s, section);
        link->setAccessibleName(tr("Show policy %1").arg(line(policy->name, 60)));
        connect(link, &QPushButton::clicked, this, [this, id = policy->id] { Q_EMIT policyWanted(id); });
        links->addWidget(link);
    }
    links->addStretch();
    section->content()->addLayout(links);
}

void HandoffCard::addWhyYou()
{
    const auto mine = std::find_if(m_detail->offers.rbegin(), m_detail->offers.rend(),
                                   [this](const Offer& offer) { return offer.agent == m_context.session.agent; });
    if (mine == m_detail->offers.rend())
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
            list->addWidget(new FactRow(m_context.theme, m_context.model.agentName(candidate.agent),
                                        line(candidate.reason, 200), {}, others));
    if (list->isEmpty()) {
        delete others;
        return;
    }
    others->setVisible(m_othersShown);
    QPushButton* link = newLink(tr("Why not others"), u"whyNotOthers"_s, section);
    connect(link, &QPushButton::clicked, others, [this, others] {
        m_othersShown = !m_othersShown;
        others->setVisible(m_othersShown);
    });
    section->content()->addWidget(link, 0, Qt::AlignLeft);
    section->content()->addWidget(others);
}

void HandoffCard::addHappened()
{
    const std::vector<CardSentence> happened = whatHappened(*m_detail, m_context.now());
    if (happened.empty())
        return;
    CardSection* section = addSection(tr("What happened"));
    for (const CardSentence& each : happened)
        addSentence(section, each, u"cardEvent"_s);
}

}
