#pragma once

#include <QStringList>

namespace signalbox {

// The decisions of one conversation, each with its trace. Returns the exit status.
// `arguments` are those after the subcommand.
int explain(const QStringList& arguments);

}
