#pragma once

#include <QStringList>

namespace signalbox {

// Proves what is wrong or doubtful in a rulebook, or what differs between two: sentences, or JSON lines with --json.
// Progress on stderr. Returns the exit status: 1 when anything was found. `arguments` are those after the subcommand.
int check(const QStringList& arguments);

}
