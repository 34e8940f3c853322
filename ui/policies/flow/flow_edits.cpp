#include "ui/policies/flow/flow_edits.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/flow/flow_graph.h"
#include "ui/shared/format_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox {
namespace {

bool choosesOwner(const Action& action)
{
    return std::holds_alternative<AnswerWithAi>(action) || std::holds_alternative<KeepWithAi>(action)
        || std::holds_alternative<TransferToQueue>(action) || std::holds_alternative<TransferToAgent>(action)
        || std::holds_alternative<TransferToLastAgent>(action);
}

bool goesThere(const Action& action, const FlowNode& destination)
{
    if (destination.isAi)
        return std::holds_alternative<AnswerWithAi>(action) || std::holds_alternative<KeepWithAi>(action);
    const auto* const transfer = std::get_if<TransferToQueue>(&action);
    return transfer && transfer->queue.attribute.empty() && transfer->queue.id == destination.queue.value;
}

}

bool takesPolicies(const FlowNode& destination)
{
    return destination.kind == FlowNode::Kind::Destination && (destination.isAi || !destination.queue.empty());
}

void sendTo(RulebookDraft& draft, const PolicyId& policy, const FlowNode& destination)
{
    const int row = draft.rowOf(policy);
    if (row < 0 || !takesPolicies(destination))
        return;
    Policy after = draft.policies()[std::size_t(row)];
    const auto owner = std::ranges::find_if(after.actions, choosesOwner);
    if (owner != after.actions.end() && goesThere(*owner, destination))
        return;
    const Action action
        = destination.isAi ? Action(AnswerWithAi{}) : Action(TransferToQueue{{destination.queue.value, {}}});
    if (owner == after.actions.end())
        after.actions.push_back(action);
    else
        *owner = action;
    const QString what = QCoreApplication::translate("Flow", "send %1 to %2")
                             .arg(line(after.name.empty() ? policy.value : after.name, 60), destination.title);
    draft.replacePolicy(row, std::move(after), what);
}

void switchPolicy(RulebookDraft& draft, const PolicyId& policy)
{
    if (const int row = draft.rowOf(policy); row >= 0)
        draft.setEnabled(row, !draft.policies()[std::size_t(row)].enabled);
}

}
