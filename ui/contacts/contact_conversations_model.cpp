#include "ui/contacts/contact_conversations_model.h"

#include "ui/contacts/contact_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

namespace signalbox {

ContactConversationsModel::ContactConversationsModel(const ConsoleModel& console, std::function<Instant()> now,
                                                     QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_now(std::move(now))
{
}

void ContactConversationsModel::setRows(std::vector<Conversation> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();   // another contact, or a few rows that are read anew
    m_rows = std::move(rows);
    endResetModel();
}

int ContactConversationsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ContactConversationsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Conversation& row = m_rows[std::size_t(index.row())];
    const QString title = row.intent.empty() ? channelName(row.channel)
                                             : tr("%1 · %2", "intent and channel").arg(line(row.intent, 80), channelName(row.channel));
    const QString detail
        = QStringList{numberOf(row.id), ownerOrOutcome(row, m_console.agentName(row.owner.agent)), line(row.lastText, 200)}.join(
            QStringLiteral(" · "));
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case DetailRole:
        return detail;
    case AgeRole:
        return formatAge(row.lastMessageAt, m_now());
    case Qt::AccessibleTextRole:
        return QStringList{title, detail, formatAge(row.lastMessageAt, m_now())}.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1<br>%2</qt>").arg(detail.toHtmlEscaped(), formatExact(row.openedAt));
    default:
        return {};
    }
}

}
