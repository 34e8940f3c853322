#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/list/policy_rows_model.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <unordered_set>

namespace signalbox {
namespace {

bool isOneMove(const std::vector<PolicyId>& before, const std::vector<PolicyId>& after)
{
    if (before.size() != after.size() || before == after)
        return false;
    const auto from = std::ranges::mismatch(before, after).in1 - before.begin();
    auto to = std::ptrdiff_t(before.size()) - 1;
    while (before[std::size_t(to)] == after[std::size_t(to)])
        --to;
    const auto at = before.begin();
    const bool down = std::equal(at + from + 1, at + to + 1, after.begin() + from)
        && before[std::size_t(from)] == after[std::size_t(to)];
    const bool up = std::equal(at + from, at + to, after.begin() + from + 1)
        && before[std::size_t(to)] == after[std::size_t(from)];
    return down || up;
}

}

void PolicyRowsModel::tellRow(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    m_words.erase(m_ids[std::size_t(row)]);
    Q_EMIT dataChanged(index(row), index(row));
}

// The draft says only that rows came, went or moved: what did is found by comparing, and announced as little as possible.
void PolicyRowsModel::followPolicies()
{
    std::vector<PolicyId> wanted;
    wanted.reserve(m_context.draft.policies().size());
    for (const Policy& policy : m_context.draft.policies())
        wanted.push_back(policy.id);
    if (wanted.size() == m_ids.size() && wanted == m_ids)
        return tellAll();
    if (!isOneMove(m_ids, wanted)) {
        removeGone(wanted);
        insertNew(wanted);
    }
    if (m_ids != wanted)
        reorder(wanted);
    tellAll();
}

void PolicyRowsModel::tellAll()
{
    m_words.clear();   // what counts as moved or new
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PolicyRowsModel::removeGone(const std::vector<PolicyId>& wanted)
{
    const std::unordered_set<PolicyId> kept(wanted.begin(), wanted.end());
    for (int end = int(m_ids.size()); end > 0;) {
        int last = end - 1;
        if (kept.contains(m_ids[std::size_t(last)])) {
            --end;
            continue;
        }
        int first = last;
        while (first > 0 && !kept.contains(m_ids[std::size_t(first - 1)]))
            --first;
        beginRemoveRows({}, first, last);
        m_ids.erase(m_ids.begin() + first, m_ids.begin() + last + 1);
        endRemoveRows();
        end = first;
    }
}

void PolicyRowsModel::insertNew(const std::vector<PolicyId>& wanted)
{
    const std::unordered_set<PolicyId> known(m_ids.begin(), m_ids.end());
    if (known.empty() && !wanted.empty()) {
        beginInsertRows({}, 0, int(wanted.size()) - 1);
        m_ids = wanted;
        endInsertRows();
        return;
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (known.contains(wanted[at]))
            continue;
        const int row = std::min(int(at), int(m_ids.size()));
        beginInsertRows({}, row, row);
        m_ids.insert(m_ids.begin() + row, wanted[at]);
        endInsertRows();
    }
}

void PolicyRowsModel::reorder(std::vector<PolicyId> wanted)
{
    const auto first = std::ranges::mismatch(wanted, m_ids);
    const auto from = int(first.in1 - wanted.begin());
    int to = int(wanted.size()) - 1;
    while (wanted[std::size_t(to)] == m_ids[std::size_t(to)])
        --to;
    const auto at = m_ids.begin();
    const bool down = std::equal(at + from + 1, at + to + 1, wanted.begin() + from);
    const bool up = std::equal(at + from, at + to, wanted.begin() + from + 1);
    if (down || up) {
        down ? beginMoveRows({}, from, from, {}, to + 1) : beginMoveRows({}, to, to, {}, from);
        m_ids = std::move(wanted);
        endMoveRows();
        return;
    }
    Q_EMIT layoutAboutToBeChanged();
    QModelIndexList after;
    std::unordered_map<PolicyId, int> rows;
    for (std::size_t row = 0; row < wanted.size(); ++row)
        rows[wanted[row]] = int(row);
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex& each : before)
        after << index(rows[m_ids[std::size_t(each.row())]]);
    m_ids = std::move(wanted);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void PolicyRowsModel::followProblems()
{
    std::unordered_map<PolicyId, Mark> marks;
    for (const Problem& problem : m_context.problems.all()) {
        if (problem.policy.empty() || problem.weight == Problem::Weight::Note)
            continue;
        const QString words = problem.words.isEmpty() ? problem.title : tr("%1: %2").arg(problem.title, problem.words);
        marks.try_emplace(problem.policy, Mark{line(words.toStdString(), 300), problem.weight, problem.stale});
    }
    std::swap(marks, m_marks);
    for (std::size_t row = 0; row < m_ids.size(); ++row) {
        const auto before = marks.find(m_ids[row]);
        const auto now = m_marks.find(m_ids[row]);
        const bool same = (before == marks.end()) == (now == m_marks.end())
            && (now == m_marks.end() || before->second == now->second);
        if (!same)
            Q_EMIT dataChanged(index(int(row)), index(int(row)), {ProblemRole, ProblemWeightRole, ProblemStaleRole});
    }
}

}
