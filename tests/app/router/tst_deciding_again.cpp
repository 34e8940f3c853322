#include "app/router/deciding_again.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

const Instant noon = *fromIso8601("2026-06-09T12:00:00Z");

TEST(DecidingAgain, FindsEveryDifferenceInTheOrderOfTheJournalOnAnyNumberOfThreads)
{
    const auto rules = Rules::beforeAnyRulebook();
    const Decision right = rules->engine().decide({}, noon);
    for (const unsigned threads : {0u, 1u, 4u}) {
        DecidingAgain again(threads);
        std::vector<std::int64_t> expected;
        for (std::int64_t sequence = 1; sequence <= 20'000; ++sequence) {
            Decision kept = right;
            if (sequence % 3'001 == 0) {
                kept.policy = PolicyId{"none such"};
                expected.push_back(sequence);
            }
            again.add(rules, kept, sequence);
        }
        std::vector<std::int64_t> found;
        for (const HistoryFault& fault : again.finish())
            found.push_back(fault.sequence);
        EXPECT_EQ(found, expected) << threads << " threads";
    }
}

}
}
