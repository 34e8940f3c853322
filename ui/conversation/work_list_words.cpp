#include "ui/conversation/queue_clock.h"
#include "ui/conversation/work_list_model.h"
#include "ui/shared/console_model.h"
#include "ui/shared/countdown.h"
#include "ui/shared/format_text.h"

namespace signalbox {

// What the rows of the work list say.

QString WorkListModel::title(const Row& row) const
{
    switch (row.section) {
    case Section::HandsRaised:
        return tr("Hands raised · %1").arg(row.count);
    case Section::Looking:
        return tr("Not yours");
    case Section::Open:
        return tr("Open · %1", "conversations that are owed an answer").arg(row.count);
    case Section::FollowUps:
        return tr("Follow-ups today · %1").arg(row.count);
    case Section::WaitingForVisitor:
        return tr("Waiting for visitor · %1").arg(row.count);
    case Section::Invited:
        return tr("Invited · %1", "conversations of others").arg(row.count);
    case Section::OnHold:
        return tr("On hold · %1").arg(row.count);
    case Section::LaterFollowUps:
        return tr("Later · %1", "follow-ups").arg(row.count);
    }
    return {};
}

QString WorkListModel::preview(const Row& row) const
{
    const Conversation& conversation = *row.conversation;
    const QString said = line(conversation.lastText);
    if (row.section == Section::HandsRaised) {
        const QString who = m_console.agentName(conversation.handRaisedBy);
        return conversation.handNote.empty() ? tr("%1 asks for help").arg(who)
                                             : tr("%1: %2", "who asks for help, with what").arg(who, line(conversation.handNote));
    }
    if (row.section == Section::OnHold)
        return conversation.heldUntil ? said : tr("Until they write · %1").arg(said);
    switch (conversation.lastAuthor) {
    case Author::Agent:
        return row.section == Section::Looking || row.section == Section::Invited ? tr("Agent: %1").arg(said)
                                                                                  : tr("You: %1").arg(said);
    case Author::Ai:
        return tr("AI: %1").arg(said);
    case Author::System: {
        const QString& me = m_console.session().name;
        const bool mine = !me.isEmpty() && said.startsWith(me + u' ');
        return mine ? tr("You%1", "You joined").arg(said.mid(me.size())) : said;
    }
    case Author::Visitor:
        break;
    }
    return said;
}

QString WorkListModel::age(const Row& row) const
{
    const Instant now = m_now();
    const Conversation* conversation = row.conversation ? &*row.conversation : nullptr;
    if (row.followUp)
        return queueClock(row.followUp->due, conversation, m_console.rulebook(), now).text;
    if (row.section == Section::OnHold && conversation->heldUntil)
        return tr("until %1").arg(queueClock(*conversation->heldUntil, conversation, m_console.rulebook(), now).text);
    if (conversation->waitingSince && conversation->answerBy && !conversation->held) {
        const Countdown left = countdown(*conversation->waitingSince, *conversation->answerBy, now);
        if (left.state != CountdownState::Calm)
            return left.text;
    }
    return formatAge(conversation->lastMessageAt, now);
}

bool WorkListModel::isLate(const Row& row) const
{
    if (row.followUp)
        return row.followUp->due <= m_now();
    return row.conversation->answerBy && row.conversation->waitingSince && !row.conversation->held
        && *row.conversation->answerBy < m_now();
}

QString WorkListModel::spoken(const Row& row) const
{
    const QString name = line(row.conversation->visitorName, 80);
    QString words = tr("%1, %2, %3%4", "name, age, last words, unread")
                        .arg(name, formatAgo(row.conversation->lastMessageAt, m_now()), preview(row),
                             m_unread.contains(row.conversation->id) ? tr(", unread") : QString());
    return isLate(row) ? words + tr(", over its target") : words;
}

QString WorkListModel::toolTip(const Row& row) const
{
    const Conversation& conversation = *row.conversation;
    QStringList lines{line(conversation.visitorName, 80), preview(row)};
    const auto clock = [&](Instant at) { return queueClock(at, &conversation, m_console.rulebook(), m_now()).tooltip; };
    if (conversation.held)
        lines << (conversation.heldUntil ? tr("On hold until %1").arg(clock(*conversation.heldUntil))
                                         : tr("On hold until they write"));
    else if (conversation.answerBy && conversation.waitingSince)
        lines << tr("Answer by %1").arg(clock(*conversation.answerBy));
    if (!conversation.handRaisedBy.empty())
        lines << tr("Hand raised: %1").arg(line(conversation.handNote));
    return lines.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QVariant WorkListModel::followUpData(const Row& row, int role) const
{
    const FollowUpOnScreen& followUp = *row.followUp;
    const QString note = line(followUp.note);
    const QString words = isLate(row) ? tr("Overdue · %1", "a follow-up").arg(note) : note;
    switch (role) {
    case Qt::DisplayRole:
        return line(followUp.visitorName, 80);
    case Qt::AccessibleTextRole:
        return tr("Follow-up with %1, %2, %3").arg(line(followUp.visitorName, 80), age(row), words);
    case Qt::ToolTipRole: {
        const Conversation* of = row.conversation ? &*row.conversation : nullptr;
        const QString due = queueClock(followUp.due, of, m_console.rulebook(), m_now()).tooltip;
        return QStringLiteral("%1<br>%2")
            .arg(text(followUp.note).toHtmlEscaped(), tr("Due %1").arg(due).toHtmlEscaped());
    }
    case SectionRole:
    case LaterRole:
    case UnreadRole:
        return false;
    case IdRole:
        return text(followUp.conversation.value);
    case PreviewRole:
        return words;
    case AgeRole:
        return age(row);
    case LateRole:
        return isLate(row);
    case TierRankRole:
        return row.conversation && !row.conversation->tier.empty() ? row.conversation->tierRank : -1;
    case OriginRole:
        return row.conversation ? originLabel(row.conversation->origin) : QString();
    case FollowUpRole:
        return true;
    default:
        return {};
    }
}

QVariant WorkListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (row.followUp)
        return followUpData(row, role);
    if (!row.conversation) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return title(row);
        if (role == LaterRole)
            return row.section == Section::LaterFollowUps;
        return role == SectionRole ? QVariant(true) : QVariant();
    }
    const Conversation& conversation = *row.conversation;
    switch (role) {
    case Qt::DisplayRole:
        return line(conversation.visitorName, 80);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::ToolTipRole:
        return toolTip(row);
    case SectionRole:
    case FollowUpRole:
    case LaterRole:
        return false;
    case IdRole:
        return text(conversation.id.value);
    case PreviewRole:
        return preview(row);
    case AgeRole:
        return age(row);
    case LateRole:
        return isLate(row);
    case TierRankRole:
        return conversation.tier.empty() ? -1 : conversation.tierRank;
    case UnreadRole:
        return m_unread.contains(conversation.id);
    case OriginRole:
        return originLabel(conversation.origin);
    default:
        return {};
    }
}

}
