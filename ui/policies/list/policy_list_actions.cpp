#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/list/policy_list_pane.h"
#include "ui/policies/list/policy_view.h"
#include "ui/policies/list/policy_words.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/prompts.h"
#include "ui/shared/undo_bar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace signalbox {

QAction* PolicyListPane::addAction(const QString& name, const QString& words, const QKeySequence& key,
                                   std::function<void()> act)
{
    auto* action = new QAction(words, m_view);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    m_view->addAction(action);
    m_actions << action;
    return action;
}

void PolicyListPane::buildActions()
{
    addAction(QStringLiteral("addPolicy"), tr("New policy"), QKeySequence(Qt::CTRL | Qt::Key_N),
              [this] { addEmpty(); });
    addAction(QStringLiteral("startFromTemplate"), tr("New policy from a template…"), {}, [this] { showTemplates(); });
    addAction(QStringLiteral("duplicatePolicy"), tr("Duplicate policy"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        if (const auto policies = chosen(); !policies.empty())
            choose(m_commands.duplicate(policies.back()));
    });
    addAction(QStringLiteral("switchPolicy"), tr("Switch policy on or off"), {}, [this] { switchChosen(); });
    addAction(QStringLiteral("movePolicyUp"), tr("Move policy up"), QKeySequence(Qt::ALT | Qt::Key_Up),
              [this] { moveBy(-1); });
    addAction(QStringLiteral("movePolicyDown"), tr("Move policy down"), QKeySequence(Qt::ALT | Qt::Key_Down),
              [this] { moveBy(1); });
    addAction(QStringLiteral("movePolicyToTop"), tr("Move policy to the top"), QKeySequence(Qt::ALT | Qt::Key_Home),
              [this] { moveTo(0); });
    addAction(QStringLiteral("movePolicyToBottom"), tr("Move policy to the bottom"),
              QKeySequence(Qt::ALT | Qt::Key_End), [this] { moveTo(m_model.rowCount() - 1); });
    addAction(QStringLiteral("cutPolicies"), tr("Cut policies"), QKeySequence::Cut, [this] {
        copyChosen();
        removeChosen(true);
    });
    addAction(QStringLiteral("copyPolicies"), tr("Copy policies"), QKeySequence::Copy, [this] { copyChosen(); });
    addAction(QStringLiteral("pastePolicies"), tr("Paste policies"), QKeySequence::Paste, [this] { paste(); });
    addAction(QStringLiteral("deletePolicy"), tr("Delete policy"), QKeySequence(Qt::Key_Delete),
              [this] { removeChosen(false); });
    addAction(QStringLiteral("renamePolicy"), tr("Rename policy"), QKeySequence(Qt::Key_F2),
              [this] { Q_EMIT nameWanted(); });
    addAction(QStringLiteral("findPolicies"), tr("Find policies"), QKeySequence(Qt::Key_Slash),
              [this] { findInList(); });
}

std::vector<PolicyId> PolicyListPane::chosen() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    std::vector<PolicyId> policies;
    for (const QModelIndex& row : std::as_const(rows))
        policies.push_back(PolicyId{row.data(PolicyRowsModel::IdRole).toString().toStdString()});
    return policies;
}

int PolicyListPane::currentRow() const { return m_filter.mapToSource(m_view->currentIndex()).row(); }

// Whatever keys are held just now: Ctrl of Ctrl+D would add to the selection.
void PolicyListPane::chooseIndex(const QModelIndex& index)
{
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void PolicyListPane::choose(const PolicyId& policy)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.index(m_model.rowOf(policy)));
    if (index.isValid() && index != m_view->currentIndex())
        chooseIndex(index);
    if (index.isValid() && m_context.selection.policy() != policy)
        m_context.selection.choosePolicy(policy);
}

void PolicyListPane::chooseNear(int row)
{
    const int rows = m_filter.rowCount();
    if (rows > 0)
        chooseIndex(m_filter.index(std::clamp(row, 0, rows - 1), 0));
    else if (m_model.rowCount() == 0)
        m_context.selection.choosePolicy({});
}

void PolicyListPane::addEmpty()
{
    choose(m_commands.addEmpty());
    Q_EMIT nameWanted();
}

void PolicyListPane::showTemplates()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("templateMenu"));
    menu->setToolTipsVisible(true);
    for (const PolicyTemplate& start : policyTemplates()) {
        QAction* const action = menu->addAction(start.name);
        action->setToolTip(start.about.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, &start] {
            choose(m_commands.addFrom(start));
            Q_EMIT editWanted();
        });
    }
    const auto* const button = findChild<QWidget*>(QStringLiteral("policyTemplates"));
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

// Past the neighbour in sight: with a filter those between are passed too.
void PolicyListPane::moveBy(int steps)
{
    const QModelIndex current = m_view->currentIndex();
    const QModelIndex neighbour = current.isValid() ? m_filter.index(current.row() + steps, 0) : QModelIndex();
    if (neighbour.isValid())
        moveTo(m_filter.mapToSource(neighbour).row());
}

void PolicyListPane::moveTo(int row)
{
    const int from = currentRow();
    if (from < 0)
        return;
    m_context.draft.movePolicy(from, row);
    m_view->scrollTo(m_view->currentIndex());
}

void PolicyListPane::drop(int from, int before)
{
    const int source = m_filter.mapToSource(m_filter.index(from, 0)).row();
    const int rows = m_filter.rowCount();
    const int target = before < rows ? m_filter.mapToSource(m_filter.index(before, 0)).row()
                                     : m_filter.mapToSource(m_filter.index(rows - 1, 0)).row() + 1;
    m_commands.move(source, target);
}

void PolicyListPane::removeChosen(bool cut)
{
    const std::vector<PolicyId> policies = chosen();
    if (policies.empty())
        return;
    const int row = m_view->currentIndex().row();
    const Policy* const only = policies.size() == 1 ? m_context.draft.find(policies.front()) : nullptr;
    const QString name = only ? policyTitle(*only) : tr("%1 policies").arg(policies.size());
    m_commands.remove(policies, cut);
    chooseNear(row);
    QUndoStack& stack = m_context.draft.undoStack();
    m_undoAt = stack.index();
    m_undo->offer(cut ? tr("Cut %1").arg(name) : tr("Deleted %1").arg(name), [this, &stack] {
        if (stack.index() == m_undoAt)
            stack.undo();
    });
}

void PolicyListPane::switchChosen()
{
    const std::vector<PolicyId> policies = chosen();
    const Policy* const current = m_context.draft.find(m_context.selection.policy());
    if (current)
        m_commands.setEnabled(std::ranges::find(policies, current->id) != policies.end() ? policies
                                                                                         : std::vector{current->id},
                              !current->enabled);
}

void PolicyListPane::copyChosen()
{
    if (const auto policies = chosen(); !policies.empty())
        QGuiApplication::clipboard()->setText(m_commands.textOf(policies));
}

void PolicyListPane::paste()
{
    const auto made = m_commands.paste(QGuiApplication::clipboard()->text(), currentRow() + 1);
    m_message->setVisible(!made);
    if (!made)
        m_message->setText(tr("Nothing was pasted."), QString::fromStdString(made.error().message));
    else
        choose(made->back());
}

void PolicyListPane::showMenu(const QPoint& global)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("policyMenu"));
    menu->addActions(m_actions);
    menu->insertSeparator(m_actions.at(2));
    menu->insertSeparator(m_actions.at(4));
    menu->insertSeparator(m_actions.at(8));
    if (!chosen().empty())
        fillGroupMenu(*menu->addMenu(tr("Group")));
    menu->popup(global);
}

void PolicyListPane::fillGroupMenu(QMenu& menu)
{
    menu.setObjectName(QStringLiteral("groupMenu"));
    const Theme& theme = m_context.page.theme;
    const Policy* const current = m_context.draft.find(m_context.selection.policy());
    const auto put = [&](const QString& words, const PolicyGroupId& group) {
        QAction* const action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(current && current->group == group);
        connect(action, &QAction::triggered, this, [this, group] { m_commands.setGroup(chosen(), group); });
        return action;
    };
    put(tr("No group"), {});
    for (const PolicyGroup& group : m_context.draft.rulebook().groups)
        put(groupTitle(group), group.id)->setIcon(theme.icon(QStringLiteral("tag"), groupColor(group.color)));
    menu.addSeparator();
    connect(menu.addAction(tr("New group…")), &QAction::triggered, this, [this] {
        if (const auto name = m_context.page.prompts.askText(tr("What is the group called?"), tr("Add group"));
            name && !name->trimmed().isEmpty())
            m_commands.addGroup(name->trimmed().left(200), chosen());
    });
    if (const PolicyGroup* const own = current ? findGroup(current->group, m_context.draft.rulebook()) : nullptr)
        fillGroupEdits(menu, *own);
}

void PolicyListPane::fillGroupEdits(QMenu& menu, const PolicyGroup& group)
{
    const PolicyGroupId id = group.id;
    const QString title = groupTitle(group);
    Prompts& prompts = m_context.page.prompts;
    connect(menu.addAction(tr("Rename %1…").arg(title)), &QAction::triggered, this, [this, id, title, &prompts] {
        if (const auto name = prompts.askText(tr("What is %1 called from now on?").arg(title), tr("Rename"));
            name && !name->trimmed().isEmpty())
            m_commands.editGroup(id, tr("rename the group %1").arg(title),
                                 [&](PolicyGroup& each) { each.name = name->trimmed().left(200).toStdString(); });
    });
    connect(menu.addAction(tr("Comment on %1…").arg(title)), &QAction::triggered, this, [this, id, title, &prompts] {
        if (const auto comment = prompts.askText(tr("What is %1 for?").arg(title), tr("Keep comment")))
            m_commands.editGroup(id, tr("comment on the group %1").arg(title), [&](PolicyGroup& each) {
                each.comment = comment->trimmed().left(2000).toStdString();
            });
    });
    QMenu* const colors = menu.addMenu(tr("Colour of %1").arg(title));
    for (const GroupColor& color : groupColors()) {
        const std::string name = color.name;
        QAction* const action
            = colors->addAction(m_context.page.theme.icon(QStringLiteral("tag"), color.color), groupColorWords(name));
        connect(action, &QAction::triggered, this, [this, id, title, name] {
            m_commands.editGroup(id, tr("colour the group %1").arg(title),
                                 [&](PolicyGroup& each) { each.color = name; });
        });
    }
    connect(menu.addAction(tr("Delete the group %1").arg(title)), &QAction::triggered, this,
            [this, id] { m_commands.removeGroup(id); });
}

}
