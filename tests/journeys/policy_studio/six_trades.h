#pragma once

#include "model/domain/command.h"

#include <QStringList>

#include <vector>

namespace signalbox::test {

class Supervisor;

// The rules of a company that answers for six trades, each with a department of its own, written by hand in the studio.
namespace sixTrades {

std::vector<Command> workspace();   // an empty one, with its supervisor; throws Slip
QStringList departments();   // as imported conversations name them: "fastfood"
QStringList desks();         // their queues, in the same order: "Fast food desk"
QStringList policies();      // by name, in the order in which they are tried

void buildRooms(const Supervisor& hand);      // queues, office hours, a tier for very important people
void buildPolicies(const Supervisor& hand);   // in place of those that are there

}

}
