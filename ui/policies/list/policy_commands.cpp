#include "ui/policies/list/policy_commands.h"

#include "routing/rulebook/known_attributes.h"
#include "routing/rulebook/rulebook_json.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/list/policy_words.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PolicyCommands)
};

constexpr qsizetype longestPaste = 10'000'000;

// Several edits that are one step to people.
class Macro {
public:
    Macro(RulebookDraft& draft, const QString& what) : m_draft(draft) { draft.undoStack().beginMacro(what); }
    ~Macro() { m_draft.undoStack().endMacro(); }
    Macro(const Macro&) = delete;
    Macro& operator=(const Macro&) = delete;

private:
    RulebookDraft& m_draft;
};

// Attributes that the pasted policies speak of, and the draft does not know.
void addMissingAttributes(RulebookDraft& draft, const Rulebook& pasted)
{
    std::vector<std::pair<std::string, AttributeDefinition>> missing;
    for (const auto& [name, definition] : pasted.attributes)
        if (!typeOfAttribute(name, draft.rulebook()))
            missing.emplace_back(name, definition);
    if (!missing.empty())
        draft.editRooms(Words::tr("add attributes"),
                        [&](Rulebook& rulebook) { rulebook.attributes.insert(missing.begin(), missing.end()); });
}

}

std::vector<int> PolicyCommands::rowsOf(const std::vector<PolicyId>& policies) const
{
    std::vector<int> rows;
    for (const PolicyId& policy : policies)
        if (const int row = m_context.draft.rowOf(policy); row >= 0)
            rows.push_back(row);
    std::ranges::sort(rows);
    return rows;
}

QString PolicyCommands::nameOf(const std::vector<PolicyId>& policies) const
{
    const Policy* const only = policies.size() == 1 ? m_context.draft.find(policies.front()) : nullptr;
    return only ? policyTitle(*only).left(60) : Words::tr("%1 policies").arg(formatCount(qint64(policies.size())));
}

PolicyId PolicyCommands::add(Policy policy, int row, const QString& what) const
{
    policy.id = m_context.draft.freshPolicyId(text(policy.name));
    const PolicyId id = policy.id;
    m_context.draft.insertPolicy(row, std::move(policy), what);
    return id;
}

PolicyId PolicyCommands::addEmpty() const
{
    Policy fresh;
    fresh.name = Words::tr("New policy").toStdString();
    fresh.enabled = false;
    fresh.when = {AllOf{}};
    const int last = std::max(0, int(m_context.draft.policies().size()) - 1);
    return add(std::move(fresh), last, Words::tr("add a policy"));
}

PolicyId PolicyCommands::addFrom(const PolicyTemplate& start) const
{
    RulebookDraft& draft = m_context.draft;
    const Macro step(draft, Words::tr("add %1").arg(start.name));
    if (start.prepare)
        draft.editRooms(Words::tr("add what %1 needs").arg(start.name), start.prepare);
    const int last = std::max(0, int(draft.policies().size()) - 1);
    return add(start.make(draft.rulebook()), last, Words::tr("add %1").arg(start.name));
}

PolicyId PolicyCommands::duplicate(const PolicyId& policy) const
{
    const Policy* const known = m_context.draft.find(policy);
    if (!known)
        return {};
    Policy copy = *known;
    copy.name = Words::tr("%1 (copy)").arg(policyTitle(*known)).toStdString();
    copy.enabled = false;
    return add(std::move(copy), m_context.draft.rowOf(policy) + 1, Words::tr("duplicate %1").arg(nameOf({policy})));
}

void PolicyCommands::remove(const std::vector<PolicyId>& policies, bool cut) const
{
    m_context.draft.removePolicies(rowsOf(policies),
                                   (cut ? Words::tr("cut %1") : Words::tr("delete %1")).arg(nameOf(policies)));
}

void PolicyCommands::move(int from, int before) const
{
    m_context.draft.movePolicy(from, before > from ? before - 1 : before);
}

void PolicyCommands::setEnabled(const std::vector<PolicyId>& policies, bool enabled) const
{
    const std::vector<int> rows = rowsOf(policies);
    if (rows.size() == 1) {
        m_context.draft.setEnabled(rows.front(), enabled);
        return;
    }
    const Macro step(m_context.draft,
                     (enabled ? Words::tr("switch on %1") : Words::tr("switch off %1")).arg(nameOf(policies)));
    for (const int row : rows)
        m_context.draft.setEnabled(row, enabled);
}

QString PolicyCommands::textOf(const std::vector<PolicyId>& policies) const
{
    Rulebook only;
    only.policiesOnly = true;
    for (const int row : rowsOf(policies))
        only.policies.push_back(m_context.draft.policies()[std::size_t(row)]);
    return text(writeRulebook(only));
}

Result<std::vector<PolicyId>> PolicyCommands::paste(const QString& pasted, int row) const
{
    if (pasted.size() > longestPaste)
        return failure(Words::tr("The text is longer than 10 MB. Import it as a file instead.").toStdString(), "");
    RulebookReading reading = readRulebookAsItIs(pasted.toStdString());
    if (reading.rulebook.policies.empty())
        return failure(Words::tr("The clipboard holds no policies. Copy them here or in a file of a rulebook first.")
                           .toStdString(),
                       "");
    RulebookDraft& draft = m_context.draft;
    std::vector<PolicyId> made;
    const auto count = qint64(reading.rulebook.policies.size());
    const QString what = count == 1 ? Words::tr("paste %1").arg(policyTitle(reading.rulebook.policies.front()).left(60))
                                    : Words::tr("paste %1 policies").arg(formatCount(count));
    const Macro step(draft, what);
    addMissingAttributes(draft, reading.rulebook);
    for (Policy& policy : reading.rulebook.policies) {
        if (!findGroup(policy.group, draft.rulebook()))
            policy.group = {};
        if (draft.rowOf(policy.id) < 0 && !policy.id.empty()) {
            made.push_back(policy.id);
            draft.insertPolicy(row++, std::move(policy), what);
        } else {
            made.push_back(add(std::move(policy), row++, what));
        }
    }
    return made;
}

void PolicyCommands::setGroup(const std::vector<PolicyId>& policies, const PolicyGroupId& group) const
{
    const PolicyGroup* const named = findGroup(group, m_context.draft.rulebook());
    const QString what = named ? Words::tr("put %1 in %2").arg(nameOf(policies), groupTitle(*named))
                               : Words::tr("take %1 out of its group").arg(nameOf(policies));
    const Macro step(m_context.draft, what);
    for (const int row : rowsOf(policies)) {
        Policy after = m_context.draft.policies()[std::size_t(row)];
        after.group = group;
        m_context.draft.replacePolicy(row, std::move(after), what);
    }
}

PolicyGroupId PolicyCommands::addGroup(const QString& name, const std::vector<PolicyId>& policies) const
{
    RulebookDraft& draft = m_context.draft;
    const auto& groups = draft.rulebook().groups;
    PolicyGroupId id;
    for (std::size_t number = groups.size() + 1; id.empty() || findGroup(id, draft.rulebook()); ++number)
        id.value = "group-" + std::to_string(number);
    const std::string color = groupColors()[groups.size() % groupColors().size()].name;
    const Macro step(draft, Words::tr("add the group %1").arg(name));
    draft.editRooms(Words::tr("add the group %1").arg(name), [&](Rulebook& rulebook) {
        rulebook.groups.push_back({id, name.toStdString(), color, {}});
    });
    if (!policies.empty())
        setGroup(policies, id);
    return id;
}

void PolicyCommands::editGroup(const PolicyGroupId& group, const QString& what,
                               const std::function<void(PolicyGroup&)>& edit) const
{
    m_context.draft.editRooms(what, [&](Rulebook& rulebook) {
        const auto found = std::ranges::find(rulebook.groups, group, &PolicyGroup::id);
        if (found != rulebook.groups.end())
            edit(*found);
    });
}

void PolicyCommands::removeGroup(const PolicyGroupId& group) const
{
    const PolicyGroup* const named = findGroup(group, m_context.draft.rulebook());
    if (!named)
        return;
    const QString what = Words::tr("delete the group %1").arg(groupTitle(*named));
    std::vector<PolicyId> members;
    for (const Policy& policy : m_context.draft.policies())
        if (policy.group == group)
            members.push_back(policy.id);
    const Macro step(m_context.draft, what);
    if (!members.empty())
        setGroup(members, {});
    m_context.draft.editRooms(what, [&](Rulebook& rulebook) {
        std::erase_if(rulebook.groups, [&](const PolicyGroup& each) { return each.id == group; });
    });
}

}
