#pragma once

#include "model/domain/change_set.h"
#include "model/domain/result.h"
#include "model/journal/events.h"
#include "routing/engine.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace signalbox {

// A published rulebook, compiled, with what the router asks of it besides decisions. Immutable.
class Rules {
public:
    // Errors: the document or its intervals cannot be read. The message lists the first 20 issues.
    static Result<std::shared_ptr<const Rules>> compile(const RulebookPublished& published, Instant at);
    // For a workspace that has published nothing yet: version 0, one queue "everyone", no policies.
    static std::shared_ptr<const Rules> beforeAnyRulebook();

    const Engine& engine() const { return m_engine; }
    const Rulebook& rulebook() const { return m_engine.rulebook(); }
    int version() const { return m_engine.version(); }
    const RulebookOnScreen& onScreen() const { return m_onScreen; }

    bool mentions(std::string_view attribute) const { return m_mentioned.contains(attribute); }
    const std::set<std::string, std::less<>>& mentioned() const { return m_mentioned; }
    // Whether some condition can change by the mere passing of time or by what happens to other conversations.
    bool watchesTime() const { return m_watchesTime; }

    // Alert triggers whose condition holds for these closed values.
    std::vector<const AlertTrigger*> alertsThatHold(const Values& values, Instant now) const;

    const Queue* queue(const QueueId& id) const;
    const Queue& firstQueue() const { return m_engine.rulebook().queues.front(); }
    std::string queueName(const QueueId& id) const;      // its id when it has no name or is gone
    std::string policyTitle(const PolicyId& id) const;   // "Policy 2 Enterprise pricing"

private:
    Rules(Rulebook rulebook, OpenIntervals intervals, RulebookOnScreen onScreen);

    Engine m_engine;
    RulebookOnScreen m_onScreen;
    std::set<std::string, std::less<>> m_mentioned;
    bool m_watchesTime = false;
};

// Every attribute that some condition of the rulebook looks at.
std::set<std::string, std::less<>> mentionedAttributes(const Rulebook& rulebook);

// The event that publishes `document`: checked, its schedules resolved for the next two years.
Result<RulebookPublished> preparePublication(const std::string& document, const std::string& note,
                                             const std::string& by, int version, Instant now);

}
