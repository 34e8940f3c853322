#pragma once

#include "model/domain/agent.h"
#include "model/domain/conversation.h"

#include <QString>

#include <vector>

namespace signalbox {

class ConsoleModel;

// Where a conversation can go, or whom it can be shown to.
struct MoveTarget {
    enum class Kind { Ai, Queue, Team, Agent };
    Kind kind = Kind::Queue;
    QString id;   // of the queue or agent; a team's name
    QString name;
    QString detail;                          // "4 waiting", "Online · 3 of 5 · Fleet"
    Presence presence = Presence::Offline;   // of an agent

    bool operator==(const MoveTarget&) const = default;
};

// Back to the AI, queues, teams, then agents: those who are online and have most room first. Not where it is already.
std::vector<MoveTarget> transferTargets(const ConsoleModel& model, const Conversation& conversation);
// Agents alone: neither its owner nor who was invited before.
std::vector<MoveTarget> inviteTargets(const ConsoleModel& model, const Conversation& conversation);
// Everybody but this agent.
std::vector<MoveTarget> peopleBut(const ConsoleModel& model, const AgentId& agent);
// Every word stands in its name, its detail or what it is.
bool matchesWords(const MoveTarget& target, const QString& words);

}
