#pragma once

#include "routing/assignment/assignment.h"

#include <set>
#include <string>

namespace signalbox {

// What a conversation asks of whoever takes it, after relaxation.
struct Asked {
    std::vector<Skill> skills;
    std::string language;   // primary subtag in lower case: "de"; empty: none asked for
    std::string territory;
    std::string productLine;
    std::string team;
    std::optional<double> dealSize;
};

// Skill levels the queue asks for after relaxation for a conversation that has waited this long.
std::vector<Skill> skillsAsked(const Queue& queue, const std::vector<Skill>& required, seconds waited);

Asked asked(const Queue& queue, const WaitingConversation& conversation, seconds waited);

// Whether the agent meets each requirement but skills.
bool meets(const Agent& agent, const Asked& asked, Requirement requirement);
int levelOf(const Agent& agent, const SkillId& skill);   // 0: none

// How many skill levels and requirements the agent lacks, each requirement counting one.
int levelsMissing(const Agent& agent, const Asked& asked);

inline constexpr Requirement everyRequirement[]{Requirement::Team, Requirement::Language, Requirement::Territory,
                                                Requirement::ProductLine, Requirement::DealSize};

}
