#pragma once

#include <QStringList>

namespace signalbox {

// `list` prints the people of the workspace, `save FILE` adds those of a file, or changes them. Returns the exit status.
// `arguments` are those after the subcommand.
int agents(const QStringList& arguments);

}
