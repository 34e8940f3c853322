#pragma once

#include "model/domain/command.h"
#include "ui/shared/page_context.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QKeySequence;
class QMenu;
class QWidget;

namespace signalbox {

class CommandAnswers;

// What can be done from a list of the floor with the conversation or the agent chosen there: by menu, and by single keys
// while the list has the keyboard. Agents may look; leads and supervisors act.
class FloorActions : public QObject {
    Q_OBJECT

public:
    FloorActions(const PageContext& context, QWidget& list);

    void choose(const ConversationId& conversation);
    void choose(const AgentId& agent);
    void addTo(QMenu& menu) const;   // those that are of use for what is chosen

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void refused(const QString& why);   // the last act was not done; empty: another is being tried

private:
    enum class For { Conversation, Agent };
    struct Offered {
        QAction* action;
        For what;
    };
    QAction* add(For what, const QString& name, const QString& text, const QKeySequence& key,
                 std::function<void()> act);
    void buildForConversations();
    void buildForAgents();
    void showPresenceMenu();
    void takeOver();
    void send(decltype(Command::what) what);
    void enable();

    const PageContext& m_context;
    QWidget& m_list;
    CommandAnswers* m_answers;
    std::vector<Offered> m_actions;
    QAction* m_look = nullptr;
    QAction* m_takeOver = nullptr;
    QAction* m_lowerHand = nullptr;
    ConversationId m_conversation;
    AgentId m_agent;
};

}
