#pragma once

#include "ui/shared/explained_moment.h"
#include "ui/shared/tier_chip.h"

#include <QString>

namespace signalbox {

class ConsoleModel;

// The words of the Why page.
QString clockWithSeconds(Instant at);                                       // "10:40:29"
QString placeName(Outcome::Kind kind, const std::string& place);            // "Sales EMEA", "The AI"
TierLabel tierOf(const Decision& decision, const Rulebook& rulebook);       // an empty code: none
int numberOf(const PolicyId& policy, const std::vector<PolicyMet>& path);   // 0: not among them
QString policyTitle(const PolicyMet& policy);                               // "5 Ready to buy"
QString visitorTitle(const Conversation& conversation);                     // "Jörg Müller, #4809"

// "Sales EMEA, because policy 5 Ready to buy matched first."
QString verdict(const ExplainedMoment& moment);
// How one policy came out: "Missed by 20 people", "Off in v41".
QString outcomeOfPolicy(const PolicyMet& policy, int version);
// The policy that one value kept from firing, the nearest; null: there is none.
const PolicyMet* nearestMiss(const ExplainedMoment& moment);
// "6 to 10 were not reached. 8 Renewals would have matched too."; empty when all were.
QString notReached(const ExplainedMoment& moment);
// "Accepted after 8 s"
QString happeningText(const Happening& happening, const ConsoleModel& model);
// "AI 10:40", "yesterday 22:00"
QString provenance(const FactThen& fact, Instant now);
// "Values are as they were then. Company size has since changed: 510, CRM 10:42."
QString sinceThen(const ExplainedMoment& moment, Instant now);
// "Company size 500 instead of 480"
QString editText(const ContextEdit& edit, const Rulebook& rulebook);

}
