#include "app/analysis/pass_rates.h"

#include "routing/backtest/past_walk.h"
#include "routing/conditions/evaluate.h"
#include "routing/conditions/walk.h"

namespace signalbox {

PassRates passRates(const PastLog& log, const std::vector<Condition>& conditions, const OpenIntervals& intervals,
                    const Period& period, const Errand& errand)
{
    AttributeNames wanted;
    Patterns patterns;
    for (const Condition& condition : conditions) {
        wanted.merge(attributesOf(condition));
        patterns.addFrom(condition);
    }
    PastWalk walk(log, wanted);
    std::vector<std::int64_t> held(conditions.size());
    PassRates rates;
    forEachIn(log, period, [&](const PastLog::Conversation& conversation, const PastLog::Step& last) {
        if (errand.isCalledOff())
            return;
        ++rates.conversations;
        walk.start(conversation);
        while (walk.next() && &walk.step() != &last) { }
        walk.values().insert_or_assign("now", last.at);
        const Facts facts{walk.values(), patterns, intervals, last.at};
        for (std::size_t i = 0; i < conditions.size(); ++i)
            held[i] += holds(conditions[i], facts) ? 1 : 0;
    });
    for (const std::int64_t count : held)
        rates.shares.push_back(
            rates.conversations > 0 ? static_cast<double>(count) / static_cast<double>(rates.conversations) : 0);
    return rates;
}

}
