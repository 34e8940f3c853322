#pragma once

#include "ui/policies/flow/flow_graph.h"
#include "ui/shared/theme.h"

#include <QGraphicsItem>

#include <vector>

namespace signalbox {

// How the picture is looked at just now.
struct FlowLook {
    const Theme& theme;
    int current = -1;   // the node the keyboard is on
    int hovered = -1;
    int dropTarget = -1;
    bool focused = false;
    bool moving = false;   // lines are hairlines while the picture moves
    PolicyId chosen;
};

// A stage: its name, its number or tier, and its share.
class FlowNodeItem : public QGraphicsItem {
public:
    FlowNodeItem(const FlowGraph& graph, const FlowLook& look, int node);

    int node() const { return m_node; }
    void setSize(const QSizeF& size);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintWords(QPainter& painter, const QRectF& box, const FlowNode& stage) const;

    const FlowGraph& m_graph;
    const FlowLook& m_look;
    int m_node;
    QSizeF m_size;
};

// A way between two stages; as wide as what took it.
class FlowEdgeItem : public QGraphicsItem {
public:
    FlowEdgeItem(const FlowGraph& graph, const FlowLook& look, int edge);

    void setEnds(const QPointF& from, const QPointF& to, double width);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const FlowGraph& m_graph;
    const FlowLook& m_look;
    int m_edge;
    QPainterPath m_path;
    double m_width = 0;
};

// The trunk along which policies are tried, thinner by what each takes, with the branch to each.
class FlowTrunkItem : public QGraphicsItem {
public:
    explicit FlowTrunkItem(const FlowLook& look) : m_look(look) { setZValue(-1); }

    struct Branch {
        QPointF to;            // the left edge of the policy
        double arriving = 0;   // width of the trunk above it
        double taken = 0;      // width of the branch
        bool on = true;
    };
    // A tier from which conversations come onto the trunk.
    struct Source {
        QPointF from;
        double width = 0;
    };
    void setBranches(const QPointF& top, std::vector<Source> sources, std::vector<Branch> branches);
    QRectF boundingRect() const override { return m_box; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const FlowLook& m_look;
    void paintSources(QPainter& painter, bool hairline) const;

    QPointF m_top;
    std::vector<Source> m_sources;
    std::vector<Branch> m_branches;
    QRectF m_box;
};

}
