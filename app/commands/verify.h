#pragma once

#include <QStringList>

namespace signalbox {

// Integrity of the database, and every decision decided again. Returns the exit status: 1 when something differs.
// `arguments` are those after the subcommand.
int verify(const QStringList& arguments);

}
