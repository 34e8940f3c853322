// Who the visitor is, and what there was with them before.
#include "ui/conversation/card_part.h"
#include "ui/conversation/conversation_words.h"
#include "ui/conversation/handoff_card.h"
#include "ui/conversation/handoff_rows.h"
#include "ui/conversation/visitor_facts.h"
#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/scroll_column.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <set>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

struct EarlierShown {
    ConversationId id;
    QString words;
    QString lastText;

    bool operator==(const EarlierShown&) const = default;
};

}

void HandoffCard::addWho()
{
    const Conversation& conversation = m_detail->conversation;
    std::vector<VisitorFact> facts = contactFacts();
    facts.push_back({tr("Channel"), channelName(conversation.channel), {}});
    if (const QString origin = originLabel(conversation.origin); !origin.isEmpty())
        facts.push_back({tr("Kind", "practice or imported"), origin, tr("Left out of every figure unless asked for")});
    std::ranges::move(visitorFacts(m_detail->context, m_context.model.rulebook(), m_context.now()),
                      std::back_inserter(facts));
    m_pageSince = onPageSince();
    if (!m_part->becomes(facts, m_pageSince.has_value()))
        return;
    CardSection* section = addSection(tr("Who"));
    for (const VisitorFact& fact : facts)
        section->content()->addWidget(new FactRow(m_context.theme, fact.label, fact.value, fact.detail, section));
    if (!m_pageSince)
        return;
    auto* row = new FactRow(m_context.theme, tr("Time on page"), {}, {}, section);
    m_timeOnPage = row->valueLabel();
    section->content()->addWidget(row);
}

std::vector<VisitorFact> HandoffCard::contactFacts() const
{
    if (!m_detail->contact)
        return {};
    const Contact& contact = *m_detail->contact;
    QStringList ways;
    for (const std::vector<std::string>* list : {&contact.emails, &contact.phones})
        for (const std::string& each : *list)
            ways << line(each, 120);
    QString name = line(contact.name, 120);
    if (!contact.company.empty())
        name = name.isEmpty() ? line(contact.company, 120)
                              : tr("%1, %2", "name, company").arg(name, line(contact.company, 120));
    std::vector<VisitorFact> facts{{tr("Contact"), name.isEmpty() ? tr("Known, without a name") : name, {}}};
    if (!ways.isEmpty())
        facts.push_back({tr("Reached at"), ways.join(u'\n'), {}});
    std::set<Channel> others;
    for (const Conversation& earlier : m_detail->earlier)
        if (earlier.channel != m_detail->conversation.channel)
            others.insert(earlier.channel);
    QStringList channels;
    for (const Channel channel : others)
        channels << channelName(channel);
    if (!channels.isEmpty())
        facts.push_back({tr("Also on"), channels.join(u", "_s), {}});
    return facts;
}

std::optional<Instant> HandoffCard::onPageSince() const
{
    const ContextEntry* const onPage = m_detail->context.find("page.seconds");
    const double* const spent = onPage ? std::get_if<double>(&onPage->value) : nullptr;
    constexpr double believable = 1e7;
    if (!spent || *spent < 0 || *spent >= believable || m_detail->conversation.closedAt)
        return {};
    return onPage->at - seconds(std::int64_t(*spent));
}

void HandoffCard::addFollowUps()
{
    QStringList followUps;
    for (const FollowUpOnScreen& followUp : m_detail->followUps)
        followUps << tr("%1, %2", "time, note").arg(formatAgo(followUp.due, m_context.now()), line(followUp.note));
    if (!m_part->becomes(followUps) || followUps.isEmpty())
        return;
    CardSection* section = addSection(tr("Follow-ups"));
    for (const QString& followUp : followUps)
        addText(section, followUp);
}

void HandoffCard::addEarlier()
{
    std::vector<EarlierShown> all;
    for (const Conversation& earlier : m_detail->earlier)
        all.push_back({earlier.id,
                       tr("%1, %2, %3, %4", "number, channel, age, outcome")
                           .arg(numberOf(earlier.id), channelName(earlier.channel),
                                formatAgo(earlier.lastMessageAt, m_context.now()),
                                earlier.closedAt ? outcomeName(earlier.outcome) : tr("open")),
                       line(earlier.lastText, 120)});
    if (!m_part->becomes(all) || all.empty())
        return;
    CardSection* section = addSection(tr("Earlier conversations"));
    section->setTotal(formatCount(qint64(all.size())));
    for (const EarlierShown& earlier : all) {
        QPushButton* link = newLink(QString(earlier.words).replace(u'&', u"&&"_s), u"earlierConversation"_s, section);
        link->setToolTip(earlier.lastText.toHtmlEscaped());
        connect(link, &QPushButton::clicked, this, [this, id = earlier.id] { Q_EMIT conversationWanted(id); });
        section->content()->addWidget(link, 0, Qt::AlignLeft);
    }
}

}
