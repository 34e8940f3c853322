#include "ui/policies/policy_list_model.h"

#include "routing/rulebook/describe.h"
#include "ui/policies/policy_draft.h"
#include "ui/shared/format_text.h"

#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

QString outcome(const Policy& policy, const Rulebook& rulebook)
{
    QStringList parts;
    for (const Action& action : policy.actions)
        parts << line(describe(action, rulebook), 200);
    QString words = parts.join(PolicyListModel::tr(", "));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

int tierRank(const Policy& policy, const Rulebook& rulebook)
{
    for (const Action& action : policy.actions)
        if (const auto* set = std::get_if<SetTier>(&action)) {
            const auto tier = std::ranges::find(rulebook.tiers, set->tier, &Tier::id);
            return tier == rulebook.tiers.end() ? -1 : int(tier - rulebook.tiers.begin());
        }
    return -1;
}

QString changeText(const OldPolicyChange& change, bool enabled)
{
    QStringList parts;
    if (change.switched)
        parts << (enabled ? PolicyListModel::tr("Switched on") : PolicyListModel::tr("Switched off"));
    if (change.moved)
        parts << PolicyListModel::tr("Moved");
    return parts.join(PolicyListModel::tr(", "));
}

}

PolicyListModel::PolicyListModel(PolicyDraft& draft, QObject* parent) : QAbstractListModel(parent), m_draft(draft)
{
    connect(&draft, &PolicyDraft::aboutToMove, this, [this](int from, int to) { beginMoveRows({}, from, from, {}, to > from ? to + 1 : to); });
    connect(&draft, &PolicyDraft::moved, this, [this] {
        endMoveRows();
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));   // numbers, and what counts as moved
    });
    connect(&draft, &PolicyDraft::rowChanged, this, [this](int row) { Q_EMIT dataChanged(index(row), index(row)); });
    connect(&draft, &PolicyDraft::aboutToReset, this, [this] { beginResetModel(); });
    connect(&draft, &PolicyDraft::wasReset, this, [this] { endResetModel(); });
}

int PolicyListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_draft.policies().size()); }

QVariant PolicyListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Policy& policy = m_draft.policies()[std::size_t(index.row())];
    const Rulebook& rulebook = m_draft.rulebook();
    switch (role) {
    case Qt::DisplayRole: return line(policy.name.empty() ? policy.id.value : policy.name, 120);
    case Qt::CheckStateRole: return policy.enabled ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3. %4", "number, name, on or off, what it does")
            .arg(index.row() + 1)
            .arg(line(policy.name, 120), policy.enabled ? tr("on") : tr("off"), outcome(policy, rulebook));
    case NumberRole: return index.row() + 1;
    case OutcomeRole: return outcome(policy, rulebook);
    case TierRankRole: return tierRank(policy, rulebook);
    case ChangeRole: return changeText(m_draft.changeOf(policy.id), policy.enabled);
    default: return {};
    }
}

bool PolicyListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_draft.setEnabled(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags PolicyListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool PolicyListModel::moveRows(const QModelIndex&, int row, int count, const QModelIndex&, int before)
{
    const int to = before > row ? before - 1 : before;
    if (count != 1 || to == row)
        return false;
    m_draft.move(row, to);
    return true;
}

}
