#include "ui/policies/flow/flow_graph.h"

#include "model/domain/names.h"
#include "routing/rulebook/describe.h"
#include "routing/rulebook/phrases.h"
#include "ui/policies/try/value_text.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace signalbox {
namespace {

QString tr(const char* words) { return QCoreApplication::translate("Flow", words); }

const std::string theAi = "the AI";   // as destinationInWords says it

// Where a policy's own actions lead, in the words that traffic is counted by.
struct Planned {
    std::string words;
    QueueId queue;
};

struct PlanOf {
    const Rulebook& rulebook;

    Planned to(const QueueId& queue) const { return {nameOf(queue, rulebook), queue}; }
    std::optional<Planned> operator()(const AnswerWithAi&) const { return Planned{theAi, {}}; }
    std::optional<Planned> operator()(const KeepWithAi&) const { return Planned{theAi, {}}; }
    std::optional<Planned> operator()(const TransferToQueue& action) const
    {
        if (action.queue.attribute.empty())
            return to({action.queue.id});
        return Planned{"the queue that " + attributeLabel(action.queue.attribute, rulebook) + " names", {}};
    }
    std::optional<Planned> operator()(const TransferToAgent& action) const
    {
        if (action.agent.attribute.empty())
            return Planned{"agent " + action.agent.id, {}};
        return Planned{"the agent that " + attributeLabel(action.agent.attribute, rulebook) + " names", {}};
    }
    std::optional<Planned> operator()(const TransferToLastAgent&) const { return Planned{"the last agent", {}}; }
    template <class Other>
    std::optional<Planned> operator()(const Other&) const
    {
        return std::nullopt;
    }
};

// Without an action that chooses the owner, the AI goes on.
Planned plannedOf(const Policy& policy, const Rulebook& rulebook)
{
    for (const Action& action : policy.actions)
        if (auto planned = std::visit(PlanOf{rulebook}, action))
            return *planned;
    return {theAi, {}};
}

int rankSetBy(const Policy& policy, const Rulebook& rulebook)
{
    for (const Action& action : policy.actions)
        if (const auto* const set = std::get_if<SetTier>(&action)) {
            const auto tier = std::ranges::find(rulebook.tiers, set->tier, &Tier::id);
            return tier == rulebook.tiers.end() ? -1 : int(tier - rulebook.tiers.begin());
        }
    return -1;
}

class Builder {
public:
    Builder(const Rulebook& rulebook, const Traffic& traffic) : m_rulebook(rulebook), m_traffic(traffic)
    {
        m_graph.conversations = traffic.conversations;
    }

    FlowGraph build()
    {
        addChannelsAndTiers();
        addPolicies();
        addDestinations();
        return std::move(m_graph);
    }

private:
    int add(FlowNode node)
    {
        m_graph.nodes.push_back(std::move(node));
        return int(m_graph.nodes.size()) - 1;
    }

    void addChannelsAndTiers()
    {
        std::map<std::string, int> channels;
        for (const Channel channel : {Channel::Website, Channel::WhatsApp, Channel::Api, Channel::Import})
            channels[std::string(nameOf(channel))] = add({FlowNode::Kind::Channel, channelName(channel)});
        std::map<std::string, int> tiers;
        for (const Tier& tier : m_rulebook.tiers) {
            const int rank = int(&tier - m_rulebook.tiers.data());
            const QString name = line(tier.name, 40);
            FlowNode node{FlowNode::Kind::Tier, QStringLiteral("%1 %2").arg(line(tier.id.value, 12), name).trimmed()};
            node.tierRank = rank;
            tiers[tier.id.value] = add(std::move(node));
        }
        for (const auto& [way, count] : m_traffic.arrivals) {
            const auto channel = channels.find(way.first);
            if (channel == channels.end())
                continue;
            auto tier = tiers.find(way.second);
            if (tier == tiers.end())
                tier = tiers.emplace(way.second, add({FlowNode::Kind::Tier, tierTitle(way.second)})).first;
            for (const int node : {channel->second, tier->second})
                m_graph.nodes[std::size_t(node)].conversations += count;
            m_graph.edges.push_back({channel->second, tier->second, count, false});
        }
    }

    static QString tierTitle(const std::string& id) { return id.empty() ? tr("No tier") : line(id, 40); }

    void addPolicies()
    {
        std::int64_t left = m_traffic.conversations;
        std::int64_t known = 0;
        const auto takenBy = [this](const PolicyId& id) {
            const auto hits = m_traffic.hits.find(id);
            return hits == m_traffic.hits.end() ? 0 : hits->second;
        };
        for (const Policy& policy : m_rulebook.policies) {
            FlowNode node{FlowNode::Kind::Policy, line(policy.name.empty() ? policy.id.value : policy.name, 120),
                          policy.id};
            node.number = int(&policy - m_rulebook.policies.data()) + 1;
            node.tierRank = rankSetBy(policy, m_rulebook);
            node.on = policy.enabled;
            node.conversations = takenBy(policy.id);
            m_graph.arriving.push_back(left);
            left -= node.conversations;
            known += node.conversations;
            m_policies.emplace(policy.id, add(std::move(node)));
        }
        FlowNode none{FlowNode::Kind::NoPolicy, tr("No policy: the AI answers")};
        none.conversations = takenBy({});
        m_graph.arriving.push_back(left);
        m_graph.elsewhere = m_traffic.conversations - known - none.conversations;
        m_policies.emplace(PolicyId{}, add(std::move(none)));
    }

    int destination(const std::string& words)
    {
        const auto known = m_destinations.find(words);
        if (known != m_destinations.end())
            return known->second;
        FlowNode node{FlowNode::Kind::Destination, withCapital(line(words, 120))};
        node.isAi = words == theAi;
        return m_destinations.emplace(words, add(std::move(node))).first->second;
    }

    // Queues first, so that each can be dropped on; then wherever else rules or traffic lead.
    void addDestinations()
    {
        for (const Queue& queue : m_rulebook.queues)
            m_graph.nodes[std::size_t(destination(nameOf(queue.id, m_rulebook)))].queue = queue.id;
        destination(theAi);
        std::map<std::pair<int, int>, FlowEdge> edges;
        for (const Policy& policy : m_rulebook.policies) {
            const int from = m_policies.at(policy.id);
            const int to = destination(plannedOf(policy, m_rulebook).words);
            edges.insert_or_assign({from, to}, FlowEdge{from, to, 0, true});
        }
        const int none = m_policies.at({});
        edges.insert_or_assign({none, destination(theAi)}, FlowEdge{none, destination(theAi), 0, true});
        for (const auto& [way, count] : m_traffic.flows) {
            const auto policy = m_policies.find(way.first);
            if (policy == m_policies.end())
                continue;
            const int to = destination(way.second);
            FlowEdge& edge
                = edges.try_emplace({policy->second, to}, FlowEdge{policy->second, to, 0, false}).first->second;
            edge.conversations += count;
            m_graph.nodes[std::size_t(to)].conversations += count;
        }
        for (const auto& [ends, edge] : edges)
            m_graph.edges.push_back(edge);
    }

    const Rulebook& m_rulebook;
    const Traffic& m_traffic;
    FlowGraph m_graph;
    std::map<PolicyId, int> m_policies;
    std::map<std::string, int> m_destinations;
};

}

int FlowGraph::firstOf(FlowNode::Kind kind) const
{
    const auto found = std::ranges::find(nodes, kind, &FlowNode::kind);
    return found == nodes.end() ? -1 : int(found - nodes.begin());
}

FlowGraph flowOf(const Rulebook& rulebook, const Traffic* traffic)
{
    static const Traffic nothingYet;
    return Builder(rulebook, traffic ? *traffic : nothingYet).build();
}

QString figuresOf(const FlowGraph& graph, int node)
{
    const FlowNode& stage = graph.nodes[std::size_t(node)];
    if (graph.conversations == 0)
        return stage.on ? tr("No conversations in this time") : tr("Off; no conversations in this time");
    const double share = double(stage.conversations) / double(graph.conversations);
    QString figures
        = tr("%1 of %2 conversations, %3")
              .arg(formatCount(stage.conversations), formatCount(graph.conversations), formatPercent(share));
    QStringList ways;
    for (const FlowEdge& edge : graph.edges)
        if (edge.from == node && edge.conversations > 0)
            ways << tr("%1 to %2").arg(formatCount(edge.conversations), graph.nodes[std::size_t(edge.to)].title);
    if (!ways.isEmpty())
        figures = tr("%1: %2").arg(figures, ways.join(QStringLiteral(", ")));
    return stage.on ? figures : tr("Off now; %1").arg(figures);
}

}
