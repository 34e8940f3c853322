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

QString shortName(const Policy& policy) { return line(policy.name.empty() ? policy.id.value : policy.name, 60); }

Rulebook readInOrder(const std::string& document)
{
    Rulebook rulebook = readRulebookAsItIs(document).rulebook;
    rulebook.policies = inTrialOrder(std::move(rulebook.policies));
    return rulebook;
}

// Moves [from] so that it stands at [to].
void shift(std::vector<Policy>& policies, int from, int to)
{
    const auto at = policies.begin();
    if (from < to)
        std::rotate(at + from, at + from + 1, at + to + 1);
    else
        std::rotate(at + to, at + from, at + from + 1);
}

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

RulebookDraft::RulebookDraft(QObject* parent) : QObject(parent) { }

void RulebookDraft::setLive(int version, const std::string& document)
{
    if (version == liveVersion() && !m_baseDocument.empty())
        return;
    Rulebook ordered = readInOrder(document);
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
    start({baseVersion, baseDocument, readInOrder(baseDocument)}, readInOrder(document));
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
