#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <map>
#include <string>
#include <vector>

namespace signalbox {

enum class Role { Agent, Lead, Supervisor };
enum class Presence { Offline, Online, Away, OnBreak };

struct Skill {
    SkillId id;
    int level = 1;   // 1 to 5

    bool operator==(const Skill&) const = default;
};

// A person who answers, or leads those who do.
struct Agent {
    AgentId id;
    std::string name;
    Role role = Role::Agent;
    std::string team;
    std::vector<Skill> skills;
    std::vector<QueueId> queues;   // empty: every queue
    int capacity = 4;              // places; a conversation takes channelWeights[channel] places, 1 unless said
    std::map<std::string, double> channelWeights;   // channel name -> places

    bool operator==(const Agent&) const = default;
};

}
