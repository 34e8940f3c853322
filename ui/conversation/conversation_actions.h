#pragma once

#include "ui/conversation/moves/move.h"
#include "ui/shared/page_context.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QWidget;

namespace signalbox {

class ConversationPane;

// What can be done with the conversation that has the keyboard, as actions of the window that shows it: in its menu, by
// its keys. They follow what is possible, and say why something is not.
class ConversationActions : public QObject {
    Q_OBJECT

public:
    // `pane` says which one they are for just now.
    ConversationActions(const PageContext& context, QWidget& host, std::function<ConversationPane*()> pane);

    QAction* add(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void addMoves();   // a reply, a note, and the moves
    QAction* addCardToggle();
    const QList<QAction*>& all() const { return m_all; }
    void refresh();

private:
    PageContext m_context;
    QWidget& m_host;
    std::function<ConversationPane*()> m_pane;
    QList<QAction*> m_all;
    QHash<Move, QAction*> m_moves;
};

}
