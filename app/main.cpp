#include "app/commands/commands.h"

int main(int argc, char** argv) { return signalbox::runProgram(argc, argv); }
