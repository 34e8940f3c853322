#include "app/router/past_rules.h"

namespace signalbox {

Result<std::shared_ptr<const Rules>> PastRules::version(int version)
{
    if (const auto known = m_compiled.find(version); known != m_compiled.end())
        return known->second;
    if (version == 0)
        return m_compiled[0] = Rules::beforeAnyRulebook();
    const auto stored = m_store.rulebook(version);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure("There is no version " + std::to_string(version) + " of the rulebook.", std::to_string(version));
    const PublishedRulebook& rulebook = **stored;
    auto rules = Rules::compile(
        {rulebook.version, rulebook.document, rulebook.openIntervals, rulebook.note, rulebook.by}, rulebook.at);
    if (rules)
        m_compiled[version] = *rules;
    return rules;
}

}
