// How it came here: what the AI tried, the policy, the agents, and what happened since.
#include "routing/rulebook/describe.h"
#include "routing/rulebook/rulebook.h"
#include "ui/conversation/card_part.h"
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
    const bool stopped = m_detail->conversation.owner.kind != OwnerKind::Ai && !m_detail->routeReason.empty();
    const QString end = stopped ? tr("It stopped: %1.").arg(line(m_detail->routeReason, 300)) : QString();
    if (!m_part->becomes(tried, end) || tried.isEmpty())
        return;
    CardSection* section = addSection(tr("What the AI tried"));
    addText(section, tried);
    if (!end.isEmpty())
        addText(section, end, ThemeColor::TextMuted);
}

void HandoffCard::addNotes()
{
    const std::vector<CardSentence> notes = notesOf(*m_detail, m_context.now());
    if (!m_part->becomes(notes) || notes.empty())
        return;
    CardSection* section = addSection(tr("Notes"));
    section->setTotal(formatCount(qint64(notes.size())));
    for (const CardSentence& note : notes)
        addSentence(section, note, u"cardNote"_s);
}

void HandoffCard::addWhyHere()
{
    const Rulebook& rulebook = m_context.model.rulebook();
    const auto fired = std::ranges::find(rulebook.policies, m_detail->conversation.policy, &Policy::id);
    const bool known = fired != rulebook.policies.end();
    const PolicyId policy = known ? fired->id : PolicyId{};
    const QString name = known ? line(fired->name, 60) : QString();
    const QString reason = line(m_detail->routeReason, 300);
    const bool decided = m_detail->decision.has_value();
    const QString rule = known ? line(sentence(*fired, rulebook), 600)
        : decided              ? tr("No policy fired; the AI answers until it hands off.")
                               : QString();
    const QString promise = promiseText();
    if (!m_part->becomes(policy, name, reason, decided, rule, promise))
        return;
    CardSection* section = addSection(tr("Why here"));
    if (!reason.isEmpty())
        addText(section, reason);
    if (!rule.isEmpty())
        addText(section, rule, ThemeColor::TextMuted);
    if (!promise.isEmpty())
        addText(section, promise);
    auto* links = new QHBoxLayout;
    links->setSpacing(m_context.theme.px(12));
    if (decided) {
        QPushButton* why = newLink(tr("Why did it go here?"), u"showWhy"_s, section);
        connect(why, &QPushButton::clicked, this, [this] { Q_EMIT whyWanted(m_detail->conversation.id); });
        links->addWidget(why);
    }
    if (known) {
        QPushButton* link = newLink(tr("Show the policy"), u"showPolicy"_s, section);
        link->setAccessibleName(tr("Show policy %1").arg(name));
        connect(link, &QPushButton::clicked, this, [this, policy] { Q_EMIT policyWanted(policy); });
        links->addWidget(link);
    }
    links->addStretch();
    section->content()->addLayout(links);
}

QString HandoffCard::promiseText() const
{
    const Conversation& conversation = m_detail->conversation;
    if (conversation.tier.empty() || !conversation.answerBy || !conversation.waitingSince)
        return {};
    const TierLabel tier = m_context.model.tier(conversation.tier, conversation.tierRank);
    const auto target = std::chrono::duration_cast<seconds>(*conversation.answerBy - *conversation.waitingSince);
    return tr("%1 %2: answer within %3, by %4", "P1 Act now: answer within 1:00, by 10:43")
        .arg(tier.code, tier.name, formatSpan(target), formatClock(*conversation.answerBy));
}

void HandoffCard::addWhyYou()
{
    const auto mine = std::find_if(m_detail->offers.rbegin(), m_detail->offers.rend(),
                                   [this](const Offer& offer) { return offer.agent == m_context.session.agent; });
    const bool offered = mine != m_detail->offers.rend();
    QStringList chosen;
    std::vector<std::pair<QString, QString>> notChosen;   // name, reason
    const std::vector<CandidateReason> none;
    for (const CandidateReason& candidate : offered ? mine->candidates : none)
        if (candidate.chosen)
            chosen << line(candidate.reason, 300);
        else
            notChosen.emplace_back(m_context.model.agentName(candidate.agent), line(candidate.reason, 200));
    if (!m_part->becomes(offered, chosen, notChosen) || !offered)
        return;
    CardSection* section = addSection(tr("Why you"));
    for (const QString& reason : chosen)
        addText(section, reason);
    if (notChosen.empty())
        return;
    auto* others = new QWidget(section);
    auto* list = new QVBoxLayout(others);
    list->setContentsMargins(0, 0, 0, 0);
    for (const auto& [name, reason] : notChosen)
        list->addWidget(new FactRow(m_context.theme, name, reason, {}, others));
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
    if (!m_part->becomes(happened) || happened.empty())
        return;
    CardSection* section = addSection(tr("What happened"));
    for (const CardSentence& each : happened)
        addSentence(section, each, u"cardEvent"_s);
}

}
