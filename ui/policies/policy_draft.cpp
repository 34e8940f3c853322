#include "ui/policies/policy_draft.h"

#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/draft/policy_order.h"
#include "ui/shared/format_text.h"

#include <QUndoCommand>

#include <algorithm>

namespace signalbox {
namespace {

QString nameOf(const Policy& policy) { return line(policy.name.empty() ? policy.id.value : policy.name, 60); }

// Moves [from] so that it stands at [to].
void shift(std::vector<Policy>& policies, int from, int to)
{
    const auto at = policies.begin();
    if (from < to)
        std::rotate(at + from, at + from + 1, at + to + 1);
    else
        std::rotate(at + to, at + from, at + from + 1);
}

}

class MovePolicy : public QUndoCommand {
public:
    MovePolicy(PolicyDraft& draft, int from, int to, const QString& text) : QUndoCommand(text), m_draft(draft), m_from(from), m_to(to) { }
    void redo() override { m_draft.applyMove(m_from, m_to); }
    void undo() override { m_draft.applyMove(m_to, m_from); }

private:
    PolicyDraft& m_draft;
    int m_from;
    int m_to;
};

class SwitchPolicy : public QUndoCommand {
public:
    SwitchPolicy(PolicyDraft& draft, PolicyId policy, bool enabled, const QString& text)
        : QUndoCommand(text), m_draft(draft), m_policy(std::move(policy)), m_enabled(enabled)
    {
    }
    void redo() override { m_draft.applyEnabled(m_policy, m_enabled); }
    void undo() override { m_draft.applyEnabled(m_policy, !m_enabled); }

private:
    PolicyDraft& m_draft;
    PolicyId m_policy;
    bool m_enabled;
};

PolicyDraft::PolicyDraft(QObject* parent) : QObject(parent) { }

void PolicyDraft::setLive(int version, const Rulebook& live)
{
    if (version == newestVersion() && version != 0)
        return;
    Rulebook ordered = live;
    ordered.policies = inTrialOrder(std::move(ordered.policies));
    Rulebook mine = numbered();
    mine.policies = inTrialOrder(std::move(mine.policies));
    if (changes() == 0 || ordered == mine) {
        start({version, ordered}, ordered);
        return;
    }
    m_newer = Version{version, std::move(ordered)};
    Q_EMIT changed();
}

void PolicyDraft::start(Version version, Rulebook working)
{
    Q_EMIT aboutToReset();
    m_newer.reset();
    m_version = version.version;
    m_live = std::move(version.rulebook);
    m_working = std::move(working);
    m_undo.clear();
    compare();
    Q_EMIT wasReset();
    Q_EMIT changed();
}

void PolicyDraft::compare() { m_moved = movedBetween(m_live.policies, m_working.policies); }

int PolicyDraft::rowOf(const PolicyId& policy) const
{
    const auto found = std::ranges::find(m_working.policies, policy, &Policy::id);
    return found == m_working.policies.end() ? -1 : int(found - m_working.policies.begin());
}

OldPolicyChange PolicyDraft::changeOf(const PolicyId& policy) const
{
    const auto mine = std::ranges::find(m_working.policies, policy, &Policy::id);
    const auto live = std::ranges::find(m_live.policies, policy, &Policy::id);
    if (mine == m_working.policies.end() || live == m_live.policies.end())
        return {};
    return {m_moved.contains(policy), mine->enabled != live->enabled};
}

int PolicyDraft::changes() const
{
    return int(std::ranges::count_if(m_working.policies, [this](const Policy& policy) { return changeOf(policy.id).any(); }));
}

// A new order is written as new priorities; without one, the numbers people know stay.
Rulebook PolicyDraft::numbered() const
{
    Rulebook rulebook = m_working;
    double priority = 0;
    if (!m_moved.empty())
        for (Policy& policy : rulebook.policies)
            policy.priority = priority += 10;
    return rulebook;
}

std::string PolicyDraft::document() const { return writeRulebook(numbered()); }

void PolicyDraft::move(int from, int to)
{
    const int last = int(m_working.policies.size()) - 1;
    if (from < 0 || from > last || to < 0 || to > last || from == to)
        return;
    const std::vector<Policy>& policies = m_working.policies;
    const QString text = to < from ? tr("move %1 above %2") : tr("move %1 below %2");
    m_undo.push(new MovePolicy(*this, from, to, text.arg(nameOf(policies[std::size_t(from)]), nameOf(policies[std::size_t(to)]))));
}

void PolicyDraft::setEnabled(int row, bool enabled)
{
    if (row < 0 || row >= int(m_working.policies.size()))
        return;
    const Policy& policy = m_working.policies[std::size_t(row)];
    if (policy.enabled != enabled)
        m_undo.push(new SwitchPolicy(*this, policy.id, enabled, (enabled ? tr("switch on %1") : tr("switch off %1")).arg(nameOf(policy))));
}

void PolicyDraft::applyMove(int from, int to)
{
    Q_EMIT aboutToMove(from, to);
    shift(m_working.policies, from, to);
    compare();
    Q_EMIT moved();
    Q_EMIT changed();
}

void PolicyDraft::applyEnabled(const PolicyId& policy, bool enabled)
{
    const int row = rowOf(policy);
    if (row < 0)
        return;
    m_working.policies[std::size_t(row)].enabled = enabled;
    Q_EMIT rowChanged(row);
    Q_EMIT changed();
}

void PolicyDraft::discard()
{
    Version version = m_newer ? std::move(*m_newer) : Version{m_version, m_live};
    Rulebook working = version.rulebook;
    start(std::move(version), std::move(working));
}

void PolicyDraft::rebase()
{
    if (!m_newer)
        return;
    Version version = std::move(*m_newer);
    Rulebook working = version.rulebook;
    for (std::size_t i = 0; i < m_working.policies.size(); ++i) {
        const Policy& mine = m_working.policies[i];
        const auto there = std::ranges::find(working.policies, mine.id, &Policy::id);
        if (there == working.policies.end())
            continue;
        const OldPolicyChange change = changeOf(mine.id);
        if (change.switched)
            there->enabled = mine.enabled;
        if (!change.moved)
            continue;
        // To where it stands in the draft: right below the policy above it, if the new version still has that one.
        const int from = int(there - working.policies.begin());
        int to = 0;
        if (i > 0) {
            const auto above = std::ranges::find(working.policies, m_working.policies[i - 1].id, &Policy::id);
            const int place = above == working.policies.end() ? int(i) - 1 : int(above - working.policies.begin());
            to = from < place ? place : place + 1;
        }
        shift(working.policies, from, std::clamp(to, 0, int(working.policies.size()) - 1));
    }
    start(std::move(version), std::move(working));
}

}
