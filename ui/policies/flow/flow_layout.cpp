#include "ui/policies/flow/flow_layout.h"

#include <algorithm>
#include <numeric>

namespace signalbox {
namespace {

constexpr double rowHeight = 56;
constexpr double columnGap = 96;
constexpr double trunkGap = 124;   // between tiers and policies, with the trunk in its middle
constexpr double narrow = 160;     // channels and tiers
constexpr double widest = 36;      // of an edge that carries everything
constexpr double margin = 16;

double widthOf(std::int64_t conversations, std::int64_t all)
{
    return all > 0 && conversations > 0 ? std::max(1.5, widest * double(conversations) / double(all)) : 0;
}

// Moves boxes down, as little as can be, until none stands on another.
void spread(std::vector<std::pair<double, std::size_t>>& wanted, std::vector<QRectF>& boxes)
{
    std::ranges::stable_sort(wanted, {}, &std::pair<double, std::size_t>::first);
    double free = 0;
    for (const auto& [y, node] : wanted) {
        boxes[node].moveTop(std::max(y, free));
        free = boxes[node].top() + rowHeight;
    }
}

// The middle of what leads there, weighed by traffic.
double pull(const FlowGraph& graph, const std::vector<QRectF>& boxes, std::size_t node)
{
    double sum = 0;
    double weight = 0;
    for (const FlowEdge& edge : graph.edges)
        if (std::size_t(edge.to) == node) {
            const double counts = double(edge.conversations) + 1;
            sum += counts * boxes[std::size_t(edge.from)].top();
            weight += counts;
        }
    return weight > 0 ? sum / weight : 0;
}

}

FlowPlan layOut(const FlowGraph& graph)
{
    FlowPlan plan;
    plan.boxes.resize(graph.nodes.size());
    const double tiers = narrow + columnGap;
    const double policies = tiers + narrow + trunkGap;
    const double destinations = policies + flowNodeWidth + columnGap * 1.5;
    plan.trunkX = tiers + narrow + trunkGap * 0.6;
    double channelY = 0;
    double tierY = 0;
    double policyY = 0;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto stand = [&](double x, double& y, double width) {
            plan.boxes[i] = QRectF(x, y, width, flowNodeHeight);
            y += rowHeight;
        };
        switch (graph.nodes[i].kind) {
        case FlowNode::Kind::Channel:
            stand(0, channelY, narrow);
            break;
        case FlowNode::Kind::Tier:
            stand(tiers, tierY, narrow);
            break;
        case FlowNode::Kind::Policy:
        case FlowNode::Kind::NoPolicy:
            stand(policies, policyY, flowNodeWidth);
            break;
        case FlowNode::Kind::Destination:
            plan.boxes[i] = QRectF(destinations, 0, flowNodeWidth, flowNodeHeight);
            break;
        }
    }
    std::vector<std::pair<double, std::size_t>> wanted;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].kind == FlowNode::Kind::Destination)
            wanted.emplace_back(pull(graph, plan.boxes, i), i);
    spread(wanted, plan.boxes);
    for (const FlowEdge& edge : graph.edges)
        plan.widths.push_back(widthOf(edge.conversations, graph.conversations));
    for (const std::int64_t arriving : graph.arriving)
        plan.trunk.push_back(widthOf(arriving, graph.conversations));
    for (const QRectF& box : plan.boxes)
        plan.all |= box;
    plan.all.adjust(-margin, -margin, margin, margin);
    return plan;
}

}
