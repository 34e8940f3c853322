#pragma once

#include "model/domain/agent.h"
#include "model/domain/result.h"

#include <QString>

namespace signalbox {

// Skills and channel weights as people write them, one a line: "enterprise 3", "whatsapp 0.5".
QString skillsText(const std::vector<Skill>& skills);
Result<std::vector<Skill>> readSkills(const std::vector<std::string>& lines);   // the level is 1 when none is written
QString weightsText(const std::map<std::string, double>& weights);
Result<std::map<std::string, double>> readWeights(const std::vector<std::string>& lines);

}
