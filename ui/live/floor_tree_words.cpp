#include "ui/live/floor_tree_model.h"
#include "ui/shared/bars.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_words.h"

#include <map>

namespace signalbox {

using namespace Qt::StringLiterals;

QVariant FloorTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (FloorColumn(section)) {
    case FloorColumn::Who:
        return tr("Agent or visitor");
    case FloorColumn::State:
        return tr("State, or last said");
    case FloorColumn::Place:
        return tr("Team or queue");
    case FloorColumn::Places:
        return tr("Places, or tier");
    case FloorColumn::Channel:
        return tr("Channels");
    case FloorColumn::Oldest:
        return tr("Oldest unanswered");
    case FloorColumn::Count_:
        break;
    }
    return {};
}

QString FloorTreeModel::channelsWords(const AgentId& agent) const
{
    std::map<Channel, int> held;
    for (const ConversationId& id : m_loads.heldBy(agent))
        if (const Conversation* conversation = m_context.model.conversation(id))
            ++held[conversation->channel];
    QStringList words;
    for (const auto& [channel, count] : held)
        words << tr("%1 %2", "how many, channel").arg(formatCount(count), channelName(channel));
    return words.join(u", "_s);
}

QString FloorTreeModel::lastWords(const Conversation& conversation) const
{
    for (const Looking& looking : m_context.model.looking(conversation.id))
        if (looking.typing)
            return tr("%1 is writing…").arg(m_context.model.agentName(looking.agent));
    const auto typing = m_context.model.visitorTypingUntil(conversation.id);
    if (typing && *typing > m_context.now())
        return tr("The visitor is writing…");
    if (conversation.held)
        return conversation.heldUntil ? tr("On hold until %1").arg(formatClock(*conversation.heldUntil))
                                      : tr("On hold until the visitor writes");
    return line(conversation.lastText, 200);
}

QString FloorTreeModel::agentWords(const AgentOnScreen& agent, FloorColumn column) const
{
    switch (column) {
    case FloorColumn::Who:
        return line(agent.agent.name, 80);
    case FloorColumn::State:
        return presenceSummary(agent, m_context.model.deskSettings(), m_context.now());
    case FloorColumn::Place:
        return line(agent.agent.team, 60);
    case FloorColumn::Places:
        return loadText({agent.placesUsed, agent.agent.capacity});
    case FloorColumn::Channel:
        return channelsWords(agent.agent.id);
    case FloorColumn::Oldest:
    case FloorColumn::Count_:
        break;
    }
    return {};
}

QString FloorTreeModel::conversationWords(const Conversation& conversation, FloorColumn column, FloorLine kind) const
{
    switch (column) {
    case FloorColumn::Who:
        return kind == FloorLine::Hand
            ? tr("%1 asks for help with %2")
                  .arg(m_context.model.agentName(conversation.handRaisedBy), line(conversation.visitorName, 80))
            : line(conversation.visitorName, 80);
    case FloorColumn::State:
        return kind == FloorLine::Hand && !conversation.handNote.empty() ? line(conversation.handNote, 200)
                                                                         : lastWords(conversation);
    case FloorColumn::Place:
        return m_context.model.queueName(conversation.owner.queue);
    case FloorColumn::Places:
        return line(conversation.tier.value, 12);
    case FloorColumn::Channel:
        return channelName(conversation.channel);
    case FloorColumn::Oldest:
    case FloorColumn::Count_:
        break;
    }
    return {};
}

QString FloorTreeModel::words(const QModelIndex& index, FloorColumn column) const
{
    if (column == FloorColumn::Oldest) {
        const auto left = countdownAt(index);
        return left ? left->text : QString();
    }
    if (const Conversation* conversation = conversationAt(index))
        return conversationWords(*conversation, column, lineAt(index));
    const AgentOnScreen* agent = agentAt(index);
    return agent && lineAt(index) == FloorLine::Agent ? agentWords(*agent, column) : QString();
}

QVariant FloorTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return words(index, FloorColumn(index.column()));
    if (role == Qt::ToolTipRole)
        return words(index, FloorColumn(index.column())).toHtmlEscaped();
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList spoken;
    for (int column = 0; column < columnCount(); ++column)
        if (const QString part = words(index, FloorColumn(column)); !part.isEmpty())
            spoken << (FloorColumn(column) == FloorColumn::Oldest ? tr("answer within %1").arg(part) : part);
    return spoken.join(u", "_s);
}

}
