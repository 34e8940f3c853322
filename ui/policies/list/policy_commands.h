#pragma once

#include "model/domain/result.h"
#include "ui/policies/list/policy_templates.h"
#include "ui/policies/studio_context.h"

#include <QString>

#include <vector>

namespace signalbox {

// What can be done with whole policies. Each is one step of undo.
class PolicyCommands {
public:
    explicit PolicyCommands(const StudioContext& context) : m_context(context) { }

    // Switched off and above the last, which is the one for everything else.
    PolicyId addEmpty() const;
    PolicyId addFrom(const PolicyTemplate& start) const;
    PolicyId duplicate(const PolicyId& policy) const;
    void remove(const std::vector<PolicyId>& policies, bool cut = false) const;
    // To just before the policy at `before`; one past the last: to the end.
    void move(int from, int before) const;
    void setEnabled(const std::vector<PolicyId>& policies, bool enabled) const;

    // The policies as a rulebook's JSON, an array; fit for a text, a chat, a file.
    QString textOf(const std::vector<PolicyId>& policies) const;
    // Inserts the policies of such a text, or of a whole rulebook, at `row`; returns the new ones.
    Result<std::vector<PolicyId>> paste(const QString& text, int row) const;

    void setGroup(const std::vector<PolicyId>& policies, const PolicyGroupId& group) const;
    PolicyGroupId addGroup(const QString& name, const std::vector<PolicyId>& policies) const;
    void editGroup(const PolicyGroupId& group, const QString& what,
                   const std::function<void(PolicyGroup&)>& edit) const;
    void removeGroup(const PolicyGroupId& group) const;   // its policies stay, in no group

private:
    PolicyId add(Policy policy, int row, const QString& what) const;
    std::vector<int> rowsOf(const std::vector<PolicyId>& policies) const;
    QString nameOf(const std::vector<PolicyId>& policies) const;   // "Enterprise", "3 policies"

    StudioContext m_context;
};

}
