#pragma once

#include <QStringList>

namespace signalbox {

// The four figures and the alert review of a period, as text, CSV, JSON lines or an HTML page. Returns the exit status.
// `arguments` are those after the subcommand.
int report(const QStringList& arguments);

}
