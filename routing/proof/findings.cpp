#include "routing/proof/analyses.h"

namespace signalbox {

void Findings::add(Finding finding)
{
    if (m_limits.found)
        m_limits.found(finding);
    m_all.push_back(std::move(finding));
}

void Findings::addUndecided(std::string message, PolicyId policy, std::string place)
{
    Finding finding;
    finding.kind = FindingKind::Undecided;
    finding.policy = std::move(policy);
    finding.message = std::move(message);
    finding.place = std::move(place);
    add(std::move(finding));
}

}
