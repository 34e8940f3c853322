#pragma once

#include "ui/live/floor_tree_model.h"
#include "ui/shared/page_context.h"

#include <QTreeView>

namespace signalbox {

class FloorActions;
class FloorTreeDelegate;

// The floor as a list with the keyboard: arrows open and close an agent, Enter looks into a conversation, single letters and
// the menu act.
class FloorTreeView : public QTreeView {
    Q_OBJECT

public:
    FloorTreeView(const PageContext& context, FloorTreeModel& model, QWidget* parent = nullptr);

    void select(const AgentId& agent);   // and opens it
    void select(const ConversationId& conversation);
    void repaintTimes();
    void keyboardSearch(const QString&) override { }   // letters are commands here

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void refused(const QString& why);   // empty: nothing is in the way any more

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void applyTheme();
    void layOutColumns();
    void tellActions();
    void openCurrent();

    const PageContext& m_context;
    FloorTreeModel& m_model;
    FloorTreeDelegate* m_delegate;
    FloorActions* m_actions;
};

}
