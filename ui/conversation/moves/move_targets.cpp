#include "ui/conversation/moves/move_targets.h"

#include "routing/rulebook/rulebook.h"
#include "ui/shared/bars.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace signalbox {
namespace {

using Kind = MoveTarget::Kind;

QString tr(const char* words, const char* meaning = nullptr)
{
    return QCoreApplication::translate("MoveTargets", words, meaning);
}

MoveTarget targetOf(const AgentOnScreen& agent)
{
    QStringList detail{presenceName(agent.presence), loadText({agent.placesUsed, agent.agent.capacity})};
    if (!agent.agent.team.empty())
        detail << line(agent.agent.team, 40);
    return {Kind::Agent, text(agent.agent.id.value),
            line(agent.agent.name.empty() ? agent.agent.id.value : agent.agent.name, 80),
            detail.join(QStringLiteral(" · ")), agent.presence};
}

std::vector<MoveTarget> agentsBut(const ConsoleModel& model, const std::set<AgentId>& left)
{
    std::vector<const AgentOnScreen*> there;
    for (const auto& [id, agent] : model.agents())
        if (!left.contains(id))
            there.push_back(&agent);
    const auto reachable = [](Presence presence) {
        return presence == Presence::Online ? 0 : presence == Presence::Offline ? 2 : 1;
    };
    std::ranges::sort(there, {}, [&](const AgentOnScreen* agent) {
        return std::tuple(reachable(agent->presence), agent->placesUsed - agent->agent.capacity, agent->agent.name);
    });
    std::vector<MoveTarget> made;
    for (const AgentOnScreen* agent : there)
        made.push_back(targetOf(*agent));
    return made;
}

std::vector<MoveTarget> teams(const ConsoleModel& model)
{
    std::map<std::string, int> online;
    for (const auto& [id, agent] : model.agents())
        if (!agent.agent.team.empty())
            online[agent.agent.team] += agent.presence == Presence::Online ? 1 : 0;
    std::vector<MoveTarget> made;
    for (const auto& [team, count] : online)
        made.push_back({Kind::Team, text(team), line(team, 80), tr("Team · %1 online").arg(count)});
    return made;
}

std::vector<MoveTarget> queues(const ConsoleModel& model, const Conversation& conversation)
{
    std::map<QueueId, int> waiting;
    for (const auto& [id, other] : model.conversations())
        if (other.owner.kind == OwnerKind::Queue)
            ++waiting[other.owner.queue];
    std::vector<MoveTarget> made;
    for (const Queue& queue : model.rulebook().queues)
        if (conversation.owner.kind != OwnerKind::Queue || conversation.owner.queue != queue.id)
            made.push_back({Kind::Queue, text(queue.id.value), model.queueName(queue.id),
                            tr("Queue · %1 waiting").arg(waiting[queue.id])});
    return made;
}

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Ai:
        return tr("AI");
    case Kind::Queue:
        return tr("Queue");
    case Kind::Team:
        return tr("Team");
    case Kind::Agent:
        break;
    }
    return tr("Agent");
}

}

std::vector<MoveTarget> transferTargets(const ConsoleModel& model, const Conversation& conversation)
{
    std::vector<MoveTarget> all = queues(model, conversation);
    if (conversation.owner.kind != OwnerKind::Ai)
        all.push_back({Kind::Ai, {}, tr("Back to the AI"), tr("It answers the next message")});
    std::ranges::copy(teams(model), std::back_inserter(all));
    const AgentId owner = conversation.owner.kind == OwnerKind::Agent ? conversation.owner.agent : AgentId{};
    std::ranges::copy(agentsBut(model, {owner}), std::back_inserter(all));
    return all;
}

std::vector<MoveTarget> inviteTargets(const ConsoleModel& model, const Conversation& conversation)
{
    std::set<AgentId> left(conversation.invited.begin(), conversation.invited.end());
    left.insert(conversation.owner.agent);
    return agentsBut(model, left);
}

std::vector<MoveTarget> peopleBut(const ConsoleModel& model, const AgentId& agent) { return agentsBut(model, {agent}); }

bool matchesWords(const MoveTarget& target, const QString& words)
{
    const QString all = QStringList{target.name, target.detail, kindWord(target.kind)}.join(u' ');
    const auto begins = [&](const QString& word) {   // "ai" is the AI and not "1 waiting"
        for (qsizetype at = all.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = all.indexOf(word, at + 1, Qt::CaseInsensitive))
            if (at == 0 || !all[at - 1].isLetterOrNumber())
                return true;
        return false;
    };
    return std::ranges::all_of(words.simplified().split(u' ', Qt::SkipEmptyParts), begins);
}

}
