#pragma once

#include <QString>

namespace signalbox {

// Exit statuses of every subcommand.
enum ExitStatus { done = 0, answerIsNo = 1, wrongUsage = 2 };

// One clear line on stderr, "signalbox import: ...", and the status of wrong usage or unreadable input.
int usageError(const QString& subcommand, const QString& what);

// Text as it stands on stdout or stderr, at once.
void printOut(const QString& text);
void printError(const QString& text);

}
