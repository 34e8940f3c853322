#pragma once

#include "app/practice/practice_script.h"
#include "app/router/router_host.h"
#include "model/domain/command.h"
#include "model/domain/result.h"

#include <vector>

namespace signalbox {

// The fictional company that comes with Signalbox, as the commands that build it: rulebook, people, answers, profile and
// chat. Error: a file of it cannot be read, with its name and place.
Result<std::vector<Command>> sampleCommands();

// What an empty workspace begins with: the company's name, one queue and four tiers.
Result<std::vector<Command>> emptyCommands(const std::string& companyName);

// The script of the practice visitors.
Result<std::vector<PracticeVisitor>> samplePractice();

// Sends the commands in order and waits for the answers, at most half a minute. The first refusal is the error.
Result<void> performAll(RouterHost& host, std::vector<Command> commands);

}
