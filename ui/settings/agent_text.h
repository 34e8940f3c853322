#pragma once

#include "model/domain/agent.h"
#include "model/domain/result.h"

#include <QString>

#include <optional>

namespace signalbox {

// Skills and channel weights as people write them, one a line: "enterprise 3", "whatsapp 0.5".
QString skillsText(const std::vector<Skill>& skills);
Result<std::vector<Skill>> readSkills(const std::vector<std::string>& lines);   // the level is 1 when none is written
QString weightsText(const std::map<std::string, double>& weights);
Result<std::map<std::string, double>> readWeights(const std::vector<std::string>& lines);

// "de, en": entries without spaces around them, each once.
QString listText(const std::vector<std::string>& entries);
std::vector<std::string> readList(const QString& written);

// An amount of money in euros, 0 or more; empty: none.
QString amountText(const std::optional<double>& amount);
Result<std::optional<double>> readAmount(const QString& written);

// Absences, one a line: "2026-07-06 to 2026-07-17" from the first to the last day, or "2026-07-06 13:00 to 2026-07-06 17:00".
// Days and times are those of this computer.
QString leaveText(const std::vector<Leave>& leave);
Result<std::vector<Leave>> readLeave(const std::vector<std::string>& lines);

}
