#include "ui/conversation/work_list_model.h"

#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace signalbox {

WorkListModel::WorkListModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_now(std::move(now))
{
}

bool WorkListModel::Row::sameAs(const Row& other) const
{
    if (conversation.has_value() != other.conversation.has_value())
        return false;
    return conversation ? conversation->id == other.conversation->id : section == other.section;
}

std::vector<WorkListModel::Row> WorkListModel::wantedRows(const AgentId& me, const std::optional<Conversation>& looking) const
{
    std::array<std::vector<Conversation>, 3> sections;
    for (const auto& [id, conversation] : m_console.conversations()) {
        if (conversation.owner.kind != OwnerKind::Agent || conversation.owner.agent != me)
            continue;
        const bool owed = conversation.waitingSince || conversation.lastAuthor == Author::Visitor;
        sections[std::size_t(owed ? Section::Open : Section::WaitingForVisitor)].push_back(conversation);
    }
    // What is looked at may be an older copy: the console knows whose it is now.
    const Conversation* const current = looking ? m_console.conversation(looking->id) : nullptr;
    const auto mine = [&](const Conversation& c) { return c.owner.kind == OwnerKind::Agent && c.owner.agent == me && !c.closedAt; };
    if (looking && !mine(current ? *current : *looking))
        sections[std::size_t(Section::Looking)].push_back(*looking);
    std::ranges::sort(sections[std::size_t(Section::Open)], {}, [](const Conversation& c) {
        return std::tuple(c.tierRank, c.waitingSince.value_or(c.lastMessageAt), c.id);
    });
    std::ranges::sort(sections[std::size_t(Section::WaitingForVisitor)], [](const Conversation& a, const Conversation& b) {
        return std::tuple(b.lastMessageAt, b.id) < std::tuple(a.lastMessageAt, a.id);
    });
    std::vector<Row> rows;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i].empty())
            continue;
        rows.push_back({Section(i), int(sections[i].size()), std::nullopt});
        for (Conversation& conversation : sections[i])
            rows.push_back({Section(i), 0, std::move(conversation)});
    }
    return rows;
}

void WorkListModel::refresh(const AgentId& me, const std::optional<Conversation>& looking)
{
    bringTo(wantedRows(me, looking));
    std::erase_if(m_unread, [this](const ConversationId& id) { return rowOf(id) < 0; });
}

// A handful of rows: gone ones leave, each wanted one moves or comes to its place, so that selection stays.
void WorkListModel::bringTo(std::vector<Row> wanted)
{
    for (int i = rowCount() - 1; i >= 0; --i) {
        const Row& row = m_rows[std::size_t(i)];
        if (std::ranges::any_of(wanted, [&](const Row& other) { return other.sameAs(row); }))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < int(wanted.size()); ++i) {
        Row& want = wanted[std::size_t(i)];
        const auto found = std::find_if(m_rows.begin() + i, m_rows.end(), [&](const Row& row) { return row.sameAs(want); });
        if (found == m_rows.end()) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, std::move(want));
            endInsertRows();
            continue;
        }
        if (const int from = int(found - m_rows.begin()); from != i) {
            beginMoveRows({}, from, from, {}, i);
            std::rotate(m_rows.begin() + i, found, found + 1);
            endMoveRows();
        }
        Row& row = m_rows[std::size_t(i)];
        if (row.count != want.count || row.conversation != want.conversation || row.section != want.section) {
            row = std::move(want);
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

void WorkListModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {AgeRole});
}

void WorkListModel::noteUnread(const ConversationId& id)
{
    const int row = rowOf(id);
    if (row >= 0 && m_unread.insert(id).second)
        Q_EMIT dataChanged(index(row), index(row), {UnreadRole});
}

void WorkListModel::markRead(const ConversationId& id)
{
    if (m_unread.erase(id) > 0)
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row), index(row), {UnreadRole});
}

int WorkListModel::rowOf(const ConversationId& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.conversation && row.conversation->id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

ConversationId WorkListModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount() || !m_rows[std::size_t(row)].conversation)
        return {};
    return m_rows[std::size_t(row)].conversation->id;
}

ConversationId WorkListModel::after(const ConversationId& id, int step) const
{
    const int count = rowCount();
    int row = rowOf(id);
    if (row < 0 && step < 0)
        row = 0;
    for (int tried = 0; tried < count; ++tried) {
        row = ((row + step) % count + count) % count;
        if (const ConversationId next = idAt(row); !next.empty())
            return next;
    }
    return {};
}

int WorkListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

Qt::ItemFlags WorkListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const bool chosen = !idAt(index.row()).empty();
    return chosen ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemNeverHasChildren;
}

QString WorkListModel::title(const Row& row) const
{
    switch (row.section) {
    case Section::Looking: return tr("Not yours");
    case Section::Open: return tr("Open · %1", "conversations that are owed an answer").arg(row.count);
    case Section::WaitingForVisitor: return tr("Waiting for visitor · %1").arg(row.count);
    }
    return {};
}

QString WorkListModel::preview(const Conversation& conversation, Section section) const
{
    const QString said = line(conversation.lastText);
    switch (conversation.lastAuthor) {
    case Author::Agent: return section == Section::Looking ? tr("Agent: %1").arg(said) : tr("You: %1").arg(said);
    case Author::Ai: return tr("AI: %1").arg(said);
    case Author::System: {
        const QString& me = m_console.session().name;
        const bool mine = !me.isEmpty() && said.startsWith(me + u' ');
        return mine ? tr("You%1", "You joined").arg(said.mid(me.size())) : said;
    }
    case Author::Visitor: break;
    }
    return said;
}

QVariant WorkListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (!row.conversation) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return title(row);
        return role == SectionRole ? QVariant(true) : QVariant();
    }
    const Conversation& conversation = *row.conversation;
    switch (role) {
    case Qt::DisplayRole: return line(conversation.visitorName, 80);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3%4", "name, age, last words, unread")
            .arg(line(conversation.visitorName, 80), formatAgo(conversation.lastMessageAt, m_now()), preview(conversation, row.section),
                 m_unread.contains(conversation.id) ? tr(", unread") : QString());
    case SectionRole: return false;
    case IdRole: return QString::fromStdString(conversation.id.value);
    case PreviewRole: return preview(conversation, row.section);
    case AgeRole: return formatAge(conversation.lastMessageAt, m_now());
    case TierRankRole: return conversation.tier.empty() ? -1 : conversation.tierRank;
    case UnreadRole: return m_unread.contains(conversation.id);
    case OriginRole: return originLabel(conversation.origin);
    default: return {};
    }
}

}
