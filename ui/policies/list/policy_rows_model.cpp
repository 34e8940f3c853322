#include "ui/policies/list/policy_rows_model.h"

#include "routing/rulebook/describe.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/list/policy_words.h"
#include "ui/shared/format_text.h"

#include <algorithm>

namespace signalbox {

PolicyRowsModel::PolicyRowsModel(const StudioContext& context, QObject* parent)
    : QAbstractListModel(parent), m_context(context)
{
    RulebookDraft& draft = context.draft;
    connect(&draft, &RulebookDraft::policyChanged, this, &PolicyRowsModel::tellRow);
    connect(&draft, &RulebookDraft::policiesChanged, this, &PolicyRowsModel::followPolicies);
    connect(&draft, &RulebookDraft::roomsChanged, this, [this] {
        m_words.clear();   // names of queues and tiers may be others
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
    connect(&context.problems, &ProblemList::changed, this, &PolicyRowsModel::followProblems);
    for (const Policy& policy : draft.policies())
        m_ids.push_back(policy.id);
    followProblems();
}

int PolicyRowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_ids.size()); }

int PolicyRowsModel::rowOf(const PolicyId& policy) const
{
    const auto found = std::ranges::find(m_ids, policy);
    return found == m_ids.end() ? -1 : int(found - m_ids.begin());
}

const Policy* PolicyRowsModel::policyAt(int row) const
{
    const std::vector<Policy>& policies = m_context.draft.policies();
    const auto at = std::size_t(row);
    if (at >= m_ids.size())
        return nullptr;
    return at < policies.size() && policies[at].id == m_ids[at] ? &policies[at] : m_context.draft.find(m_ids[at]);
}

const PolicyRowsModel::Words& PolicyRowsModel::wordsOf(const Policy& policy) const
{
    const auto known = m_words.find(policy.id);
    if (known != m_words.end())
        return known->second;
    const RulebookDraft& draft = m_context.draft;
    Words words{policyOutcome(policy, draft.rulebook()),
                policyChangeWords(policy, draft.changeOf(policy.id), draft.live(), draft.rulebook()),
                tierRankOf(policy.actions, draft.rulebook())};
    return m_words.emplace(policy.id, std::move(words)).first->second;
}

QVariant PolicyRowsModel::data(const QModelIndex& index, int role) const
{
    const Policy* const policy = index.isValid() ? policyAt(index.row()) : nullptr;
    if (!policy)
        return {};
    const Rulebook& rulebook = m_context.draft.rulebook();
    switch (role) {
    case Qt::DisplayRole:
        return policyTitle(*policy);
    case Qt::CheckStateRole:
        return policy->enabled ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return toolTipOf(*policy);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3. %4", "number, name, on or off, what it does")
            .arg(index.row() + 1)
            .arg(policyTitle(*policy), policy->enabled ? tr("on") : tr("off"), wordsOf(*policy).outcome);
    case IdRole:
        return QString::fromStdString(policy->id.value);
    case NumberRole:
        return index.row() + 1;
    case OutcomeRole:
        return wordsOf(*policy).outcome;
    case TierRankRole:
        return wordsOf(*policy).tierRank;
    case ChangeRole:
        return wordsOf(*policy).change;
    case SearchRole:
        return QStringLiteral("%1\n%2\n%3\n%4")
            .arg(policyTitle(*policy), text(sentence(*policy, rulebook)), text(policy->id.value),
                 text(policy->comment));
    case ProblemRole:
    case ProblemWeightRole:
    case ProblemStaleRole:
        return problemData(*policy, role);
    case ShareRole:
    case BarRole:
    case TodayRole:
        return trafficData(*policy, role);
    default:
        return groupData(*policy, role);
    }
}

QString PolicyRowsModel::toolTipOf(const Policy& policy) const
{
    QString words = line(sentence(policy, m_context.draft.rulebook()), 1000);
    if (const QVariant share = trafficData(policy, ShareRole); share.isValid())
        words += QLatin1Char('\n')
            + tr("%1 in 7 days, %2 today")
                  .arg(formatCount(m_traffic.hits.contains(policy.id) ? m_traffic.hits.at(policy.id) : 0),
                       formatCount(trafficData(policy, TodayRole).toLongLong()));
    if (!policy.comment.empty())
        words += QLatin1Char('\n') + line(policy.comment, 400);
    return words.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QVariant PolicyRowsModel::groupData(const Policy& policy, int role) const
{
    const PolicyGroup* const group = findGroup(policy.group, m_context.draft.rulebook());
    switch (role) {
    case GroupRole:
        return group ? QString::fromStdString(group->id.value) : QString();
    case GroupTitleRole:
        return group ? groupTitle(*group) : QString();
    case GroupColorRole:
        return group ? QVariant(int(groupColor(group->color))) : QVariant();
    case GroupCommentRole:
        return group ? line(group->comment, 300) : QString();
    default:
        return {};
    }
}

QVariant PolicyRowsModel::trafficData(const Policy& policy, int role) const
{
    if (m_traffic.conversations == 0)
        return {};
    const auto count = [&policy](const std::map<PolicyId, std::int64_t>& counts) {
        const auto own = counts.find(policy.id);
        return own == counts.end() ? std::int64_t(0) : own->second;
    };
    if (role == TodayRole)
        return qint64(count(m_traffic.hitsToday));
    const double hits = double(count(m_traffic.hits));
    return role == ShareRole ? hits / double(m_traffic.conversations)
        : m_mostHits > 0     ? hits / double(m_mostHits)
                             : 0.0;
}

QVariant PolicyRowsModel::problemData(const Policy& policy, int role) const
{
    const auto own = m_marks.find(policy.id);
    if (own == m_marks.end())
        return {};
    return role == ProblemRole      ? QVariant(own->second.text)
        : role == ProblemWeightRole ? QVariant(int(own->second.weight))
                                    : QVariant(own->second.stale);
}

bool PolicyRowsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Policy* const policy = index.isValid() && role == Qt::CheckStateRole ? policyAt(index.row()) : nullptr;
    if (!policy)
        return false;
    m_context.draft.setEnabled(m_context.draft.rowOf(policy->id), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags PolicyRowsModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

void PolicyRowsModel::setTraffic(const Traffic& traffic)
{
    m_traffic = traffic;
    m_mostHits = 0;
    for (const auto& [policy, hits] : traffic.hits)
        if (!policy.empty())
            m_mostHits = std::max(m_mostHits, hits);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ShareRole, BarRole, TodayRole, Qt::ToolTipRole});
}

}
