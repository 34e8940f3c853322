#pragma once

namespace signalbox {

// The console: from the command line to the closed window. Returns the exit status. Makes its own QApplication.
int openConsole(int& argc, char** argv);

}
