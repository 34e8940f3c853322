#include "routing/assignment/requirements.h"

#include <algorithm>

namespace signalbox {
namespace {

// "pt-BR" -> "pt"; ASCII only, as language tags are.
std::string primarySubtag(const std::string& tag)
{
    std::string primary = tag.substr(0, tag.find_first_of("-_"));
    for (char& letter : primary)
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    return primary;
}

bool has(const std::vector<std::string>& list, const std::string& wanted)
{
    return wanted.empty() || list.empty() || std::find(list.begin(), list.end(), wanted) != list.end();
}

bool speaks(const Agent& agent, const std::string& language)
{
    const auto isIt = [&language](const std::string& tag) { return primarySubtag(tag) == language; };
    return language.empty() || agent.languages.empty()
        || std::any_of(agent.languages.begin(), agent.languages.end(), isIt);
}

void drop(Asked& asked, Requirement requirement)
{
    switch (requirement) {
    case Requirement::Language:
        asked.language.clear();
        break;
    case Requirement::Territory:
        asked.territory.clear();
        break;
    case Requirement::ProductLine:
        asked.productLine.clear();
        break;
    case Requirement::DealSize:
        asked.dealSize.reset();
        break;
    case Requirement::Team:
        asked.team.clear();
        break;
    }
}

}

std::vector<Skill> skillsAsked(const Queue& queue, const std::vector<Skill>& required, seconds waited)
{
    std::vector<Skill> skills = queue.skills;
    for (const Skill& skill : required) {
        const auto known
            = std::find_if(skills.begin(), skills.end(), [&skill](const Skill& other) { return other.id == skill.id; });
        if (known == skills.end())
            skills.push_back(skill);
        else
            known->level = std::max(known->level, skill.level);
    }
    for (const RelaxStep& step : queue.relax)
        if (waited >= step.after)
            for (Skill& skill : skills)
                skill.level = std::min(skill.level, step.skillLevel);
    std::erase_if(skills, [](const Skill& skill) { return skill.level <= 0; });
    return skills;
}

Asked asked(const Queue& queue, const WaitingConversation& conversation, seconds waited)
{
    Asked result{skillsAsked(queue, conversation.requiredSkills, waited),
                 primarySubtag(conversation.language),
                 conversation.territory,
                 conversation.productLine,
                 queue.team,
                 conversation.dealSize};
    for (const RelaxStep& step : queue.relax)
        if (waited >= step.after)
            for (const Requirement requirement : step.drop)
                drop(result, requirement);
    if (!conversation.onlyTeam.empty())
        result.team = conversation.onlyTeam;
    return result;
}

bool meets(const Agent& agent, const Asked& asked, Requirement requirement)
{
    switch (requirement) {
    case Requirement::Language:
        return speaks(agent, asked.language);
    case Requirement::Territory:
        return has(agent.territories, asked.territory);
    case Requirement::ProductLine:
        return has(agent.productLines, asked.productLine);
    case Requirement::DealSize:
        return !asked.dealSize
            || (asked.dealSize >= agent.leastDeal.value_or(*asked.dealSize)
                && asked.dealSize <= agent.mostDeal.value_or(*asked.dealSize));
    case Requirement::Team:
        return asked.team.empty() || agent.team == asked.team;
    }
    return false;
}

int levelOf(const Agent& agent, const SkillId& skill)
{
    for (const Skill& known : agent.skills)
        if (known.id == skill)
            return known.level;
    return 0;
}

int levelsMissing(const Agent& agent, const Asked& asked)
{
    int missing = 0;
    for (const Skill& skill : asked.skills)
        missing += std::max(0, skill.level - levelOf(agent, skill.id));
    for (const Requirement requirement : everyRequirement)
        missing += meets(agent, asked, requirement) ? 0 : 1;
    return missing;
}

}
