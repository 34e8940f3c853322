#pragma once

#include "tests/support/window_fixture.h"

#include <QAction>

#include <functional>

namespace signalbox::test {

// The whole window, shown, with a believable floor and a person of the given role at the desk.
struct OpenWindow : WindowFixture {
    explicit OpenWindow(Role role = Role::Supervisor) : WindowFixture(role), window(context)
    {
        ChangeSet floor = believableFloor();
        for (AgentOnScreen& agent : floor.agents)
            if (agent.agent.id == session.agent)
                agent.agent.role = role;
        Q_EMIT port.changed(floor);
        window.QWidget::show();
        QApplication::setActiveWindow(&window);
    }

    template <class T>
    T* find(const char* name)
    {
        return window.findChild<T*>(QLatin1String(name));
    }

    // A conversation of the floor, changed.
    void change(const std::string& id, const std::function<void(Conversation&)>& edit)
    {
        Conversation changed = *model.conversation(ConversationId{id});
        edit(changed);
        ChangeSet changes;
        changes.conversations = {changed};
        Q_EMIT port.changed(changes);
    }
    void changeAgent(const std::string& id, const std::function<void(AgentOnScreen&)>& edit)
    {
        AgentOnScreen changed = *model.agent(AgentId{id});
        edit(changed);
        ChangeSet changes;
        changes.agents = {changed};
        Q_EMIT port.changed(changes);
    }

    MainWindow window;
};

}
