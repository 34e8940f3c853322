#pragma once

#include <QStringList>

namespace signalbox {

// `export` writes the live rulebook to stdout, `publish FILE` makes a file the live one. Returns the exit status.
// `arguments` are those after the subcommand.
int rulebook(const QStringList& arguments);

}
