#pragma once

#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <map>
#include <optional>
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

// [from, to): away on leave.
struct Leave {
    Instant from{};
    Instant to{};

    bool operator==(const Leave&) const = default;
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
    // What they can take. Empty: everything.
    std::vector<std::string> languages{};      // as visitors' browsers name them: "de", "pt-BR"
    std::vector<std::string> territories{};    // values of crm.territory
    std::vector<std::string> productLines{};   // values of crm.product_line
    std::optional<double> leastDeal{};         // EUR, inclusive
    std::optional<double> mostDeal{};          // EUR, inclusive
    ScheduleId schedule{};                     // a schedule of the rulebook; empty: whenever they are online
    std::vector<Leave> leave{};

    bool operator==(const Agent&) const = default;
};

}
