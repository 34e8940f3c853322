#pragma once

#include <QStringList>

namespace signalbox {

// Router and gateway with no window, until SIGTERM or SIGINT. Returns the exit status.
// `arguments` are those after the subcommand.
int serve(const QStringList& arguments);

}
