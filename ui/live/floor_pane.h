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
    explicit FloorPane(const PageContext& context, QWidget* parent = nullptr);

    void refresh();
    void focusList();

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
