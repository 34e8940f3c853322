#pragma once

#include "ui/live/floor_tree_model.h"
#include "ui/shared/page_context.h"

#include <QWidget>

namespace signalbox {

class EmptyState;
class FloorLoads;
class FloorTreeView;
class InlineMessage;
class PaneHeader;

// The centre of the live place for a lead: hands raised, agents, what each has, and what can be done about it.
class FloorRoom : public QWidget {
    Q_OBJECT

public:
    FloorRoom(const PageContext& context, const FloorLoads& loads, QWidget* parent = nullptr);

    void refresh();
    FloorTreeView* view() const { return m_view; }

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);

private:
    void showDetail();

    const PageContext& m_context;
    FloorTreeModel m_model;
    PaneHeader* m_header;
    InlineMessage* m_refusal;
    FloorTreeView* m_view;
    EmptyState* m_empty;
};

}
