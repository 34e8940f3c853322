// The part of rulebook_draft.h that edits: each edit is one step of undo.
#include "ui/policies/draft/policy_order.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <memory>

namespace signalbox {
namespace {

QString shortName(const Policy& policy) { return line(policy.name.empty() ? policy.id.value : policy.name, 60); }

// Moves [from] so that it stands at [to].
void shift(std::vector<Policy>& policies, int from, int to)
{
    const auto at = policies.begin();
    if (from < to)
        std::rotate(at + from, at + from + 1, at + to + 1);
    else
        std::rotate(at + to, at + from, at + from + 1);
}

// Everything but the policies, which stay where they are.
void swapRooms(Rulebook& into, Rulebook rooms)
{
    rooms.policies = std::move(into.policies);
    into = std::move(rooms);
}

Rulebook roomsOf(const Rulebook& rulebook)
{
    Rulebook rooms;
    rooms.attributes = rulebook.attributes;
    rooms.schedules = rulebook.schedules;
    rooms.signals = rulebook.signals;
    rooms.qualification = rulebook.qualification;
    rooms.tiers = rulebook.tiers;
    rooms.alerts = rulebook.alerts;
    rooms.queues = rulebook.queues;
    rooms.groups = rulebook.groups;
    rooms.cases = rulebook.cases;
    return rooms;
}

}

void RulebookDraft::insertPolicy(int row, Policy policy, const QString& what)
{
    const int at = std::clamp(row, 0, int(m_working.policies.size()));
    push(
        what, {},
        [this, at, policy] {
            apply(Extent::Policies, at, [&] { m_working.policies.insert(m_working.policies.begin() + at, policy); });
        },
        [this, at] {
            apply(Extent::Policies, at, [&] { m_working.policies.erase(m_working.policies.begin() + at); });
        });
}

void RulebookDraft::removePolicies(std::vector<int> rows, const QString& what)
{
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::erase_if(rows, [this](int row) { return row < 0 || row >= int(m_working.policies.size()); });
    if (rows.empty())
        return;
    std::vector<Policy> removed;
    for (const int row : rows)
        removed.push_back(m_working.policies[std::size_t(row)]);
    push(
        what, {},
        [this, rows] {
            apply(Extent::Policies, -1, [&] {
                for (std::size_t i = rows.size(); i-- > 0;)
                    m_working.policies.erase(m_working.policies.begin() + rows[i]);
            });
        },
        [this, rows, removed] {
            apply(Extent::Everything, -1, [&] {
                for (std::size_t i = 0; i < rows.size(); ++i)
                    m_working.policies.insert(m_working.policies.begin() + rows[i], removed[i]);
            });
        });
}

void RulebookDraft::replacePolicy(int row, Policy after, const QString& what, const QString& mergeKey)
{
    if (row < 0 || row >= int(m_working.policies.size()))
        return;
    const Policy& before = m_working.policies[std::size_t(row)];
    if (before == after)
        return;
    const auto put = [this, row](const Policy& policy) {
        apply(Extent::Policy, row, [&] { m_working.policies[std::size_t(row)] = policy; });
    };
    push(
        what, mergeKey, [put, after] { put(after); }, [put, before] { put(before); });
}

void RulebookDraft::movePolicy(int from, int to)
{
    const int last = int(m_working.policies.size()) - 1;
    if (from < 0 || from > last || to < 0 || to > last || from == to)
        return;
    const std::vector<Policy>& policies = m_working.policies;
    const QString text = (to < from ? tr("move %1 above %2") : tr("move %1 below %2"))
                             .arg(shortName(policies[std::size_t(from)]), shortName(policies[std::size_t(to)]));
    const auto move = [this](int there, int here) {
        apply(Extent::Policies, here, [&] { shift(m_working.policies, there, here); });
    };
    push(
        text, {}, [move, from, to] { move(from, to); }, [move, from, to] { move(to, from); });
}

void RulebookDraft::setEnabled(int row, bool enabled)
{
    if (row < 0 || row >= int(m_working.policies.size()))
        return;
    Policy after = m_working.policies[std::size_t(row)];
    after.enabled = enabled;
    const QString what = (enabled ? tr("switch on %1") : tr("switch off %1")).arg(shortName(after));
    replacePolicy(row, std::move(after), what);
}

void RulebookDraft::editRooms(const QString& what, const std::function<void(Rulebook&)>& edit, const QString& mergeKey)
{
    const auto before = std::make_shared<const Rulebook>(roomsOf(m_working));
    Rulebook rooms = *before;
    edit(rooms);
    rooms.policies.clear();
    if (rooms == *before)
        return;
    const auto after = std::make_shared<const Rulebook>(std::move(rooms));
    const auto put
        = [this](const Rulebook& wanted) { apply(Extent::Rooms, -1, [&] { swapRooms(m_working, wanted); }); };
    push(
        what, mergeKey, [put, after] { put(*after); }, [put, before] { put(*before); });
}

void RulebookDraft::replaceAll(Rulebook rulebook, const QString& what)
{
    rulebook.policies = inTrialOrder(std::move(rulebook.policies));
    const auto before = std::make_shared<const Rulebook>(m_working);
    const auto after = std::make_shared<const Rulebook>(std::move(rulebook));
    const auto put = [this](const Rulebook& wanted) { apply(Extent::Everything, -1, [&] { m_working = wanted; }); };
    push(
        what, {}, [put, after] { put(*after); }, [put, before] { put(*before); });
}

}
