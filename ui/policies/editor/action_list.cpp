#include "ui/policies/editor/action_list.h"

#include "routing/rulebook/read_actions.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/policies/editor/action_fields.h"
#include "ui/policies/editor/action_row.h"
#include "ui/policies/editor/grip.h"
#include "ui/policies/editor/tab_order.h"
#include "ui/shared/buttons.h"
#include "ui/shared/themed.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

ActionList::ActionList(const StudioContext& context, SeenValuesStore& seen, QWidget* parent)
    : QWidget(parent), m_context(context), m_seen(seen)
{
    Theme& theme = context.page.theme;
    setObjectName(QStringLiteral("actionList"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_add = newLink(tr("Action"), QStringLiteral("addAction"), this);
    m_add->setAccessibleName(tr("Add an action"));
    m_add->setIcon(theme.icon(QStringLiteral("plus"), ThemeColor::Accent));
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_insertion = new QWidget(this);
    m_insertion->setObjectName(QStringLiteral("actionInsertion"));
    m_insertion->setAttribute(Qt::WA_TransparentForMouseEvents);
    setSurface(*m_insertion, theme, ThemeColor::Accent);
    m_insertion->hide();
    connect(m_add, &QPushButton::clicked, this, &ActionList::showMenu);
}

void ActionList::setActions(const std::vector<Action>& actions)
{
    m_actions = actions;
    refresh();
}

void ActionList::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    refresh();
}

void ActionList::focusFirst()
{
    if (m_rows.empty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows.front()->focusMain();
}

ActionRow* ActionList::newRow()
{
    auto* const row = new ActionRow(m_context, m_seen, this);
    connect(row, &ActionRow::changed, this, [this, row](const Action& after, bool typing) {
        const int at = rowOf(row);
        if (at < 0)
            return;
        m_actions[std::size_t(at)] = after;
        commit(tr("change the action %1").arg(actionKindWords(after.index()).toLower()),
               typing ? QStringLiteral("action %1").arg(at) : QString());
    });
    connect(row, &ActionRow::removeWanted, this, [this, row] { remove(rowOf(row)); });
    connect(row->grip(), &Grip::draggedTo, this, [this, row](const QPoint& global) { dragTo(rowOf(row), global); });
    connect(row->grip(), &Grip::dropped, this, &ActionList::drop);
    connect(row->grip(), &Grip::dragCancelled, this, [this] {
        m_insertion->hide();
        m_dragged = m_landing = -1;
    });
    return row;
}

void ActionList::refresh()
{
    while (m_rows.size() > m_actions.size()) {
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < m_actions.size()) {
        ActionRow* const row = newRow();
        m_column->insertWidget(int(m_rows.size()), row);
        m_rows.push_back(row);
        row->show();
    }
    QList<QWidget*> parts;
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        m_rows[at]->showAction(m_actions[at], troubleOf(at), m_readOnly);
        for (QWidget* const part : m_rows[at]->tabChain()) {
            QWidget* const keyed = part->focusProxy() ? part->focusProxy() : part;
            keyed->removeEventFilter(this);
            keyed->installEventFilter(this);
        }
        parts << m_rows[at]->tabChain();
    }
    orderTabs(*this, parts);
}

QString ActionList::troubleOf(std::size_t at) const
{
    const auto first = std::ranges::find_if(m_actions, choosesOwner);
    if (!choosesOwner(m_actions[at]) || first == m_actions.begin() + std::ptrdiff_t(at))
        return {};
    return tr("“%1” above already says who has it next. Keep one of the two.").arg(actionKindWords(first->index()));
}

int ActionList::rowOf(const QWidget* inside) const
{
    for (std::size_t at = 0; at < m_rows.size() && inside; ++at)
        if (m_rows[at] == inside || m_rows[at]->isAncestorOf(inside))
            return int(at);
    return -1;
}

void ActionList::commit(const QString& what, const QString& mergeKey)
{
    refresh();
    const std::vector<Action> after = m_actions;   // who follows may set them anew meanwhile
    Q_EMIT edited(after, what, mergeKey);
}

void ActionList::move(int from, int to)
{
    const int last = int(m_actions.size()) - 1;
    if (from < 0 || from > last || to < 0 || to > last || from == to)
        return;
    const auto begin = m_actions.begin();
    const QString what = tr("move the action %1").arg(actionKindWords(m_actions[std::size_t(from)].index()).toLower());
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    commit(what);
    m_rows[std::size_t(to)]->grip()->setFocus(Qt::OtherFocusReason);
}

void ActionList::remove(int at)
{
    if (at < 0)
        return;
    const QString what = tr("remove the action %1").arg(actionKindWords(m_actions[std::size_t(at)].index()).toLower());
    m_actions.erase(m_actions.begin() + at);
    commit(what);
    if (m_rows.empty())
        m_add->setFocus(Qt::OtherFocusReason);
    else
        m_rows[std::min(std::size_t(at), m_rows.size() - 1)]->grip()->setFocus(Qt::OtherFocusReason);
}

void ActionList::showMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("actionMenu"));
    const bool hasOwner = std::ranges::any_of(m_actions, choosesOwner);
    for (std::size_t kind = 0; kind < actionKinds(); ++kind) {
        const Action fresh = newAction(kind, m_context.draft.rulebook());
        QAction* const action = menu->addAction(actionKindWords(kind));
        action->setData(int(kind));
        action->setEnabled(!hasOwner || !choosesOwner(fresh));
        connect(action, &QAction::triggered, this, [this, fresh] {
            m_actions.push_back(fresh);
            commit(tr("add the action %1").arg(actionKindWords(fresh.index()).toLower()));
            m_rows.back()->focusMain();
        });
    }
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

void ActionList::dragTo(int row, const QPoint& global)
{
    const int y = mapFromGlobal(global).y();
    m_dragged = row;
    m_landing = 0;
    for (const ActionRow* const each : m_rows)
        m_landing += y > each->geometry().center().y() ? 1 : 0;
    const int line = m_landing < int(m_rows.size()) ? m_rows[std::size_t(m_landing)]->geometry().top()
                                                    : m_rows.back()->geometry().bottom();
    m_insertion->setGeometry(0, line - 1, width(), 2);
    m_insertion->raise();
    m_insertion->show();
}

void ActionList::drop()
{
    m_insertion->hide();
    const int from = std::exchange(m_dragged, -1);
    const int before = std::exchange(m_landing, -1);
    if (from >= 0 && before >= 0)
        move(from, before > from ? before - 1 : before);
}

bool ActionList::takeKey(int key, Qt::KeyboardModifiers with, bool onGrip)
{
    const int at = rowOf(QApplication::focusWidget());
    const bool isUpDown = key == Qt::Key_Up || key == Qt::Key_Down;
    const int other = at + (key == Qt::Key_Up ? -1 : 1);
    if (isUpDown && with == Qt::AltModifier)
        move(at, other);
    else if (isUpDown && onGrip && with == Qt::NoModifier && other >= 0 && other < int(m_rows.size()))
        m_rows[std::size_t(other)]->grip()->setFocus(Qt::OtherFocusReason);
    else if (onGrip && (key == Qt::Key_Delete || key == Qt::Key_Backspace))
        remove(at);
    else if ((onGrip && (key == Qt::Key_Return || key == Qt::Key_Enter)) || key == Qt::Key_F2)
        m_rows[std::size_t(at)]->focusMain();
    else if (key == Qt::Key_Escape)
        m_rows[std::size_t(at)]->grip()->setFocus(Qt::OtherFocusReason);
    else
        return false;
    return true;
}

bool ActionList::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if ((type != QEvent::ShortcutOverride && type != QEvent::KeyPress) || QApplication::activePopupWidget())
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool onGrip = qobject_cast<Grip*>(watched) != nullptr;
    const bool isUpDown = key.key() == Qt::Key_Up || key.key() == Qt::Key_Down;
    const bool wanted
        = (isUpDown && (key.modifiers() == Qt::AltModifier || (onGrip && key.modifiers() == Qt::NoModifier)))
        || (onGrip
            && (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Return
                || key.key() == Qt::Key_Enter))
        || key.key() == Qt::Key_F2 || (key.key() == Qt::Key_Escape && !onGrip);
    if (m_readOnly || !wanted)
        return false;
    event->accept();
    return type == QEvent::KeyPress ? takeKey(key.key(), key.modifiers(), onGrip) : false;
}

}
