#pragma once

#include "ui/policies/flow/flow_items.h"
#include "ui/policies/flow/flow_layout.h"

#include <QGraphicsScene>
#include <QGraphicsView>
#include <QTimer>

#include <optional>
#include <vector>

namespace signalbox {

// The picture of the flow. Arrow keys walk from stage to stage in the order of evaluation; the page hears what is wanted.
class FlowView : public QGraphicsView {
    Q_OBJECT

public:
    explicit FlowView(Theme& theme, QWidget* parent = nullptr);
    ~FlowView() override;

    void setGraph(const FlowGraph& graph);
    const FlowGraph& graph() const { return m_graph; }
    void setChosen(const PolicyId& policy);
    int currentNode() const { return m_look.current; }
    void setCurrentNode(int node);
    QPoint placeOf(int node) const;   // its middle, in the viewport
    void zoom(double factor);
    void fitAll();
    void fullSize();

Q_SIGNALS:
    void nodeChanged(int node);   // looked at with the pointer or the keyboard; -1: none
    void chosen(const signalbox::PolicyId& policy);
    void opened(const signalbox::PolicyId& policy);
    void switched(const signalbox::PolicyId& policy);
    void sent(const signalbox::PolicyId& policy, int destination);   // dropped there
    void menuWanted(int node, const QPoint& global);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void place();
    int nodeAt(const QPoint& at) const;
    int across(int node, int direction) const;   // the stage to the right or left
    void hover(int node);
    void repaintNode(int node);
    void moving();
    const FlowNode* nodeOf(int node) const;

    FlowLook m_look;
    FlowGraph m_graph;
    FlowPlan m_plan;
    QGraphicsScene m_scene;
    std::vector<FlowNodeItem*> m_nodes;
    std::vector<FlowEdgeItem*> m_edges;
    FlowTrunkItem* m_trunk = nullptr;
    QTimer m_still;
    int m_pressed = -1;
    QPoint m_pressedAt;
    std::optional<QPoint> m_dragTo;
};

}
