#include "app/settings/agents_file.h"

#include "model/domain/names.h"

#include <nlohmann/json.hpp>

namespace signalbox {
namespace {

using nlohmann::json;

Result<Agent> agentFrom(const json& object)
{
    Agent agent;
    agent.id.value = object.at("id").get<std::string>();
    agent.name = object.at("name").get<std::string>();
    const std::string role = object.value("role", std::string(nameOf(agent.role)));
    const auto known = fromName<Role>(role);
    if (!known)
        return failure("\"" + agent.id.value + "\" has the role \"" + role
                       + "\"; there are agent, lead and supervisor.");
    agent.role = *known;
    agent.team = object.value("team", agent.team);
    agent.capacity = object.value("capacity", agent.capacity);
    for (const json& skill : object.value("skills", json::array()))
        agent.skills.push_back({SkillId{skill.at("id").get<std::string>()}, skill.at("level").get<int>()});
    agent.channelWeights = object.value("channel_weights", agent.channelWeights);
    return agent;
}

}

Result<std::vector<Agent>> readAgents(const std::string& text)
{
    try {
        std::vector<Agent> agents;
        for (const json& object : json::parse(text)) {
            auto agent = agentFrom(object);
            if (!agent)
                return tl::unexpected(agent.error());
            agents.push_back(std::move(*agent));
        }
        return agents;
    } catch (const json::exception& error) {
        return failure(std::string("The people cannot be read: ") + error.what());
    }
}

}
