#include "routing/engine_state.h"

#include "routing/conditions/walk.h"
#include "routing/qualification/gate.h"
#include "routing/rulebook/each_condition.h"

#include <algorithm>

namespace signalbox {

Engine::State::State(Rulebook rules, int number, OpenIntervals open)
    : rulebook(std::move(rules)),
      gated(withGates(rulebook)),
      version(number),
      intervals(std::move(open)),
      order(signalbox::policiesInOrder(gated)),
      tiers(rulebook.tiers),
      alerts(rulebook.alerts),
      scores{Score::Intent}
{
    forEachCondition(gated, [this](const Condition& condition) {
        patterns.addFrom(condition);
        mentioned.merge(attributesOf(condition));
        forEachLeaf(
            condition, [](const Comparison&) {},
            [this](const ScheduleTest& test) { schedules.insert(test.schedule); });
    });
    for (const Signal& signal : rulebook.signals) {
        mentionedBySignals.push_back(attributesOf(signal.when));
        scores.insert(signal.score);
    }
    index = std::make_unique<const PolicyIndex>(order, patterns);
    keepsTiers = std::any_of(rulebook.tiers.begin(), rulebook.tiers.end(),
                             [](const Tier& tier) { return tier.keepFor.count() > 0; });
}

}
