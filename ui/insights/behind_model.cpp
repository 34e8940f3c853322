#include "ui/insights/behind_model.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

namespace signalbox {

BehindModel::BehindModel(const PageContext& context, QObject* parent) : QAbstractListModel(parent), m_context(context)
{
}

void BehindModel::show(const std::vector<ReviewedConversation>& conversations)
{
    beginResetModel();
    m_conversations = conversations;
    endResetModel();
}

int BehindModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_conversations.size());
}

QVariant BehindModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ReviewedConversation& each = at(index.row());
    const QString tier = each.tier.empty() ? tr("no tier") : line(each.tier.value, 20);
    switch (role) {
    case Qt::DisplayRole:
        return line(each.visitorName, 80);
    case ChannelRole:
        return channelName(each.channel);
    case TierRole:
        return tier;
    case OpenedRole:
        return formatAge(each.openedAt, m_context.now());
    case SaidRole:
        return each.said.empty() ? tr("Wrote nothing") : line(each.said, 200);
    case Qt::ToolTipRole:
        return tr("Opened %1").arg(formatExact(each.openedAt)).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QStringList{line(each.visitorName, 80), tier, channelName(each.channel), formatExact(each.openedAt),
                           line(each.said, 200)}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

}
