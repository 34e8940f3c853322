#pragma once

#include <QStringList>

namespace signalbox {

// Decides bare contexts from a file by a rulebook from a file: one JSON line for each context, figures on stderr. Returns
// the exit status: 2 for wrong usage or input that cannot be read. `arguments` are those after the subcommand.
int decide(const QStringList& arguments);

}
