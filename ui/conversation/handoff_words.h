#pragma once

#include "model/domain/change_set.h"

#include <QString>

#include <optional>
#include <vector>

namespace signalbox {

class ConsoleModel;
struct Rulebook;

// A sentence of the card, and the message it rests on when there is one.
struct CardSentence {
    QString words;
    std::optional<std::int64_t> message;   // its sequence

    bool operator==(const CardSentence&) const = default;
};

// What a criterion's state rests on: what the visitor wrote, “so 1 September” · 10:40, or where the value is from. Empty
// while nothing is known.
CardSentence evidenceOf(const CriterionResult& criterion, const ConversationDetail& detail, const Rulebook& rulebook,
                        Instant now);
// What the visitor has been told last, by the AI and by people; the newest last.
std::vector<CardSentence> toldSoFar(const ConversationDetail& detail, Instant now);
std::vector<CardSentence> notesOf(const ConversationDetail& detail, Instant now);
// How often the AI answered and from which knowledge; empty when it said nothing.
QString whatTheAiTried(const ConversationDetail& detail);
// Lines of the system, newest last: where it went, who gave it back.
std::vector<CardSentence> whatHappened(const ConversationDetail& detail, Instant now);

// An alert and what became of it: "10:38 Hot lead waits, acknowledged by Leila Haddad, over at 10:44".
QString alertSentence(const Alert& alert, const ConsoleModel& model, Instant now);
// What a person said of an alert: "True, says Mira Adler: they signed".
QString labelSentence(const Label& label, const ConsoleModel& model);

// The newest correction of a subject, see model/domain/correction.h; null: there is none.
const Correction* lastCorrection(const std::vector<Correction>& corrections, const std::string& subject);
// What it was before anybody corrected it.
std::string valueBefore(const std::vector<Correction>& corrections, const std::string& subject);
// The criterion as a person put it right, when one did.
CriterionResult asCorrected(CriterionResult criterion, const std::vector<Correction>& corrections);
// A corrected value as people say it: "P1 Act now", "Met".
QString correctedValue(const std::string& subject, const std::string& value, const ConsoleModel& model);
// "Corrected by Leila Haddad because she said so in March. Was: Roaming."
QString correctionText(const std::vector<Correction>& corrections, const std::string& subject,
                       const ConsoleModel& model);

// What a signal counts for at a later moment, as it fades by the rulebook.
double pointsAt(const SignalShare& share, Instant decidedAt, Instant now, const Rulebook& rulebook);

}
