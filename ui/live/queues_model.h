#pragma once

#include "ui/live/live_figures.h"
#include "ui/live/live_filter.h"

#include <QAbstractListModel>

#include <vector>

namespace signalbox {

class ConsoleModel;

// One line of the queues pane: a view to choose, the floor, or the title of a group.
struct QueueRow {
    enum class Kind { View, Title, Floor };
    Kind kind = Kind::View;
    LiveFilter::View view = LiveFilter::View::AllWaiting;
    QueueId queue;
    QString name;
    QueueFigures figures;

    bool operator==(const QueueRow&) const = default;
};

// All waiting, each queue of the rulebook, what the AI has, and the floor with how many hands are up.
class QueuesModel : public QAbstractListModel {
    Q_OBJECT

public:
    QueuesModel(const ConsoleModel& console, const LiveFigures& figures, QObject* parent = nullptr);

    void setHandsUp(int hands) { m_hands = hands; }
    void refresh(Instant now);   // figures anew; rows anew when the rulebook's queues changed
    const QueueRow& rowAt(int row) const { return m_rows[size_t(row)]; }
    Instant shownAt() const { return m_now; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<QueueRow> rowsNow() const;

    const ConsoleModel& m_console;
    const LiveFigures& m_figures;
    std::vector<QueueRow> m_rows;
    Instant m_now{};
    int m_hands = 0;
};

}
