#pragma once

#include "model/domain/change_set.h"

#include <QAbstractListModel>

#include <vector>

namespace signalbox {

class ConsoleModel;
class FloorLoads;

// One line of the agents pane: a conversation whose hand is up, a team with how many of it are online, or an agent of it.
struct FloorRow {
    bool isTeam = false;
    ConversationId hand;   // only of a raised hand
    QString name;
    int online = 0;        // of a team
    AgentOnScreen agent;   // of an agent

    bool operator==(const FloorRow&) const = default;
};

struct TeamPlaces {
    QString team;
    double free = 0;
    int all = 0;
    bool operator==(const TeamPlaces&) const = default;
};

// Hands raised, then agents by team, those who can take something first.
class FloorModel : public QAbstractListModel {
    Q_OBJECT

public:
    FloorModel(const ConsoleModel& console, const FloorLoads& loads, QObject* parent = nullptr);

    void refresh();
    const FloorRow& rowAt(int row) const { return m_rows[size_t(row)]; }
    int online() const { return m_online; }
    int all() const { return m_all; }
    // Places that agents who are online have free.
    const std::vector<TeamPlaces>& freePlaces() const { return m_places; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<FloorRow> rowsNow();
    void addHands(std::vector<FloorRow>& rows) const;

    const ConsoleModel& m_console;
    const FloorLoads& m_loads;
    std::vector<FloorRow> m_rows;
    std::vector<TeamPlaces> m_places;
    int m_online = 0;
    int m_all = 0;
};

}
