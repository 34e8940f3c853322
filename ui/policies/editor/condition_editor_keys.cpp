#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/condition_editor_parts.h"
#include "ui/policies/editor/condition_words.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace signalbox {

quint64 ConditionEditor::Parts::focused() const
{
    const QWidget* const focus = QApplication::focusWidget();
    for (const ConditionLine* const each : order)
        if (focus && (each == focus || each->isAncestorOf(focus)))
            return each->id();
    // A menu has the keyboard just now: the line that gets it back.
    const QWidget* const later = editor.window()->focusWidget();
    for (const ConditionLine* const each : order)
        if (later && each->isAncestorOf(later))
            return each->id();
    return 0;
}

std::vector<std::uint64_t> ConditionEditor::Parts::chosen() const
{
    const quint64 id = focused();
    if (id == 0 || id == tree.root().id)
        return {};
    if (!selection.contains(id))
        return {id};
    return {selection.begin(), selection.end()};
}

QString ConditionEditor::Parts::subjectOfChosen() const
{
    const std::vector<std::uint64_t> ids = chosen();
    const ConditionNode* const node = ids.empty() ? nullptr : tree.find(ids.front());
    if (ids.size() > 1)
        return ConditionEditor::tr("%1 conditions").arg(ids.size());
    return node ? subjectOf(*node, context.draft.rulebook()) : ConditionEditor::tr("a condition");
}

void ConditionEditor::Parts::focusLine(quint64 id, bool main)
{
    const auto found = lines.find(id);
    if (found == lines.end())
        return;
    if (main || id == tree.root().id)
        found->second->focusMain();
    else
        found->second->grip()->setFocus(Qt::OtherFocusReason);
}

bool ConditionEditor::Parts::isOnGrip() const { return qobject_cast<Grip*>(QApplication::focusWidget()) != nullptr; }

void ConditionEditor::Parts::select(quint64 id, Qt::KeyboardModifiers with)
{
    if (with & Qt::ControlModifier) {
        selection.contains(id) ? void(selection.erase(id)) : void(selection.insert(id));
        anchor = id;
    } else if (with & Qt::ShiftModifier) {
        const auto at = [this](quint64 wanted) { return std::ranges::find(order, wanted, &ConditionLine::id); };
        auto from = at(anchor ? anchor : id);
        auto to = at(id);
        selection.clear();
        if (from == order.end())
            from = to;
        if (to < from)
            std::swap(from, to);
        for (; from <= to && from != order.end(); ++from)
            if ((*from)->id() != tree.root().id)
                selection.insert((*from)->id());
    } else if (!selection.contains(id)) {
        selection = {id};
        anchor = id;
    }
    for (ConditionLine* const each : order)
        each->setSelected(selection.contains(each->id()));
}

void ConditionEditor::Parts::moveFocus(int direction, bool extend)
{
    const auto at = std::ranges::find(order, focused(), &ConditionLine::id);
    const auto next = int(at - order.begin()) + direction;
    if (at == order.end() || next < 1 || next >= int(order.size()))
        return;
    const quint64 from = (*at)->id();
    const quint64 to = order[std::size_t(next)]->id();
    if (extend && selection.empty())
        anchor = from;
    if (!extend)
        selection.clear();
    focusLine(to, false);
    select(to, extend ? Qt::ShiftModifier : Qt::NoModifier);
}

bool ConditionEditor::Parts::wantsKey(const QKeyEvent& key) const
{
    if (QApplication::activePopupWidget())
        return false;
    const int code = key.key();
    const Qt::KeyboardModifiers with = key.modifiers() & ~Qt::KeypadModifier;
    const bool isUpDown = code == Qt::Key_Up || code == Qt::Key_Down;
    const bool onGrip = isOnGrip();
    if (onGrip && isUpDown && (with == Qt::NoModifier || with == Qt::ShiftModifier))
        return true;
    const bool onLine = focused() != 0;
    if (onLine && (code == Qt::Key_F2 || (onGrip && (code == Qt::Key_Return || code == Qt::Key_Enter)))
        && with == Qt::NoModifier)
        return true;
    if (code == Qt::Key_Escape && onLine && !onGrip && with == Qt::NoModifier)
        return true;
    if (surroundings.isReadOnly)
        return false;
    const bool ctrlShift = with == (Qt::ControlModifier | Qt::ShiftModifier);
    if (ctrlShift && code == Qt::Key_N)
        return true;
    if (!onLine)
        return false;
    if (with == Qt::AltModifier && isUpDown)
        return true;
    if (with == Qt::ControlModifier && (code == Qt::Key_G || code == Qt::Key_Slash || (onGrip && code == Qt::Key_D)))
        return true;
    if (ctrlShift && code == Qt::Key_G)
        return true;
    return onGrip && with == Qt::NoModifier && (code == Qt::Key_Delete || code == Qt::Key_Backspace);
}

void ConditionEditor::Parts::takeKey(const QKeyEvent& key)
{
    const bool shift = key.modifiers() & Qt::ShiftModifier;
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int direction = key.key() == Qt::Key_Up ? -1 : 1;
        if (key.modifiers() & Qt::AltModifier)
            step(direction);
        else
            moveFocus(direction, shift);
        return;
    }
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        focusLine(focused(), true);
        return;
    case Qt::Key_Escape:
        focusLine(focused(), false);
        return;
    case Qt::Key_N:
        editor.addCondition();
        return;
    case Qt::Key_G:
        shift ? unwrap() : wrap();
        return;
    case Qt::Key_Slash:
        negate();
        return;
    case Qt::Key_D:
        duplicate();
        return;
    default:
        remove(chosen());
    }
}

}
