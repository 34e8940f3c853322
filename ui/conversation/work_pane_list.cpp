#include "ui/conversation/moves/time_dialogs.h"
#include "ui/conversation/work_list_model.h"
#include "ui/conversation/work_pane.h"
#include "ui/shared/console_model.h"
#include "ui/shared/format_text.h"
#include "ui/shared/session.h"
#include "ui/shared/undo_bar.h"

#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>

namespace signalbox {

// The list of the work pane: its keys, its menus, and what is done with a follow-up.

bool WorkPane::isChoosingFollowUp() const
{
    return m_list->hasFocus() && m_model->followUpAt(m_list->currentIndex().row());
}

void WorkPane::open(int row)
{
    if (m_model->index(row).data(WorkListModel::LaterRole).toBool()) {
        m_model->showLater(!m_model->laterShown());
        refresh(m_shown);
    } else if (const ConversationId id = m_model->idAt(row); !id.empty()) {
        Q_EMIT opened(id);
    }
}

bool WorkPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress)
        return listKey(*static_cast<QKeyEvent*>(event)) || QWidget::eventFilter(watched, event);
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto* press = static_cast<QMouseEvent*>(event);
        const ConversationId id = m_model->idAt(m_list->indexAt(press->position().toPoint()).row());
        const bool beside = press->button() == Qt::MiddleButton
            || (press->button() == Qt::LeftButton && press->modifiers().testFlag(Qt::ControlModifier));
        if (beside && !id.empty()) {
            Q_EMIT openedBeside(id);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool WorkPane::listKey(const QKeyEvent& key)
{
    const int row = m_list->currentIndex().row();
    const ConversationId id = m_model->idAt(row);
    const FollowUpOnScreen* followUp = m_model->followUpAt(row);
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!id.empty() && key.modifiers().testFlag(Qt::ControlModifier))
            Q_EMIT openedBeside(id);
        else
            open(row);
        return true;
    case Qt::Key_D:
        if (followUp && key.modifiers() == Qt::NoModifier)
            endFollowUp(*followUp, true);
        return followUp != nullptr;
    case Qt::Key_Delete:
        if (followUp)
            endFollowUp(*followUp, false);
        return followUp != nullptr;
    case Qt::Key_Menu:
        showMenu(m_list->visualRect(m_list->currentIndex()).center());
        return true;
    default:
        return false;
    }
}

void WorkPane::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    const ConversationId id = m_model->idAt(index.row());
    if (id.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("workMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& name, const QString& words, std::function<void()> act) {
        QAction* action = menu->addAction(words);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, std::move(act));
    };
    add(QStringLiteral("openHere"), tr("Open\tEnter"), [this, id] { Q_EMIT opened(id); });
    add(QStringLiteral("openBesideHere"), tr("Open beside\tCtrl+Enter"), [this, id] { Q_EMIT openedBeside(id); });
    add(QStringLiteral("openInWindow"), tr("Open in a second window"), [this, id] { Q_EMIT windowWanted(id); });
    if (const FollowUpOnScreen* followUp = m_model->followUpAt(index.row()))
        fillFollowUpMenu(*menu, *followUp);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void WorkPane::fillFollowUpMenu(QMenu& menu, const FollowUpOnScreen& followUp)
{
    menu.addSeparator();
    const auto add = [&](const QString& name, const QString& words, std::function<void()> act) {
        QAction* action = menu.addAction(words);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, std::move(act));
    };
    add(QStringLiteral("followUpDone"), tr("Done\tD"), [this, followUp] { endFollowUp(followUp, true); });
    add(QStringLiteral("followUpMove"), tr("Move to another time…"), [this, followUp] {
        (new FollowUpDialog(m_context, followUp.conversation, line(followUp.visitorName, 60), followUp, this))->open();
    });
    add(QStringLiteral("followUpOff"), tr("Call off\tDel"), [this, followUp] { endFollowUp(followUp, false); });
}

void WorkPane::endFollowUp(FollowUpOnScreen followUp, bool done)
{
    const AgentId me = m_context.session.agent;
    const QString who = line(followUp.visitorName, 60);
    const auto ended = [this, followUp, me, who, done] {
        if (followUp.due <= m_context.now())
            return;   // what is past cannot be promised again
        m_undo->offer(done ? tr("Done: follow-up with %1").arg(who) : tr("Called off: follow-up with %1").arg(who),
                      [this, followUp, me] {
                          m_commands.send(SetFollowUp{followUp.conversation, me, followUp.due, AgentId{followUp.owner},
                                                      followUp.note},
                                          {}, [this](const QString& why) { say(tr("It was not set again."), why); });
                      });
    };
    m_commands.send(EndFollowUp{followUp.conversation, followUp.due, me, done}, ended,
                    [this](const QString& why) { say(tr("The follow-up stays as it was."), why); });
}

}
