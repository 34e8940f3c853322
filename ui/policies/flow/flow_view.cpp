#include "ui/policies/flow/flow_view.h"

#include "ui/policies/flow/flow_edits.h"
#include "ui/shared/accessible_role.h"
#include "ui/shared/themed.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto stillAfter = std::chrono::milliseconds(140);
constexpr double smallest = 0.05;
constexpr double largest = 2.5;

bool isOfPolicies(FlowNode::Kind kind) { return kind == FlowNode::Kind::Policy || kind == FlowNode::Kind::NoPolicy; }

}

FlowView::FlowView(Theme& theme, QWidget* parent) : QGraphicsView(parent), m_look{theme, -1, -1, -1, false, false, {}}
{
    setObjectName(u"flowView"_s);
    setAccessibleRole(*this, QAccessible::Chart);
    setAccessibleName(tr("The way of conversations, from channels to owners"));
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
    setOptimizationFlag(QGraphicsView::DontSavePainterState);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setSurface(*viewport(), theme, ThemeColor::Window);
    setSurface(*this, theme, ThemeColor::Window);   // behind the scroll bars
    m_still.setSingleShot(true);
    m_still.setInterval(stillAfter);
    connect(&m_still, &QTimer::timeout, this, [this] {
        m_look.moving = false;
        viewport()->update();
    });
    connect(&theme, &Theme::changed, this, [this] {
        for (FlowNodeItem* item : m_nodes)
            item->update();   // they are painted once and kept
        m_scene.update();
    });
    fullSize();
}

// The scene lets go of its view when it goes, which scrolls it back: so late that the timer is gone already.
FlowView::~FlowView() { setScene(nullptr); }

const FlowNode* FlowView::nodeOf(int node) const
{
    return node >= 0 && node < int(m_graph.nodes.size()) ? &m_graph.nodes[std::size_t(node)] : nullptr;
}

void FlowView::setGraph(const FlowGraph& graph)
{
    if (graph == m_graph)
        return;
    const PolicyId before = nodeOf(m_look.current) ? nodeOf(m_look.current)->policy : PolicyId{};
    const bool sameShape = graph.nodes.size() == m_nodes.size() && graph.edges.size() == m_edges.size();
    m_graph = graph;
    m_plan = layOut(m_graph);
    if (!sameShape) {
        m_scene.clear();
        m_nodes.clear();
        m_edges.clear();
        m_trunk = new FlowTrunkItem(m_look);
        m_scene.addItem(m_trunk);
        for (int i = 0; i < int(m_graph.edges.size()); ++i)
            m_scene.addItem(m_edges.emplace_back(new FlowEdgeItem(m_graph, m_look, i)));
        for (int i = 0; i < int(m_graph.nodes.size()); ++i)
            m_scene.addItem(m_nodes.emplace_back(new FlowNodeItem(m_graph, m_look, i)));
    }
    m_look.hovered = -1;
    if (!before.empty()) {
        const auto still = std::ranges::find(m_graph.nodes, before, &FlowNode::policy);
        m_look.current = still == m_graph.nodes.end() ? -1 : int(still - m_graph.nodes.begin());
    }
    m_look.current = std::min(m_look.current, int(m_graph.nodes.size()) - 1);
    place();
}

void FlowView::place()
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        m_nodes[i]->setPos(m_plan.boxes[i].topLeft());
        m_nodes[i]->setSize(m_plan.boxes[i].size());
    }
    const auto rightOf = [this](int node) {
        const QRectF& box = m_plan.boxes[std::size_t(node)];
        return QPointF(box.right(), box.center().y());
    };
    const auto leftOf = [this](int node) {
        const QRectF& box = m_plan.boxes[std::size_t(node)];
        return QPointF(box.left(), box.center().y());
    };
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const FlowEdge& edge = m_graph.edges[i];
        m_edges[i]->setEnds(rightOf(edge.from), leftOf(edge.to), m_plan.widths[i]);
    }
    std::vector<FlowTrunkItem::Branch> branches;
    const double scale
        = m_graph.conversations > 0 && !m_plan.trunk.empty() ? m_plan.trunk.front() / double(m_graph.conversations) : 0;
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
        if (isOfPolicies(m_graph.nodes[i].kind)) {
            const double taken = double(m_graph.nodes[i].conversations) * scale;
            branches.push_back({leftOf(int(i)), m_plan.trunk[branches.size()], taken > 0 ? std::max(1.5, taken) : 0,
                                m_graph.nodes[i].on});
        }
    std::vector<FlowTrunkItem::Source> sources;
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
        if (m_graph.nodes[i].kind == FlowNode::Kind::Tier)
            sources.push_back({rightOf(int(i)), double(m_graph.nodes[i].conversations) * scale});
    const QPointF top(m_plan.trunkX, flowNodeHeight / 2);
    m_trunk->setBranches(top, std::move(sources), std::move(branches));
    m_scene.setSceneRect(m_plan.all);
    for (FlowNodeItem* item : m_nodes)
        item->update();
    m_scene.update();
}

void FlowView::setChosen(const PolicyId& policy)
{
    m_look.chosen = policy;
    const auto node = std::ranges::find(m_graph.nodes, policy, &FlowNode::policy);
    if (!policy.empty() && node != m_graph.nodes.end())
        m_look.current = int(node - m_graph.nodes.begin());
    for (FlowNodeItem* item : m_nodes)
        item->update();
    m_scene.update();
}

void FlowView::repaintNode(int node)
{
    if (node < 0 || node >= int(m_nodes.size()))
        return;
    m_nodes[std::size_t(node)]->update();
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_graph.edges[i].from == node || m_graph.edges[i].to == node)
            m_edges[i]->update();
}

void FlowView::setCurrentNode(int node)
{
    if (!nodeOf(node))
        return;
    const int before = std::exchange(m_look.current, node);
    repaintNode(before);
    repaintNode(node);
    ensureVisible(m_plan.boxes[std::size_t(node)].adjusted(-16, -16, 16, 16), 0, 0);
    Q_EMIT nodeChanged(node);
    if (m_graph.nodes[std::size_t(node)].kind == FlowNode::Kind::Policy)
        Q_EMIT chosen(m_graph.nodes[std::size_t(node)].policy);
}

QPoint FlowView::placeOf(int node) const { return mapFromScene(m_plan.boxes[std::size_t(node)].center()); }

void FlowView::zoom(double factor)
{
    const double now = transform().m11();
    const double wanted = std::clamp(now * factor, smallest, largest);
    moving();
    scale(wanted / now, wanted / now);
}

void FlowView::fitAll()
{
    fitInView(m_plan.all, Qt::KeepAspectRatio);
    if (transform().m11() > 1)
        fullSize();
}

void FlowView::fullSize()
{
    const double size = m_look.theme.textScale();
    setTransform(QTransform::fromScale(size, size));
}

void FlowView::moving()
{
    m_look.moving = true;
    m_still.start();
}

void FlowView::scrollContentsBy(int dx, int dy)
{
    moving();
    QGraphicsView::scrollContentsBy(dx, dy);
}

int FlowView::across(int node, int direction) const
{
    const FlowNode::Kind kind = m_graph.nodes[std::size_t(node)].kind;
    std::int64_t most = -1;
    int best = -1;
    for (const FlowEdge& edge : m_graph.edges) {
        const bool leaves = direction > 0 ? edge.from == node : edge.to == node;
        if (leaves && edge.conversations > most) {
            most = edge.conversations;
            best = direction > 0 ? edge.to : edge.from;
        }
    }
    if (best < 0 && kind == FlowNode::Kind::Channel && direction > 0)
        best = m_graph.firstOf(FlowNode::Kind::Tier);
    if (best < 0 && kind == FlowNode::Kind::Tier && direction > 0)
        best = m_graph.firstOf(FlowNode::Kind::Policy);
    if (best < 0 && isOfPolicies(kind) && direction < 0)
        best = m_graph.firstOf(FlowNode::Kind::Tier);
    return best;
}

}
