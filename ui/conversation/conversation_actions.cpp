#include "ui/conversation/conversation_actions.h"

#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/talk_pane.h"

#include <QAction>
#include <QWidget>

namespace signalbox {

ConversationActions::ConversationActions(const PageContext& context, QWidget& host,
                                         std::function<ConversationPane*()> pane)
    : QObject(&host), m_context(context), m_host(host), m_pane(std::move(pane))
{
}

QAction* ConversationActions::add(const QString& name, const QString& text, const QKeySequence& key,
                                  std::function<void()> act)
{
    auto* action = new QAction(text, &m_host);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (act)
        connect(action, &QAction::triggered, this, std::move(act));
    m_host.addAction(action);
    m_all << action;
    return action;
}

void ConversationActions::addMoves()
{
    add(QStringLiteral("replyHere"), tr("Write a reply"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
        [this] { m_pane()->talk().writeReply(); });
    add(QStringLiteral("noteHere"), tr("Write an internal note"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [this] { m_pane()->talk().writeNote(); });
    for (const Move move : allMoves)
        m_moves[move]
            = add(moveName(move), moveText(move, nullptr), moveKey(move), [this, move] { m_pane()->start(move); });
}

QAction* ConversationActions::addCardToggle()
{
    QAction* card = add(QStringLiteral("showHandoffCard"), tr("Handoff card"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), {});
    card->setCheckable(true);
    card->setChecked(true);
    return card;
}

void ConversationActions::refresh()
{
    const Conversation* conversation = m_pane()->conversation();
    for (const auto& [move, action] : m_moves.asKeyValueRange()) {
        const QString why = whyNoMove(move, conversation, m_context.session);
        action->setText(moveText(move, conversation));
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    }
}

}
