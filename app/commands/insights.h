#pragma once

#include <QStringList>

namespace signalbox {

// What happened on the floor in a period, broken down, as text, CSV or JSON lines. Returns the exit status. `arguments`
// are those after the subcommand.
int insights(const QStringList& arguments);

}
