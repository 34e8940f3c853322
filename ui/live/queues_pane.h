#pragma once

#include "ui/live/queues_model.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QListView;

namespace signalbox {

// The left pane of the live place: views with how many wait and the longest wait, red where a target has passed.
class QueuesPane : public QWidget {
    Q_OBJECT

public:
    QueuesPane(const PageContext& context, const LiveFigures& figures, QWidget* parent = nullptr);

    void refresh();
    void focusList();
    void chooseAllWaiting();
    void chooseFloor();
    void chooseQueue(const QueueId& queue);
    void setHandsUp(int hands) { m_model.setHandsUp(hands); }   // shown with the next refresh
    void moveChoice(int step);   // Ctrl+PgUp and PgDown of the page
    QueueRow chosen() const;

Q_SIGNALS:
    void chose(const signalbox::QueueRow& row);
    void countEverythingAsked(bool everything);

private:
    void choose(const QueueRow& row);
    void chooseRow(const std::function<bool(const QueueRow&)>& isWanted);

    const PageContext& m_context;
    const LiveFigures& m_figures;
    QueuesModel m_model;
    QListView* m_list;
    QCheckBox* m_everything;
    QueueRow m_chosen;
};

}
