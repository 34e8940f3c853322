#pragma once

#include <QStringList>

namespace signalbox {

// Labels the alerts of a trigger, and a sample of what did not alert, by what became known of the conversations. Returns the
// exit status. `arguments` are those after the subcommand.
int labelCommand(const QStringList& arguments);

}
