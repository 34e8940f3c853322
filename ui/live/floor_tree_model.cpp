#include "ui/live/floor_tree_model.h"

#include "ui/live/follow_rows.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <tuple>

namespace signalbox {

struct FloorTreeModel::Top {
    FloorLine line = FloorLine::Agent;
    AgentId agent;
    ConversationId conversation;        // of a raised hand
    std::vector<ConversationId> held;   // of an agent

    bool isSameAs(const Top& other) const
    {
        return line == other.line && agent == other.agent && conversation == other.conversation;
    }
};

FloorTreeModel::FloorTreeModel(const PageContext& context, const FloorLoads& loads, QObject* parent)
    : QAbstractItemModel(parent), m_context(context), m_loads(loads)
{
    refresh();
}

FloorTreeModel::~FloorTreeModel() = default;

// What is owed first, by its time; then what is not, by its number.
void FloorTreeModel::sort(std::vector<ConversationId>& conversations) const
{
    const auto key = [this](const ConversationId& id) {
        const Conversation* c = m_context.model.conversation(id);
        const auto due = c && !c->held ? c->answerBy : std::nullopt;
        return std::make_tuple(!due, due.value_or(Instant{}), id.value.size(), id.value);
    };
    std::ranges::sort(conversations, {}, key);
}

std::vector<FloorTreeModel::Top> FloorTreeModel::wantedTops() const
{
    std::vector<Top> tops;
    std::vector<ConversationId> hands(m_loads.handsUp().begin(), m_loads.handsUp().end());
    sort(hands);
    for (const ConversationId& id : hands)
        if (const Conversation* conversation = m_context.model.conversation(id))
            tops.push_back({FloorLine::Hand, conversation->handRaisedBy, id, {}});
    std::vector<const AgentOnScreen*> agents;
    for (const auto& [id, agent] : m_context.model.agents())
        agents.push_back(&agent);
    std::ranges::stable_sort(agents, {}, [this](const AgentOnScreen* each) {
        const bool gone = each->presence == Presence::Offline && m_loads.heldBy(each->agent.id).empty();
        return std::make_tuple(gone, each->agent.team, each->agent.name);
    });
    for (const AgentOnScreen* each : agents)
        tops.push_back({FloorLine::Agent, each->agent.id, {}, {}});
    return tops;
}

std::vector<ConversationId> FloorTreeModel::wantedUnder(const AgentId& agent) const
{
    const auto& held = m_loads.heldBy(agent);
    std::vector<ConversationId> under(held.begin(), held.end());
    sort(under);
    return under;
}

void FloorTreeModel::refresh()
{
    std::vector<std::unique_ptr<Top>> wanted;
    for (Top& top : wantedTops())
        wanted.push_back(std::make_unique<Top>(std::move(top)));
    const auto isSame = [](const auto& a, const auto& b) { return a->isSameAs(*b); };
    const RowSteps steps{[this](int row) { beginInsertRows({}, row, row); },
                         [this] { endInsertRows(); },
                         [this](int row) { beginRemoveRows({}, row, row); },
                         [this] { endRemoveRows(); },
                         [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
                         [this] { endMoveRows(); }};
    followRows(m_tops, std::move(wanted), isSame, steps);
    for (std::size_t i = 0; i < m_tops.size(); ++i) {
        Top& top = *m_tops[i];
        if (top.line != FloorLine::Agent)
            continue;
        const QModelIndex at = createIndex(int(i), 0, nullptr);
        const RowSteps under{[&](int row) { beginInsertRows(at, row, row); },
                             [this] { endInsertRows(); },
                             [&](int row) { beginRemoveRows(at, row, row); },
                             [this] { endRemoveRows(); },
                             [&](int from, int to) { beginMoveRows(at, from, from, at, to); },
                             [this] { endMoveRows(); }};
        followRows(top.held, wantedUnder(top.agent), std::equal_to<>{}, under);
    }
    if (!m_tops.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_tops.size()) - 1, int(FloorColumn::Count_) - 1));
}

int FloorTreeModel::handsUp() const
{
    return int(std::ranges::count_if(m_tops, [](const auto& top) { return top->line == FloorLine::Hand; }));
}

// A conversation under its agent points at that agent's row; rows at the top point at nothing.
QModelIndex FloorTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_tops[size_t(parent.row())].get() : nullptr);
}

QModelIndex FloorTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || !child.internalPointer())
        return {};
    const auto at
        = std::ranges::find(m_tops, child.internalPointer(), [](const auto& top) -> void* { return top.get(); });
    return at == m_tops.end() ? QModelIndex() : createIndex(int(at - m_tops.begin()), 0, nullptr);
}

int FloorTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_tops.size());
    return parent.internalPointer() || parent.column() > 0 ? 0 : int(m_tops[size_t(parent.row())]->held.size());
}

int FloorTreeModel::columnCount(const QModelIndex&) const { return int(FloorColumn::Count_); }

const FloorTreeModel::Top* FloorTreeModel::topOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    return index.internalPointer() ? static_cast<const Top*>(index.internalPointer())
                                   : m_tops[size_t(index.row())].get();
}

FloorLine FloorTreeModel::lineAt(const QModelIndex& index) const
{
    return index.internalPointer() ? FloorLine::Conversation : m_tops[size_t(index.row())]->line;
}

const AgentOnScreen* FloorTreeModel::agentAt(const QModelIndex& index) const
{
    const Top* top = topOf(index);
    return top ? m_context.model.agent(top->agent) : nullptr;
}

const Conversation* FloorTreeModel::conversationAt(const QModelIndex& index) const
{
    const Top* top = topOf(index);
    if (!top)
        return nullptr;
    if (index.internalPointer())
        return m_context.model.conversation(top->held[size_t(index.row())]);
    return top->line == FloorLine::Hand ? m_context.model.conversation(top->conversation) : nullptr;
}

QModelIndex FloorTreeModel::indexOf(const AgentId& agent) const
{
    for (std::size_t i = 0; i < m_tops.size(); ++i)
        if (m_tops[i]->line == FloorLine::Agent && m_tops[i]->agent == agent)
            return createIndex(int(i), 0, nullptr);
    return {};
}

QModelIndex FloorTreeModel::indexOf(const ConversationId& conversation) const
{
    for (std::size_t i = 0; i < m_tops.size(); ++i) {
        if (m_tops[i]->line == FloorLine::Hand && m_tops[i]->conversation == conversation)
            return createIndex(int(i), 0, nullptr);
        const auto& held = m_tops[i]->held;
        if (const auto at = std::ranges::find(held, conversation); at != held.end())
            return createIndex(int(at - held.begin()), 0, m_tops[i].get());
    }
    return {};
}

const Conversation* FloorTreeModel::oldestOwedBy(const AgentId& agent) const
{
    const Conversation* oldest = nullptr;
    for (const ConversationId& id : m_loads.heldBy(agent)) {
        const Conversation* each = m_context.model.conversation(id);
        if (each && each->waitingSince && !each->held && (!oldest || *each->waitingSince < *oldest->waitingSince))
            oldest = each;
    }
    return oldest;
}

std::optional<Countdown> FloorTreeModel::countdownAt(const QModelIndex& index) const
{
    const AgentOnScreen* agent = agentAt(index);
    const bool ofAgent = lineAt(index) == FloorLine::Agent;
    const Conversation* owed = ofAgent && agent ? oldestOwedBy(agent->agent.id) : conversationAt(index);
    if (!owed || owed->held || !owed->waitingSince || !owed->answerBy)
        return std::nullopt;
    return countdown(*owed->waitingSince, *owed->answerBy, m_context.now());
}

}
