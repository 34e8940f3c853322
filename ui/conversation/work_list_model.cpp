#include "ui/conversation/work_list_model.h"

#include "ui/shared/console_model.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace signalbox {
namespace {

QDate dayOf(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000).date(); }

bool owned(const Conversation& conversation, const AgentId& agent)
{
    return conversation.owner.kind == OwnerKind::Agent && conversation.owner.agent == agent && !conversation.closedAt;
}

bool invited(const Conversation& conversation, const AgentId& agent)
{
    return std::ranges::find(conversation.invited, agent) != conversation.invited.end() && !conversation.closedAt;
}

// What is owed next comes first: the promise that ends first, then worth, then who waits longest. Nothing promised: last.
auto owedFirst(const Conversation& c)
{
    return std::tuple(!c.answerBy, c.answerBy.value_or(Instant{}), c.tierRank, c.waitingSince.value_or(c.lastMessageAt),
                      c.id);
}

}

WorkListModel::WorkListModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_now(std::move(now))
{
}

bool WorkListModel::Row::sameAs(const Row& other) const
{
    if (followUp || other.followUp)
        return followUp && other.followUp && followUp->conversation == other.followUp->conversation
            && followUp->due == other.followUp->due;
    if (conversation.has_value() != other.conversation.has_value())
        return false;
    return conversation ? conversation->id == other.conversation->id : section == other.section;
}

// A lead is asked to look by whoever raised a hand.
bool WorkListModel::asksForMe(const Conversation& conversation, const AgentId& me) const
{
    return m_console.session().role != Role::Agent && !conversation.handRaisedBy.empty()
        && conversation.handRaisedBy != me && !owned(conversation, me);
}

void WorkListModel::addConversations(const AgentId& me, Sections& sections) const
{
    for (const auto& [id, conversation] : m_console.conversations()) {
        const auto add = [&, &shown = conversation](Section section) {
            sections[section].push_back({section, 0, shown, {}});
        };
        if (owned(conversation, me)) {
            const bool owed = conversation.waitingSince || conversation.lastAuthor == Author::Visitor;
            add(conversation.held ? Section::OnHold : owed ? Section::Open : Section::WaitingForVisitor);
        } else if (asksForMe(conversation, me)) {
            add(Section::HandsRaised);
        } else if (invited(conversation, me)) {
            add(Section::Invited);
        }
    }
    const auto byOwed = [](const Row& row) { return owedFirst(*row.conversation); };
    std::ranges::sort(sections[Section::Open], {}, byOwed);
    std::ranges::sort(sections[Section::Invited], {}, byOwed);
    std::ranges::sort(sections[Section::HandsRaised], {}, byOwed);
    std::ranges::sort(sections[Section::WaitingForVisitor], std::greater{},
                      [](const Row& row) { return std::tuple(row.conversation->lastMessageAt, row.conversation->id); });
    std::ranges::sort(sections[Section::OnHold], {}, [](const Row& row) {
        const Conversation& c = *row.conversation;
        return std::tuple(!c.heldUntil, c.heldUntil.value_or(Instant{}), c.id);
    });
}

void WorkListModel::addFollowUps(const AgentId& me, Sections& sections) const
{
    const QDate today = dayOf(m_now());
    for (const FollowUpOnScreen& followUp : m_console.followUps()) {
        const Conversation* of = m_console.conversation(followUp.conversation);
        // A policy may name somebody else than an agent: then it is for whoever has the conversation.
        const bool named = m_console.agent(AgentId{followUp.owner});
        if (me.empty() || (named ? followUp.owner != me.value : !of || !owned(*of, me)))
            continue;
        const Section section = dayOf(followUp.due) > today ? Section::LaterFollowUps : Section::FollowUps;
        sections[section].push_back({section, 0, of ? std::optional(*of) : std::nullopt, followUp});
    }
}

std::vector<WorkListModel::Row> WorkListModel::wantedRows(const AgentId& me,
                                                          const std::vector<Conversation>& looked) const
{
    Sections sections;
    for (const Conversation& looking : looked) {
        // What is looked at may be an older copy: the console knows whose it is now.
        const Conversation* const known = m_console.conversation(looking.id);
        const Conversation& current = known ? *known : looking;
        if (!owned(current, me) && !invited(current, me) && !asksForMe(current, me))
            sections[Section::Looking].push_back({Section::Looking, 0, current, {}});
    }
    addConversations(me, sections);
    addFollowUps(me, sections);
    std::vector<Row> rows;
    for (auto& [section, those] : sections) {
        if (those.empty())
            continue;
        rows.push_back({section, int(those.size()), {}, {}});
        if (section == Section::LaterFollowUps && !m_laterShown)
            continue;
        std::ranges::move(those, std::back_inserter(rows));
    }
    return rows;
}

void WorkListModel::refresh(const AgentId& me, const std::vector<Conversation>& looked)
{
    bringTo(wantedRows(me, looked));
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
        const auto found
            = std::find_if(m_rows.begin() + i, m_rows.end(), [&](const Row& row) { return row.sameAs(want); });
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
        if (row != want) {
            row = std::move(want);
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

void WorkListModel::showLater(bool shown) { m_laterShown = shown; }

void WorkListModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {AgeRole, LateRole});
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
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row& row) { return !row.followUp && row.conversation && row.conversation->id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

ConversationId WorkListModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const Row& there = m_rows[std::size_t(row)];
    return there.followUp    ? there.followUp->conversation
        : there.conversation ? there.conversation->id
                             : ConversationId{};
}

const FollowUpOnScreen* WorkListModel::followUpAt(int row) const
{
    if (row < 0 || row >= rowCount() || !m_rows[std::size_t(row)].followUp)
        return nullptr;
    return &*m_rows[std::size_t(row)].followUp;
}

ConversationId WorkListModel::after(const ConversationId& id, int step) const
{
    const int count = rowCount();
    int row = rowOf(id);
    if (row < 0 && step < 0)
        row = 0;
    for (int tried = 0; tried < count; ++tried) {
        row = ((row + step) % count + count) % count;
        if (const Row& there = m_rows[std::size_t(row)]; there.conversation && !there.followUp)
            return there.conversation->id;
    }
    return {};
}

int WorkListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

Qt::ItemFlags WorkListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const bool chosen = !idAt(index.row()).empty() || index.data(LaterRole).toBool();
    return chosen ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::ItemNeverHasChildren;
}

}
