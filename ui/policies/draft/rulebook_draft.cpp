#include "ui/policies/draft/rulebook_draft.h"

#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/draft/draft_step.h"
#include "ui/policies/draft/policy_order.h"
#include "ui/shared/format_text.h"

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace signalbox {
namespace {

// Priorities are written anew when the order changes: they are no difference of their own.
bool sameBesidesPriority(const Policy& one, Policy other)
{
    other.priority = one.priority;
    return one == other;
}

int differingSections(const Rulebook& one, const Rulebook& other)
{
    return int(one.attributes != other.attributes) + int(one.schedules != other.schedules)
        + int(one.signals != other.signals) + int(one.qualification != other.qualification)
        + int(one.tiers != other.tiers) + int(one.alerts != other.alerts) + int(one.queues != other.queues)
        + int(one.groups != other.groups) + int(one.cases != other.cases);
}

}

RulebookDraft::RulebookDraft(QObject* parent) : QObject(parent) { }

void RulebookDraft::setLive(int version, const std::string& document)
{
    if (version == liveVersion() && !m_baseDocument.empty())
        return;
    Rulebook ordered = readInTrialOrder(document);
    if (!isChanged() || document == this->document()) {
        Rulebook working = ordered;
        start({version, document, std::move(ordered)}, std::move(working));
        return;
    }
    m_newer = Version{version, document, std::move(ordered)};
    Q_EMIT changed();
}

void RulebookDraft::load(int baseVersion, const std::string& baseDocument, const std::string& document)
{
    start({baseVersion, baseDocument, readInTrialOrder(baseDocument)}, readInTrialOrder(document));
}

void RulebookDraft::start(Version version, Rulebook working)
{
    Q_EMIT policiesAboutToChange();
    m_newer.reset();
    m_baseVersion = version.version;
    m_baseDocument = std::move(version.document);
    m_base = std::move(version.rulebook);
    m_baseRows.clear();
    for (std::size_t row = 0; row < m_base.policies.size(); ++row)
        m_baseRows.emplace(m_base.policies[row].id, row);
    m_working = std::move(working);
    m_undo.clear();
    compare(Extent::Everything, -1);
    Q_EMIT policiesChanged();
    Q_EMIT roomsChanged();
    Q_EMIT reloaded();
    Q_EMIT changed();
}

int RulebookDraft::rowOf(const PolicyId& policy) const
{
    const auto found = std::ranges::find(m_working.policies, policy, &Policy::id);
    return found == m_working.policies.end() ? -1 : int(found - m_working.policies.begin());
}

const Policy* RulebookDraft::find(const PolicyId& policy) const
{
    const int row = rowOf(policy);
    return row < 0 ? nullptr : &m_working.policies[std::size_t(row)];
}

PolicyChange RulebookDraft::changeOf(const PolicyId& policy) const
{
    const Policy* const mine = find(policy);
    const auto base = m_baseRows.find(policy);
    if (!mine)
        return {};
    if (base == m_baseRows.end())
        return {true, false, false, false};
    const Policy& live = m_base.policies[base->second];
    Policy asEnabled = *mine;
    asEnabled.enabled = live.enabled;
    return {false, !sameBesidesPriority(live, std::move(asEnabled)), m_moved.contains(policy),
            mine->enabled != live.enabled};
}

int RulebookDraft::changes() const
{
    int count = m_added + m_removed + m_roomChanges + int(m_edited.size());
    for (const PolicyId& moved : m_moved)
        count += m_edited.contains(moved) ? 0 : 1;
    return count;
}

void RulebookDraft::compare(Extent extent, int row)
{
    const auto compareOne = [this](const Policy& policy) {
        const auto base = m_baseRows.find(policy.id);
        if (base != m_baseRows.end() && !sameBesidesPriority(m_base.policies[base->second], policy))
            m_edited.insert(policy.id);
        else
            m_edited.erase(policy.id);
    };
    if (row >= 0 && row < int(m_working.policies.size()))
        compareOne(m_working.policies[std::size_t(row)]);
    if (extent == Extent::Rooms || extent == Extent::Everything)
        m_roomChanges = differingSections(m_base, m_working);
    if (extent == Extent::Everything) {
        m_edited.clear();
        for (const Policy& policy : m_working.policies)
            compareOne(policy);
    }
    if (extent == Extent::Policies || extent == Extent::Everything) {
        m_moved = movedBetween(m_base.policies, m_working.policies);
        m_added = int(std::ranges::count_if(m_working.policies,
                                            [this](const Policy& policy) { return !m_baseRows.contains(policy.id); }));
        m_removed = int(m_base.policies.size()) - (int(m_working.policies.size()) - m_added);
        std::unordered_set<PolicyId> there;
        for (const Policy& policy : m_working.policies)
            there.insert(policy.id);
        std::erase_if(m_edited, [&there](const PolicyId& id) { return !there.contains(id); });
    }
}

void RulebookDraft::apply(Extent extent, int row, const std::function<void()>& change)
{
    const bool rows = extent == Extent::Policies || extent == Extent::Everything;
    if (rows)
        Q_EMIT policiesAboutToChange();
    change();
    compare(extent, row);
    if (rows)
        Q_EMIT policiesChanged();
    if (extent == Extent::Policy)
        Q_EMIT policyChanged(row);
    if (extent == Extent::Rooms || extent == Extent::Everything)
        Q_EMIT roomsChanged();
    Q_EMIT changed();
}

void RulebookDraft::push(const QString& what, const QString& mergeKey, std::function<void()> redo,
                         std::function<void()> undo)
{
    m_undo.push(new DraftStep(what, mergeKey, std::move(redo), std::move(undo)));
}

// A new order is written as new priorities; without one, the numbers people know stay.
Rulebook RulebookDraft::numbered() const
{
    Rulebook rulebook = m_working;
    double priority = 0;
    if (!m_moved.empty() || m_added > 0)
        for (Policy& policy : rulebook.policies)
            policy.priority = priority += 10;
    return rulebook;
}

std::string RulebookDraft::document() const { return isChanged() ? writeRulebook(numbered()) : m_baseDocument; }

std::function<std::string()> RulebookDraft::writer() const
{
    if (!isChanged())
        return [document = m_baseDocument] { return document; };
    return [rulebook = std::make_shared<const Rulebook>(numbered())] { return writeRulebook(*rulebook); };
}

void RulebookDraft::discard()
{
    Version version = m_newer ? std::move(*m_newer) : Version{m_baseVersion, m_baseDocument, m_base};
    Rulebook working = version.rulebook;
    start(std::move(version), std::move(working));
}

PolicyId RulebookDraft::freshPolicyId(const QString& name) const
{
    QString stem;
    for (const QChar letter : name.toLower().normalized(QString::NormalizationForm_KD))
        if (letter.unicode() < 128 && letter.isLetterOrNumber())
            stem += letter;
        else if (!stem.isEmpty() && !stem.endsWith(u'-') && (letter.isSpace() || letter.isPunct()))
            stem += u'-';
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        stem = QStringLiteral("policy");
    QString id = stem.left(80);
    for (int number = 2; rowOf(PolicyId{id.toStdString()}) >= 0; ++number)
        id = stem.left(80) + u'-' + QString::number(number);
    return PolicyId{id.toStdString()};
}

}
