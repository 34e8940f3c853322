#include "ui/policies/editor/condition_editor_parts.h"
#include "ui/policies/editor/condition_rows.h"

#include <QScrollArea>

namespace signalbox {
namespace {

void scrollTo(QWidget& widget, const QPoint& at)
{
    for (QWidget* above = widget.parentWidget(); above; above = above->parentWidget())
        if (auto* const area = qobject_cast<QScrollArea*>(above)) {
            const QPoint inside = widget.mapTo(area->widget(), at);
            area->ensureVisible(inside.x(), inside.y(), 0, 40);
            return;
        }
}

}

// Lands before the line whose upper half is under the pointer; in its lower half after it, in a group's head: inside.
void ConditionEditor::Parts::dragTo(quint64 id, const QPoint& global)
{
    if (surroundings.isReadOnly)
        return;
    dragged = selection.contains(id) ? std::vector<std::uint64_t>(selection.begin(), selection.end())
                                     : std::vector<std::uint64_t>{id};
    const QPoint at = rows->mapFromGlobal(global);
    scrollTo(*rows, at);
    const Theme& theme = context.page.theme;
    const ConditionLine* under = order.back();
    for (const ConditionLine* const each : order)
        if (at.y() < each->geometry().bottom()) {
            under = each;
            break;
        }
    const ConditionNode& node = *tree.find(under->id());
    const ConditionNode* const outer = tree.parentOf(node.id);
    const bool lower = at.y() > under->geometry().center().y();
    int depth = 1;
    for (const ConditionTree::Line& each : tree.lines())
        if (each.node == &node)
            depth = each.depth;
    if (!outer || (node.isGroup() && lower)) {
        landing = {node.id, 0};
        rows->showInsertion(ConditionLine::indent(theme, depth + 1), under->geometry().bottom());
        return;
    }
    landing = {outer->id, tree.indexIn(*outer, node.id) + (lower ? 1 : 0)};
    rows->showInsertion(ConditionLine::indent(theme, depth),
                        lower ? under->geometry().bottom() : under->geometry().top());
}

void ConditionEditor::Parts::endDrag()
{
    rows->hideInsertion();
    dragged.clear();
    landing = {};
}

void ConditionEditor::Parts::drop()
{
    const std::vector<std::uint64_t> ids = dragged;
    const Landing to = landing;
    endDrag();
    if (ids.empty() || to.group == 0 || !tree.move(ids, to.group, to.at))
        return;
    const QString what = ConditionEditor::tr("move %1").arg(subjectOfChosen());
    commit(what);
}

}
