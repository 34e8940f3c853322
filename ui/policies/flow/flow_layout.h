#pragma once

#include "ui/policies/flow/flow_graph.h"

#include <QRectF>

#include <vector>

namespace signalbox {

// Where everything stands, in pixels at full size.
struct FlowPlan {
    std::vector<QRectF> boxes;    // of the nodes
    std::vector<double> widths;   // of the edges; 0: nothing goes there
    std::vector<double> trunk;    // width above each policy, and above "no policy"
    double trunkX = 0;            // the trunk's middle
    QRectF all;
};

inline constexpr double flowNodeWidth = 232;
inline constexpr double flowNodeHeight = 44;

// Four columns; destinations stand as near as can be to the policies that lead to them.
FlowPlan layOut(const FlowGraph& graph);

}
