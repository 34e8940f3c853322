#pragma once

#include <QStringList>

#include <span>

namespace signalbox {

// One word after `signalbox`, which does without a screen.
struct Subcommand {
    const char* name;
    const char* what;   // one line for the help
    int (*run)(const QStringList& arguments);
};

std::span<const Subcommand> subcommands();
const Subcommand* findSubcommand(const QString& name);

// The subcommand that a mistyped word comes closest to; empty when none is close.
QString nearestSubcommand(const QString& word);

// What `signalbox --help` prints.
QString helpText();

// The whole program, on the arguments of main: console, subcommand, help or version. Returns the exit status.
int runProgram(int& argc, char** argv);

}
