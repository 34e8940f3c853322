#pragma once

#include "model/domain/change_set.h"
#include "ui/live/floor_loads.h"
#include "ui/shared/countdown.h"
#include "ui/shared/page_context.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>
#include <vector>

namespace signalbox {

enum class FloorColumn { Who, State, Place, Places, Channel, Oldest, Count_ };

// What a row of the floor is: a conversation whose hand is up, an agent, or a conversation that agent has.
enum class FloorLine { Hand, Agent, Conversation };

// The floor as a lead reads it: hands raised first, then agents by team, each with the conversations they have. Rows keep
// their place: an agent moves only when they come or go.
class FloorTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    FloorTreeModel(const PageContext& context, const FloorLoads& loads, QObject* parent = nullptr);
    ~FloorTreeModel() override;

    void refresh();   // after a change, and once a second

    FloorLine lineAt(const QModelIndex& index) const;
    const AgentOnScreen* agentAt(const QModelIndex& index) const;         // of a conversation: who has it
    const Conversation* conversationAt(const QModelIndex& index) const;   // none for an agent
    QModelIndex indexOf(const AgentId& agent) const;
    QModelIndex indexOf(const ConversationId& conversation) const;   // its hand's row when it is up
    // Time left for the conversation, or for the one that the agent owes longest.
    std::optional<Countdown> countdownAt(const QModelIndex& index) const;
    int handsUp() const;
    QString words(const QModelIndex& index, FloorColumn column) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Top;

    std::vector<Top> wantedTops() const;
    std::vector<ConversationId> wantedUnder(const AgentId& agent) const;
    void sort(std::vector<ConversationId>& conversations) const;
    const Top* topOf(const QModelIndex& index) const;
    const Conversation* oldestOwedBy(const AgentId& agent) const;
    QString agentWords(const AgentOnScreen& agent, FloorColumn column) const;
    QString conversationWords(const Conversation& conversation, FloorColumn column, FloorLine line) const;
    QString channelsWords(const AgentId& agent) const;
    QString lastWords(const Conversation& conversation) const;

    const PageContext& m_context;
    const FloorLoads& m_loads;
    std::vector<std::unique_ptr<Top>> m_tops;
};

}
