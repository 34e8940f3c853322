#pragma once

#include "ui/live/floor_loads.h"
#include "ui/live/live_figures.h"
#include "ui/live/live_model.h"
#include "ui/shared/page_context.h"

#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace signalbox {

class FloorPane;
class FloorRoom;
class ListPane;
class QueuesPane;
struct QueueRow;

// The live place: queues, the conversations in order of tier and time left, and the agents who can take them; or the floor,
// where a lead sees who has what.
class LivePage : public QWidget {
    Q_OBJECT

public:
    explicit LivePage(const PageContext& context, QWidget* parent = nullptr);
    ~LivePage() override;

    int overTarget() const;         // for the rail: live conversations past their target
    void focusNextPane(int step);   // F6 and Shift+F6
    void focusFilter();             // "/"
    void showFloor();
    void showAgent(const AgentId& agent);   // on the floor
    void showQueue(const QueueId& queue);
    const LiveFigures& figures() const { return m_figures; }   // kept up with the clock

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void whyWanted(const signalbox::ConversationId& conversation);
    void countsChanged();
    void ticked();   // the figures are those of now: once a second, and after each change

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectParts();
    void apply(const ChangeSet& changes);
    void showChosen(const QueueRow& chosen);
    void refreshFloor();
    void tick();
    void setWidths();
    void placeAgents();
    void tellCounts();

    PageContext m_context;
    LiveFigures m_figures;
    FloorLoads m_loads;
    LiveModel m_model;
    QSplitter* m_splitter;
    QueuesPane* m_queues;
    QStackedWidget* m_centre;
    ListPane* m_list;
    FloorRoom* m_floor;
    FloorPane* m_agents;
    QTimer m_second;
    int m_shownOver = 0;
    double m_scale = 1;
};

}
