#pragma once

#include "ui/live/live_figures.h"
#include "ui/live/live_model.h"
#include "ui/shared/page_context.h"

#include <QTimer>
#include <QWidget>

class QSplitter;

namespace signalbox {

class FloorPane;
class ListPane;
class QueuesPane;

// The live place: queues, the conversations in order of tier and time left, and the agents who can take them.
class LivePage : public QWidget {
    Q_OBJECT

public:
    explicit LivePage(const PageContext& context, QWidget* parent = nullptr);
    ~LivePage() override;

    int overTarget() const;         // for the rail: live conversations past their target
    void focusNextPane(int step);   // F6 and Shift+F6
    void focusFilter();             // "/"

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void countsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply(const ChangeSet& changes);
    void tick();
    void setWidths();
    void placeAgents();
    void tellCounts();

    PageContext m_context;
    LiveFigures m_figures;
    LiveModel m_model;
    QSplitter* m_splitter;
    QueuesPane* m_queues;
    ListPane* m_list;
    FloorPane* m_agents;
    QTimer m_second;
    int m_shownOver = 0;
    double m_scale = 1;
};

}
