#pragma once

#include "ui/live/floor_model.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QListView;

namespace signalbox {

class CardSection;
class EmptyState;
class PaneHeader;

// Who can take what waits: agents by team with presence and load, and the free places of each team at the bottom.
class FloorPane : public QWidget {
    Q_OBJECT

public:
    FloorPane(const PageContext& context, const FloorLoads& loads, QWidget* parent = nullptr);

    void refresh();
    void focusList();

Q_SIGNALS:
    void agentChosen(const signalbox::AgentId& agent);
    void opened(const signalbox::ConversationId& conversation);   // of a raised hand

private:
    void showFreePlaces();

    const PageContext& m_context;
    FloorModel m_model;
    PaneHeader* m_header;
    QListView* m_list;
    EmptyState* m_empty;
    CardSection* m_free;
    std::vector<TeamPlaces> m_shownPlaces;
};

}
