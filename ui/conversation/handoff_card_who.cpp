// Who the visitor is, and what there was with them before.
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

#include <set>

namespace signalbox {

using namespace Qt::StringLiterals;

void HandoffCard::addWho()
{
    CardSection* section = addSection(tr("Who"));
    const Conversation& conversation = m_detail->conversation;
    addContact(section);
    addFact(section, tr("Channel"), channelName(conversation.channel));
    if (const QString origin = originLabel(conversation.origin); !origin.isEmpty())
        addFact(section, tr("Kind", "practice or imported"), origin, tr("Left out of every figure unless asked for"));
    for (const VisitorFact& fact : visitorFacts(m_detail->context, m_context.model.rulebook(), m_context.now()))
        addFact(section, fact.label, fact.value, fact.detail);
    addTimeOnPage(section);
}

void HandoffCard::addContact(CardSection* section)
{
    if (!m_detail->contact)
        return;
    const Contact& contact = *m_detail->contact;
    QStringList ways;
    for (const std::vector<std::string>* list : {&contact.emails, &contact.phones})
        for (const std::string& each : *list)
            ways << line(each, 120);
    QString name = line(contact.name, 120);
    if (!contact.company.empty())
        name = name.isEmpty() ? line(contact.company, 120)
                              : tr("%1, %2", "name, company").arg(name, line(contact.company, 120));
    addFact(section, tr("Contact"), name.isEmpty() ? tr("Known, without a name") : name);
    if (!ways.isEmpty())
        addFact(section, tr("Reached at"), ways.join(u'\n'));
    std::set<Channel> others;
    for (const Conversation& earlier : m_detail->earlier)
        if (earlier.channel != m_detail->conversation.channel)
            others.insert(earlier.channel);
    QStringList channels;
    for (const Channel channel : others)
        channels << channelName(channel);
    if (!channels.isEmpty())
        addFact(section, tr("Also on"), channels.join(u", "_s));
}

void HandoffCard::addTimeOnPage(CardSection* section)
{
    const ContextEntry* const onPage = m_detail->context.find("page.seconds");
    const double* const spent = onPage ? std::get_if<double>(&onPage->value) : nullptr;
    constexpr double believable = 1e7;
    if (!spent || *spent < 0 || *spent >= believable || m_detail->conversation.closedAt)
        return;
    m_pageSince = onPage->at - seconds(std::int64_t(*spent));
    auto* row = new FactRow(m_context.theme, tr("Time on page"), {}, {}, section);
    m_timeOnPage = row->valueLabel();
    section->content()->addWidget(row);
}

void HandoffCard::addFollowUps()
{
    if (m_detail->followUps.empty())
        return;
    CardSection* section = addSection(tr("Follow-ups"));
    for (const FollowUpOnScreen& followUp : m_detail->followUps)
        addText(section, tr("%1, %2", "time, note").arg(formatAgo(followUp.due, m_context.now()), line(followUp.note)));
}

void HandoffCard::addEarlier()
{
    if (m_detail->earlier.empty())
        return;
    CardSection* section = addSection(tr("Earlier conversations"));
    section->setTotal(formatCount(qint64(m_detail->earlier.size())));
    for (const Conversation& earlier : m_detail->earlier) {
        const QString what = earlier.closedAt ? outcomeName(earlier.outcome) : tr("open");
        QPushButton* link = newLink(tr("%1, %2, %3, %4", "number, channel, age, outcome")
                                        .arg(numberOf(earlier.id), channelName(earlier.channel),
                                             formatAgo(earlier.lastMessageAt, m_context.now()), what)
                                        .replace(u'&', u"&&"_s),
                                    u"earlierConversation"_s, section);
        link->setToolTip(line(earlier.lastText, 120).toHtmlEscaped());
        connect(link, &QPushButton::clicked, this, [this, id = earlier.id] { Q_EMIT conversationWanted(id); });
        section->content()->addWidget(link, 0, Qt::AlignLeft);
    }
}

}
