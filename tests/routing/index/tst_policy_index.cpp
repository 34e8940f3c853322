// The index against the plain evaluator, on anything that can be made up.
#include "routing/conditions/evaluate.h"
#include "routing/conditions/index/match_memory.h"
#include "routing/conditions/index/policy_index.h"
#include "routing/conditions/index/vocabulary.h"
#include "tests/routing/index/generated.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

const OpenIntervals officeOpens{{ScheduleId{"office"}, {{fromMicroseconds(0), fromMicroseconds(10)}}}};

// One rulebook, decided both ways.
struct BothWays {
    explicit BothWays(Rulebook rules)
        : rulebook(std::move(rules)), order(policiesInOrder(rulebook)), index(order, withPatterns())
    {
    }

    const Patterns& withPatterns()
    {
        for (const Policy& policy : rulebook.policies) {
            patterns.addFrom(policy.when);
            if (policy.exception)
                patterns.addFrom(policy.exception->when);
        }
        return patterns;
    }

    // Fails where the two differ.
    void compare(const Values& values, Instant now)
    {
        const Facts facts{values, patterns, officeOpens, now};
        index.vocabulary().fill(context, values, now, officeOpens);
        std::vector<std::size_t> plain;
        for (std::size_t place = 0; place < order.size(); ++place) {
            if (holds(order[place]->when, facts))
                plain.push_back(place);
            const auto& exception = order[place]->exception;
            RC_ASSERT(index.isExcepted(place, context, memory) == (exception && holds(exception->when, facts)));
        }
        std::vector<std::size_t> found;
        index.allMatches(context, memory, found);
        RC_ASSERT(found == plain);
        RC_ASSERT(index.firstMatch(context, memory) == (plain.empty() ? std::nullopt : std::optional(plain.front())));
    }

    Rulebook rulebook;
    Patterns patterns;
    std::vector<const Policy*> order;
    PolicyIndex index;
    NativeContext context;
    MatchMemory memory;
};

void compareOnGenerated(std::size_t mostPolicies, int contexts)
{
    BothWays both(*genRulebook(mostPolicies));
    for (int i = 0; i < contexts; ++i)
        both.compare(*genValues(), fromMicroseconds(*rc::gen::inRange<std::int64_t>(-5, 15)));
}

TEST(PolicyIndex, saysWhatThePlainEvaluatorSaysOfSmallRulebooks)
{
    EXPECT_TRUE(rc::check("small rulebooks", [] { compareOnGenerated(6, 20); }));
}

TEST(PolicyIndex, saysWhatThePlainEvaluatorSaysOfLargeRulebooks)
{
    EXPECT_TRUE(rc::check("large rulebooks", [] { compareOnGenerated(120, 12); }));
}

}
}
