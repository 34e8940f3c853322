#pragma once

#include "model/domain/change_set.h"
#include "ui/live/live_filter.h"
#include "ui/live/live_order.h"
#include "ui/shared/countdown.h"
#include "ui/shared/tier_chip.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace signalbox {

class ConsoleModel;

enum class LiveColumn { Tier, Visitor, Intent, Channel, Owner, Waiting, AnswerWithin, Worth, Count_ };
constexpr int liveColumnCount = static_cast<int>(LiveColumn::Count_);

// A row as it is painted: words made once a change and only for rows that are looked at.
struct LiveWords {
    TierLabel tier;
    QString visitor;
    QString company;
    QString label;   // "Practice", "Imported", or nothing
    QString intent;
    QString channel;
    QString channelIcon;
    QString owner;   // "Enterprise EMEA", "Leila Haddad", "Offered to Ines Carvalho", "Answering"
    QString value;   // "€42,000" or "—"
};

// The live list: open conversations of one view, in order, for a table. It keeps its own order and never resets for a
// change. While the order is held, values change in place and nothing moves, comes or goes.
class LiveModel : public QAbstractTableModel {
    Q_OBJECT

public:
    LiveModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent = nullptr);

    void apply(const ChangeSet& changes);   // after the console model has applied it
    void reload();   // everything anew from the console model: names of queues or tiers have changed

    void setFilter(const LiveFilter& filter);
    const LiveFilter& filter() const { return m_filter; }
    void setSort(LiveColumn column, Qt::SortOrder order);   // by tier: then by the time left
    LiveColumn sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    void setOrderHeld(bool held);   // letting go applies what has waited
    bool orderHeld() const { return m_held; }
    int changesWaiting() const { return int(m_dirty.size()); }   // rows that would move, come or go
    void applyOrder();

    const Conversation& conversationAt(int row) const { return m_rows[m_order.rowAt(std::size_t(row))].conversation; }
    const LiveWords& wordsAt(int row) const;
    std::optional<Countdown> countdownAt(int row) const;
    bool hasLeft(int row) const;                 // still shown because the order is held
    int rowOf(const ConversationId& id) const;   // -1: not shown
    QString waitedText(int row) const;           // "1:14"; nothing when nobody waits

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void changesWaitingChanged();

private:
    struct Row {
        Conversation conversation;
        mutable std::optional<LiveWords> words;
        mutable std::string haystack;   // folded, for the filter; empty until needed
        bool used = false;
        bool dirty = false;   // stands in m_dirty
    };

    void take(const Conversation& conversation);
    std::uint32_t store(const Conversation& conversation);
    LiveKey keyOf(const Row& row, std::uint32_t at) const;
    bool belongs(const Row& row) const;
    const std::string& haystackOf(const Row& row) const;
    void markDirty(std::uint32_t at);
    void free(std::uint32_t at);
    void rebuild();
    void reorder(const std::vector<std::uint32_t>& changed, const std::vector<std::uint32_t>& leaving);
    QString displayText(int row, LiveColumn column) const;

    const ConsoleModel& m_console;
    std::function<Instant()> m_now;
    std::vector<Row> m_rows;
    std::vector<LiveKey> m_keys;
    std::vector<std::uint32_t> m_free;
    std::unordered_map<ConversationId, std::uint32_t> m_rowOf;
    LiveOrder m_order;
    std::vector<std::uint32_t> m_dirty;
    LiveFilter m_filter;
    LiveColumn m_sortColumn = LiveColumn::Tier;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_held = false;
};

}
