#include "ui/policies/studio_context.h"

namespace signalbox {

void StudioSelection::choosePolicy(const PolicyId& policy)
{
    if (policy == m_policy)
        return;
    m_policy = policy;
    Q_EMIT policyChosen(m_policy);
}

void StudioSelection::setSample(std::optional<Sample> sample)
{
    m_sample = std::move(sample);
    Q_EMIT sampleChanged();
}

}
