#pragma once

#include <QStringList>

namespace signalbox {

// What another threshold of a trigger would have done to its labelled past, and the live rulebook with it taken over.
// Returns the exit status. `arguments` are those after the subcommand.
int tune(const QStringList& arguments);

}
