#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/condition_editor_parts.h"
#include "ui/policies/editor/condition_row.h"
#include "ui/policies/editor/group_head.h"
#include "ui/shared/format_text.h"

namespace signalbox {
namespace {

Condition leafCondition(const ConditionNode& node)
{
    Condition plain = std::visit([](const auto& leaf) { return Condition{leaf}; }, node.leaf);
    return node.negated ? Condition{Not{std::make_shared<const Condition>(std::move(plain))}} : plain;
}

}

void ConditionEditor::Parts::mark()
{
    const auto& sample = context.selection.sample();
    const auto marks = sample ? marksOf(tree, *sample, context.draft.rulebook()) : std::map<std::uint64_t, RowMark>{};
    for (ConditionLine* const each : order) {
        auto* const row = qobject_cast<ConditionRow*>(each);
        if (!row)
            continue;
        const auto own = marks.find(row->id());
        row->setMark(own == marks.end() ? RowMark{} : own->second);
        const auto asked = passAsked.find(row->id());
        const ConditionNode* const node = tree.find(row->id());
        const bool isCurrent = asked != passAsked.end() && node->finished && asked->second == leafCondition(*node);
        const auto rate = isCurrent ? passRates.find(row->id()) : passRates.end();
        row->setPassRate(rate == passRates.end() ? std::nullopt : std::optional(rate->second));
        QString words;
        if (const auto below = problems.empty() ? std::nullopt : tree.pointerOf(row->id())) {
            const std::string pointer = place.toStdString() + *below;
            for (auto at = problems.lower_bound(pointer); at != problems.end() && at->first.starts_with(pointer); ++at)
                if (at->first.size() == pointer.size() || at->first[pointer.size()] == '/')
                    words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + at->second;
        }
        row->setProblem(words);
    }
    static_cast<GroupHead*>(order.front())
        ->setColumns(tr("7 days"), sample ? line(sample->name.toStdString(), 60) : QString());
}

// Asks for the rows whose share is not known yet, as they stand now.
void ConditionEditor::Parts::askPassRates()
{
    if (!editor.isVisible() || !surroundings.showsPassRates)
        return;
    if (passTicket != 0) {
        context.analysis.cancel(passTicket);   // what it left open is asked again
        for (const std::uint64_t id : passIds)
            if (!passRates.contains(id))
                passAsked.erase(id);
        passTicket = 0;
    }
    std::vector<Condition> wanted;
    std::vector<std::uint64_t> ids;
    for (const ConditionTree::Line& each : tree.lines()) {
        if (each.node->isGroup() || !each.node->finished)
            continue;
        Condition leaf = leafCondition(*each.node);
        const auto asked = passAsked.find(each.node->id);
        if (asked != passAsked.end() && asked->second == leaf)
            continue;
        ids.push_back(each.node->id);
        wanted.push_back(std::move(leaf));
    }
    if (wanted.empty())
        return;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        passRates.erase(ids[i]);
        passAsked[ids[i]] = wanted[i];
    }
    passIds = std::move(ids);
    passTicket = context.analysis.askPassRates(wanted, lastSevenDays(context));
}

}
