#pragma once

#include "model/domain/agent.h"

#include <QString>

namespace signalbox {

// Who sits at this window. Roles order the rail and the rights.
struct Session {
    AgentId agent;
    QString name;
    Role role = Role::Supervisor;

    bool mayPublish() const { return role == Role::Supervisor; }
    bool mayDraft() const { return role != Role::Agent; }   // change the draft of the rulebook
    bool mayEditSettings() const { return role != Role::Agent; }
};

}
