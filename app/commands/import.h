#pragma once

#include <QStringList>

namespace signalbox {

// Plays conversations from files into the workspace. Returns the exit status: 1 when a line was refused, 2 when a file
// could not be read. `arguments` are those after the subcommand.
int importTranscripts(const QStringList& arguments);

}
