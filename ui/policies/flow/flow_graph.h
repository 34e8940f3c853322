#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace signalbox {

struct Traffic;

// A stage of the way from arrival to owner.
struct FlowNode {
    enum class Kind { Channel, Tier, Policy, NoPolicy, Destination } kind = Kind::Policy;
    QString title;
    PolicyId policy{};   // of a policy
    QueueId queue{};     // of a destination that is a queue
    bool isAi = false;   // of a destination
    int number = 0;      // of a policy: its place, 1 first
    int tierRank = -1;   // of a tier, and of a policy that sets one
    bool on = true;
    std::int64_t conversations = 0;

    bool operator==(const FlowNode&) const = default;
};

struct FlowEdge {
    int from = 0;   // places in `nodes`
    int to = 0;
    std::int64_t conversations = 0;
    bool planned = false;   // what the rules say, whether or not anything has gone that way

    bool operator==(const FlowEdge&) const = default;
};

// The whole rulebook as a graph. Policies are tried along one trunk, from the first to the last: what a policy takes leaves
// it to the right. Nodes stand in the order of evaluation: channels, tiers, policies, no policy, destinations.
struct FlowGraph {
    std::vector<FlowNode> nodes;
    std::vector<FlowEdge> edges;          // channel to tier; policy to destination
    std::vector<std::int64_t> arriving;   // for each policy, and then for "no policy": what is still on the trunk
    std::int64_t conversations = 0;
    std::int64_t elsewhere = 0;   // decided by policies that the draft does not have

    int firstOf(FlowNode::Kind kind) const;   // -1: there is none
    bool operator==(const FlowGraph&) const = default;
};

// `traffic` may be none: nothing is known of it yet.
FlowGraph flowOf(const Rulebook& rulebook, const Traffic* traffic);

// "367 of 8,940 conversations, 4.1 %; 320 to Enterprise EMEA, 47 to the AI"
QString figuresOf(const FlowGraph& graph, int node);

}
