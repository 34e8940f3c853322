#include "routing/rulebook/phrases.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/condition_editor_parts.h"
#include "ui/policies/editor/condition_row.h"
#include "ui/policies/editor/condition_words.h"
#include "ui/shared/format_text.h"

#include <QMenu>

namespace signalbox {

using Kind = ConditionNode::Kind;

void ConditionEditor::Parts::commit(const QString& what, const QString& mergeKey)
{
    Condition after = tree.condition();
    refresh();
    if (after == current)
        return;
    current = std::move(after);
    Q_EMIT editor.edited(current, what, mergeKey);
}

QString ConditionEditor::Parts::nameOfStep(const ConditionNode& before, const ConditionNode& after) const
{
    const Rulebook& rulebook = context.draft.rulebook();
    const QString subject = subjectOf(after, rulebook);
    if (before.negated != after.negated)
        return ConditionEditor::tr("negate %1").arg(subject);
    const Comparison* const now = after.comparison();
    if (!now)
        return ConditionEditor::tr("change %1 to %2")
            .arg(subject, after.schedule()->open ? ConditionEditor::tr("open") : ConditionEditor::tr("closed"));
    const Comparison* const was = before.comparison();
    if (was && was->attribute != now->attribute && !was->attribute.empty())
        return ConditionEditor::tr("look at %1 instead of %2").arg(subject, subjectOf(before, rulebook));
    if (!before.finished && !before.before)
        return ConditionEditor::tr("add %1").arg(subject);
    if (was && was->op != now->op)
        return ConditionEditor::tr("set %1 to %2").arg(subject, line(wantedInWords(*now, after.negated, rulebook), 60));
    const auto* const value = std::get_if<Value>(&now->operand);
    const QString words = value ? line(valueInWords(*value, now->attribute, rulebook), 60)
                                : line(wantedInWords(*now, after.negated, rulebook), 60);
    return ConditionEditor::tr("set %1 to %2").arg(subject, words);
}

void ConditionEditor::Parts::takeLeaf(quint64 id, const ConditionNode::Leaf& leaf, bool negated, bool finished,
                                      bool typing)
{
    ConditionNode* const node = tree.find(id);
    if (!node)
        return;
    const ConditionNode before = *node;
    if (before.finished && !finished) {
        Condition plain = std::visit([](const auto& own) { return Condition{own}; }, before.leaf);
        node->before
            = before.negated ? Condition{Not{std::make_shared<const Condition>(std::move(plain))}} : std::move(plain);
    }
    node->leaf = leaf;
    node->negated = negated;
    node->finished = finished;
    if (finished)
        node->before.reset();
    commit(nameOfStep(before, *node), typing ? QStringLiteral("%1 %2").arg(place).arg(id) : QString());
}

void ConditionEditor::Parts::addRow(quint64 group, int at)
{
    ConditionNode fresh;
    fresh.leaf = Comparison{};
    fresh.finished = false;
    const quint64 id = tree.insert(group, at, std::move(fresh));
    refresh();
    if (auto* const row = qobject_cast<ConditionRow*>(lines[id]))
        QMetaObject::invokeMethod(row, &ConditionRow::chooseAttribute, Qt::QueuedConnection);   // laid out by then
}

void ConditionEditor::Parts::addGroup()
{
    ConditionNode fresh;
    fresh.kind = tree.root().kind == Kind::Any ? Kind::All : Kind::Any;
    const quint64 group = tree.insert(tree.root().id, int(tree.root().parts.size()), std::move(fresh));
    commit(ConditionEditor::tr("add a group"));
    addRow(group, 0);
}

void ConditionEditor::Parts::remove(const std::vector<std::uint64_t>& ids)
{
    if (ids.empty())
        return;
    const QString what = ids.size() == 1 ? ConditionEditor::tr("remove %1").arg(subjectOfChosen())
                                         : ConditionEditor::tr("remove %1 conditions").arg(ids.size());
    const auto at = std::ranges::find_if(order, [&](const ConditionLine* each) { return each->id() == ids.front(); });
    const auto index = std::size_t(at - order.begin());
    tree.remove(ids);
    commit(what);
    focusLine(order[std::min(index, order.size() - 1)]->id(), false);
}

void ConditionEditor::Parts::step(int direction)
{
    const std::vector<std::uint64_t> ids = chosen();
    if (ids.size() != 1 || !tree.step(ids.front(), direction))
        return;
    commit(ConditionEditor::tr("move %1").arg(subjectOfChosen()));
}

void ConditionEditor::Parts::wrap()
{
    const std::vector<std::uint64_t> ids = chosen();
    const QString what = ids.size() == 1 ? ConditionEditor::tr("put %1 in a group").arg(subjectOfChosen())
                                         : ConditionEditor::tr("put %1 conditions in a group").arg(ids.size());
    const ConditionNode* const outer = ids.empty() ? nullptr : tree.parentOf(ids.front());
    if (!outer)
        return;
    const quint64 made
        = tree.wrap(ids, outer->kind == Kind::All || outer->kind == Kind::NotAll ? Kind::Any : Kind::All);
    selection.clear();
    commit(what);
    focusLine(made, true);
}

void ConditionEditor::Parts::unwrap()
{
    quint64 id = focused();
    const ConditionNode* node = tree.find(id);
    if (node && !node->isGroup())
        node = tree.parentOf(id);
    if (!node || node->id == tree.root().id)
        return;
    const quint64 next = node->parts.empty() ? tree.root().id : node->parts.front().id;
    tree.unwrap(node->id);
    commit(ConditionEditor::tr("take a group apart"));
    focusLine(next, false);
}

void ConditionEditor::Parts::negate()
{
    const std::vector<std::uint64_t> ids = chosen();
    for (const std::uint64_t id : ids)
        tree.negate(id);
    if (!ids.empty())
        commit(ConditionEditor::tr("negate %1").arg(subjectOfChosen()));
}

void ConditionEditor::Parts::setKind(quint64 group, Kind kind)
{
    ConditionNode* const node = tree.find(group);
    if (!node || node->kind == kind)
        return;
    node->kind = kind;
    commit(ConditionEditor::tr("ask for %1 of a group").arg(groupWord(kind)));
}

namespace {

void forgetIds(ConditionNode& node)
{
    node.id = 0;
    for (ConditionNode& part : node.parts)
        forgetIds(part);
}

}

void ConditionEditor::Parts::duplicate()
{
    const quint64 id = focused();
    const ConditionNode* const outer = tree.parentOf(id);
    if (!outer)
        return;
    ConditionNode copy = *tree.find(id);
    forgetIds(copy);
    const quint64 made = tree.insert(outer->id, tree.indexIn(*outer, id) + 1, std::move(copy));
    commit(ConditionEditor::tr("duplicate %1").arg(subjectOfChosen()));
    focusLine(made, true);
}

void ConditionEditor::Parts::showMenu(const QPoint& global)
{
    const quint64 id = focused();
    const ConditionNode* const node = tree.find(id);
    if (!node)
        return;
    auto* menu = new QMenu(&editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("conditionMenu"));
    const auto add
        = [menu, this](const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act) {
              QAction* const action = menu->addAction(text);
              action->setObjectName(name);
              action->setShortcut(key);
              connect(action, &QAction::triggered, this, act);
          };
    if (auto* const row = qobject_cast<ConditionRow*>(lines[id]); row && row->mayCompareWithAttribute()) {
        const bool isAttribute = row->comparesWithAttribute();
        add(QStringLiteral("compareWithOther"),
            isAttribute ? ConditionEditor::tr("Compare with a value")
                        : ConditionEditor::tr("Compare with another attribute"),
            {}, [row, isAttribute] { row->compareWithAttribute(!isAttribute); });
        menu->addSeparator();
    }
    add(QStringLiteral("negateCondition"), ConditionEditor::tr("Negate"), QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [this] { negate(); });
    add(QStringLiteral("wrapConditions"), ConditionEditor::tr("Put in a group"), QKeySequence(Qt::CTRL | Qt::Key_G),
        [this] { wrap(); });
    if (node->isGroup() || tree.parentOf(id)->id != tree.root().id)
        add(QStringLiteral("unwrapConditions"), ConditionEditor::tr("Take the group apart"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), [this] { unwrap(); });
    add(QStringLiteral("duplicateCondition"), ConditionEditor::tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { duplicate(); });
    menu->addSeparator();
    add(QStringLiteral("moveConditionUp"), ConditionEditor::tr("Move up"), QKeySequence(Qt::ALT | Qt::Key_Up),
        [this] { step(-1); });
    add(QStringLiteral("moveConditionDown"), ConditionEditor::tr("Move down"), QKeySequence(Qt::ALT | Qt::Key_Down),
        [this] { step(1); });
    menu->addSeparator();
    add(QStringLiteral("removeCondition"), ConditionEditor::tr("Remove"), QKeySequence(Qt::Key_Delete),
        [this] { remove(chosen()); });
    menu->popup(global);
}

}
