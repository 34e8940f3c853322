#pragma once

#include "routing/rulebook/rulebook.h"

#include <QString>

#include <functional>
#include <vector>

namespace signalbox {

// A policy to start from: believable conditions and actions, to be changed.
struct PolicyTemplate {
    QString name;
    QString about;
    std::function<Policy(const Rulebook&)> make;
    std::function<void(Rulebook&)> prepare;   // what else it needs, such as a schedule; may be none
};

const std::vector<PolicyTemplate>& policyTemplates();

}
