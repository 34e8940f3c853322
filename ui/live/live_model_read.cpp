#include "ui/live/live_model.h"

#include "ui/live/live_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

namespace signalbox {

using namespace Qt::StringLiterals;

QString ownerWords(const Conversation& conversation, const ConsoleModel& console)
{
    if (conversation.closedAt)
        return LiveModel::tr("Closed");
    if (!conversation.offeredTo.empty())
        return LiveModel::tr("Offered to %1").arg(console.agentName(conversation.offeredTo));
    switch (conversation.owner.kind) {
    case OwnerKind::Queue:
        return console.queueName(conversation.owner.queue);
    case OwnerKind::Agent:
        return console.agentName(conversation.owner.agent);
    case OwnerKind::Ai:
        return conversation.lastAuthor == Author::Visitor ? LiveModel::tr("Answering", "the AI")
                                                          : LiveModel::tr("Waiting for visitor");
    case OwnerKind::Nobody:
        break;
    }
    return LiveModel::tr("Nobody");
}

LiveWords liveWords(const Conversation& c, const ConsoleModel& console)
{
    return {console.tier(c.tier, c.tierRank),
            line(c.visitorName, 80),
            line(c.company, 80),
            originLabel(c.origin),
            line(c.intent, 80),
            channelName(c.channel),
            channelIcon(c.channel),
            ownerWords(c, console),
            c.dealSize ? formatMoney(*c.dealSize) : u"—"_s};
}

const LiveWords& LiveModel::wordsAt(int row) const
{
    const Row& stored = m_rows[m_order.rowAt(std::size_t(row))];
    if (!stored.words)
        stored.words = liveWords(stored.conversation, m_console);
    return *stored.words;
}

std::optional<Countdown> LiveModel::countdownAt(int row) const
{
    const Conversation& c = conversationAt(row);
    if (!c.answerBy || !isOwed(c))
        return std::nullopt;
    return countdown(*c.waitingSince, *c.answerBy, m_now());
}

bool LiveModel::hasLeft(int row) const { return !belongs(m_rows[m_order.rowAt(std::size_t(row))]); }

int LiveModel::rowOf(const ConversationId& id) const
{
    const auto known = m_rowOf.find(id);
    return known == m_rowOf.end() ? -1 : m_order.positionOf(known->second);
}

int LiveModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int LiveModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : liveColumnCount; }

QString LiveModel::displayText(int row, LiveColumn column) const
{
    const LiveWords& words = wordsAt(row);
    const Conversation& c = conversationAt(row);
    switch (column) {
    case LiveColumn::Tier:
        return u"%1 %2"_s.arg(words.tier.code, words.tier.name).trimmed();
    case LiveColumn::Visitor:
        return words.company.isEmpty() ? words.visitor : words.visitor + u", "_s + words.company;
    case LiveColumn::Intent:
        return words.intent;
    case LiveColumn::Channel:
        return words.channel;
    case LiveColumn::Owner:
        return words.owner;
    case LiveColumn::Waiting:
        return isOwed(c) ? waitedText(row) : u"—"_s;
    case LiveColumn::AnswerWithin: {
        const auto left = countdownAt(row);
        return left ? left->text : u"—"_s;
    }
    case LiveColumn::Worth:
        return words.value;
    case LiveColumn::Count_:
        break;
    }
    return {};
}

QString LiveModel::waitedText(int row) const
{
    const Conversation& c = conversationAt(row);
    return c.waitingSince ? formatSpan(std::chrono::floor<seconds>(m_now() - *c.waitingSince)) : QString();
}

QVariant LiveModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = LiveColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(index.row(), column);
    case Qt::AccessibleTextRole: {
        const QString label = wordsAt(index.row()).label;
        const QString shown = displayText(index.row(), column);
        if (column == LiveColumn::Tier)
            return tr("Tier %1").arg(shown);
        return column == LiveColumn::Visitor && !label.isEmpty() ? u"%1, %2"_s.arg(shown, label) : shown;
    }
    case Qt::ToolTipRole:
        if (column == LiveColumn::Waiting || column == LiveColumn::AnswerWithin) {
            const auto at = column == LiveColumn::Waiting ? conversationAt(index.row()).waitingSince
                                                          : conversationAt(index.row()).answerBy;
            return at ? formatExact(*at) : QVariant();
        }
        return displayText(index.row(), column).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return int(column >= LiveColumn::Waiting ? Qt::AlignRight | Qt::AlignVCenter
                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant LiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= liveColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(LiveColumn(section) >= LiveColumn::Waiting ? Qt::AlignRight | Qt::AlignVCenter
                                                              : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (LiveColumn(section)) {
    case LiveColumn::Tier:
        return tr("Tier");
    case LiveColumn::Visitor:
        return tr("Visitor");
    case LiveColumn::Intent:
        return tr("Intent");
    case LiveColumn::Channel:
        return tr("Channel");
    case LiveColumn::Owner:
        return tr("Owner or queue");
    case LiveColumn::Waiting:
        return tr("Waiting");
    case LiveColumn::AnswerWithin:
        return tr("Answer within");
    case LiveColumn::Worth:
        return tr("Value");
    case LiveColumn::Count_:
        break;
    }
    return {};
}

void LiveModel::sort(int column, Qt::SortOrder order) { setSort(LiveColumn(column), order); }

}
