#pragma once

#include "model/domain/agent.h"
#include "ui/shared/page_context.h"

#include <QString>

class QMenu;
class QWidget;

namespace signalbox {

QString roleName(Role role);   // "Supervisor"

// "Who is at this desk?": the people of the workspace, and a supervisor without a name while there are none. Choosing one
// sets the session. Deletes itself when closed.
QMenu* newDeskMenu(const PageContext& context, QWidget* parent);

}
