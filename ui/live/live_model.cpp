#include "ui/live/live_model.h"

#include "ui/live/live_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <limits>

namespace signalbox {

LiveModel::LiveModel(const ConsoleModel& console, std::function<Instant()> now, QObject* parent)
    : QAbstractTableModel(parent), m_console(console), m_now(std::move(now))
{
    reload();
}

void LiveModel::apply(const ChangeSet& changes)
{
    const int waitingBefore = changesWaiting();
    for (const Conversation& conversation : changes.conversations)
        take(conversation);
    for (const ConversationId& id : changes.erased) {
        Conversation gone;   // nothing of it is shown any more, not even while the order is held
        gone.id = id;
        gone.closedAt = m_now();
        take(gone);
    }
    if (!m_held)
        applyOrder();
    else if (changesWaiting() != waitingBefore)
        Q_EMIT changesWaitingChanged();
}

void LiveModel::take(const Conversation& conversation)
{
    const auto known = m_rowOf.find(conversation.id);
    if (known == m_rowOf.end() && conversation.closedAt)
        return;
    const std::uint32_t at = store(conversation);
    const LiveKey key = keyOf(m_rows[at], at);
    const int position = m_order.positionOf(at);
    const bool shown = position >= 0;
    if (key != m_keys[at] || shown != belongs(m_rows[at]) || conversation.closedAt)
        markDirty(at);
    if (shown)
        Q_EMIT dataChanged(index(position, 0), index(position, liveColumnCount - 1));
}

std::uint32_t LiveModel::store(const Conversation& conversation)
{
    std::uint32_t at = 0;
    if (const auto known = m_rowOf.find(conversation.id); known != m_rowOf.end()) {
        at = known->second;
    } else if (!m_free.empty()) {
        at = m_free.back();
        m_free.pop_back();
    } else {
        at = std::uint32_t(m_rows.size());
        m_rows.emplace_back();
        m_keys.emplace_back();
    }
    m_rowOf[conversation.id] = at;
    Row& row = m_rows[at];
    row.conversation = conversation;
    row.words.reset();
    row.haystack.clear();
    row.used = true;
    return at;
}

void LiveModel::free(std::uint32_t at)
{
    m_rowOf.erase(m_rows[at].conversation.id);
    m_rows[at] = Row{};
    m_free.push_back(at);
}

void LiveModel::markDirty(std::uint32_t at)
{
    if (std::exchange(m_rows[at].dirty, true))
        return;
    m_dirty.push_back(at);
}

LiveKey LiveModel::keyOf(const Row& row, std::uint32_t at) const
{
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max();
    const Conversation& c = row.conversation;
    const std::int64_t due = c.answerBy ? toMicroseconds(*c.answerBy) : last;
    const auto byText = [&](const std::string& shown) {
        LiveKey key = textKey(folded(shown));
        key.row = at;
        return key;
    };
    switch (m_sortColumn) {
    case LiveColumn::Visitor:
        return byText(c.visitorName);
    case LiveColumn::Intent:
        return byText(c.intent);
    case LiveColumn::Channel:
        return {std::int64_t(c.channel), due, at};
    case LiveColumn::Owner:
        return byText(ownerWords(c, m_console).toStdString());
    case LiveColumn::Waiting:
        return {c.waitingSince ? -toMicroseconds(*c.waitingSince) : -last, due, at};
    case LiveColumn::AnswerWithin:
        return {due, c.tierRank, at};
    case LiveColumn::Worth:
        return {std::int64_t(c.dealSize.value_or(-1) * 100), due, at};
    case LiveColumn::Tier:
    case LiveColumn::Count_:
        break;
    }
    return {c.tierRank, due, at};
}

const std::string& LiveModel::haystackOf(const Row& row) const
{
    if (row.haystack.empty()) {
        const Conversation& c = row.conversation;
        row.haystack = folded(c.visitorName + ' ' + c.company + ' ' + c.intent + " #" + c.id.value + ' '
                              + ownerWords(c, m_console).toStdString() + ' ' + c.lastText);
    }
    return row.haystack;
}

bool LiveModel::belongs(const Row& row) const
{
    return row.used && belongsTo(m_filter.view, m_filter.queue, row.conversation)
        && (m_filter.words.empty() || containsWords(haystackOf(row), m_filter.words));
}

void LiveModel::applyOrder()
{
    if (m_dirty.empty())
        return;
    std::vector<std::uint32_t> changed;
    std::vector<std::uint32_t> arriving;
    std::vector<std::uint32_t> leaving;
    std::vector<std::uint32_t> closed;
    for (const std::uint32_t at : m_dirty) {
        Row& row = m_rows[at];
        row.dirty = false;
        m_keys[at] = keyOf(row, at);
        const bool shown = m_order.positionOf(at) >= 0;
        if (belongs(row)) {
            changed.push_back(at);
            if (!shown)
                arriving.push_back(at);
        } else if (shown) {
            leaving.push_back(at);
        }
        if (row.conversation.closedAt)
            closed.push_back(at);
    }
    m_dirty.clear();
    if (!arriving.empty()) {
        const int from = int(m_order.size());
        beginInsertRows({}, from, from + int(arriving.size()) - 1);
        m_order.append(arriving);
        endInsertRows();
    }
    if (!changed.empty() || !leaving.empty())
        reorder(changed, leaving);
    if (!leaving.empty()) {
        const std::size_t stay = m_order.size() - leaving.size();
        beginRemoveRows({}, int(stay), int(m_order.size()) - 1);
        m_order.truncate(stay);
        endRemoveRows();
    }
    for (const std::uint32_t at : closed)
        free(at);
    Q_EMIT changesWaitingChanged();
}

void LiveModel::reorder(const std::vector<std::uint32_t>& changed, const std::vector<std::uint32_t>& leaving)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> rows;
    rows.reserve(size_t(before.size()));
    for (const QModelIndex& kept : before)
        rows.push_back(m_order.rowAt(std::size_t(kept.row())));
    m_order.merge(m_keys, changed, leaving, m_sortOrder == Qt::DescendingOrder);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(m_order.positionOf(rows[size_t(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void LiveModel::rebuild()
{
    beginResetModel();
    std::vector<std::uint32_t> shown;
    for (std::uint32_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at].dirty = false;
        m_keys[at] = keyOf(m_rows[at], at);
        if (belongs(m_rows[at]))
            shown.push_back(at);
    }
    m_dirty.clear();
    m_order.assign(std::move(shown), m_keys, m_sortOrder == Qt::DescendingOrder);
    endResetModel();
    Q_EMIT changesWaitingChanged();
}

void LiveModel::reload()
{
    m_rows.clear();
    m_keys.clear();
    m_free.clear();
    m_rowOf.clear();
    m_rows.reserve(m_console.conversations().size());
    for (const auto& [id, conversation] : m_console.conversations())
        store(conversation);
    rebuild();
}

void LiveModel::setFilter(const LiveFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void LiveModel::setSort(LiveColumn column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
}

void LiveModel::setOrderHeld(bool held)
{
    m_held = held;
    if (!held)
        applyOrder();
}

}
