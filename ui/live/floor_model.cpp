#include "ui/live/floor_model.h"

#include "ui/live/floor_loads.h"
#include "ui/shared/bars.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"
#include "ui/shared/presence_words.h"

#include <algorithm>
#include <map>

namespace signalbox {

using namespace Qt::StringLiterals;

FloorModel::FloorModel(const ConsoleModel& console, const FloorLoads& loads, QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_loads(loads)
{
    m_rows = rowsNow();
}

namespace {

int presenceOrder(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return 0;
    case Presence::Away:
        return 1;
    case Presence::OnBreak:
        return 2;
    case Presence::Offline:
        break;
    }
    return 3;
}

}

void FloorModel::addHands(std::vector<FloorRow>& rows) const
{
    for (const ConversationId& id : m_loads.handsUp()) {
        const Conversation* conversation = m_console.conversation(id);
        const AgentOnScreen* asking = conversation ? m_console.agent(conversation->handRaisedBy) : nullptr;
        if (!asking)
            continue;
        const QString words = tr("%1: %2", "who raises a hand, about whom")
                                  .arg(line(asking->agent.name, 60), line(conversation->visitorName, 60));
        rows.push_back({false, id, words, 0, *asking});
    }
}

std::vector<FloorRow> FloorModel::rowsNow()
{
    std::map<QString, std::vector<AgentOnScreen>> teams;
    for (const auto& [id, agent] : m_console.agents())
        teams[agent.agent.team.empty() ? tr("No team") : line(agent.agent.team, 60)].push_back(agent);
    std::vector<FloorRow> rows;
    addHands(rows);
    m_places.clear();
    m_online = 0;
    m_all = int(m_console.agents().size());
    for (auto& [team, agents] : teams) {
        std::ranges::stable_sort(agents, {}, [](const AgentOnScreen& agent) {
            return std::pair(presenceOrder(agent.presence), agent.agent.name);
        });
        FloorRow head{true, {}, team, 0, {}};
        TeamPlaces places{team, 0, 0};
        for (const AgentOnScreen& agent : agents)
            if (agent.presence == Presence::Online) {
                ++head.online;
                places.all += agent.agent.capacity;
                places.free += std::max(0.0, agent.agent.capacity - agent.placesUsed);
            }
        m_online += head.online;
        rows.push_back(head);
        for (const AgentOnScreen& agent : agents)
            rows.push_back({false, {}, line(agent.agent.name, 60), 0, agent});
        if (places.all > 0)
            m_places.push_back(places);
    }
    return rows;
}

void FloorModel::refresh()
{
    std::vector<FloorRow> rows = rowsNow();
    if (rows == m_rows)
        return;
    const bool sameRows = std::ranges::equal(rows, m_rows, [](const FloorRow& a, const FloorRow& b) {
        return a.isTeam == b.isTeam && a.hand == b.hand && a.name == b.name && a.agent.agent.id == b.agent.agent.id;
    });
    if (sameRows) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FloorModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant FloorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FloorRow& row = rowAt(index.row());
    if (role == Qt::DisplayRole)
        return row.name;
    if (!row.hand.empty() && (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole))
        return tr("Hand raised by %1").arg(row.name).toHtmlEscaped();
    if (role == Qt::AccessibleTextRole) {
        if (row.isTeam)
            return tr("%1, %2 online").arg(row.name).arg(row.online);
        return tr("%1, %2, %3 places used")
            .arg(row.name, presenceStateName(row.agent, m_console.deskSettings()),
                 loadText({row.agent.placesUsed, row.agent.agent.capacity}));
    }
    if (role != Qt::ToolTipRole || row.isTeam)
        return {};
    QString spoken = tr("%1: %2 since %3, %4 places used");
    if (!row.agent.presenceReason.empty())
        spoken += tr(". %1").arg(line(row.agent.presenceReason, 80));
    return spoken
        .arg(row.name, presenceStateName(row.agent, m_console.deskSettings()), formatClock(row.agent.presenceSince),
             loadText({row.agent.placesUsed, row.agent.agent.capacity}))
        .toHtmlEscaped();
}

Qt::ItemFlags FloorModel::flags(const QModelIndex& index) const
{
    return index.isValid() && !rowAt(index.row()).isTeam ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}
