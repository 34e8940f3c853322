#pragma once

#include "model/domain/agent.h"
#include "model/domain/context.h"

#include <string>
#include <string_view>

namespace signalbox::words {

// Everything Signalbox itself says to visitors and writes between the lines of a conversation. English for now, as the
// workspace's knowledge is.

inline constexpr std::string_view aiName = "AI assistant";
inline constexpr std::string_view systemName = "Signalbox";

std::string greeting();
std::string thanks();
std::string goodbye();
std::string noAnswerYet();   // the rulebook keeps the conversation with the AI

std::string passingOn(const std::string& whom);   // "a colleague in Enterprise East", "Leila Haddad"
std::string nobodyThere();                        // nobody who could take it is online
std::string joined(const std::string& agent);     // "Leila Haddad joined"
std::string withTheAiAgain();                     // an agent gave the visitor back to the AI
std::string passedOnToAbsent(const std::string& agent, Presence presence);
std::string movedByLead(const std::string& lead, const std::string& formerOwner);
std::string webhookNotSetUp(const std::string& webhook);
std::string followUpDue(const std::string& note, const std::string& owner);
std::string followUpDropped(const std::string& note, const std::string& policy);

// Fills {{attribute}} from the values; what is missing becomes nothing.
std::string fillIn(std::string_view text, const Values& values);

}
