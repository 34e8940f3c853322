#include "routing/open_intervals.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

Instant at(int secondsSinceEpoch) { return Instant{seconds{secondsSinceEpoch}}; }

const OpenIntervals office{{ScheduleId{"office"}, {{at(100), at(200)}, {at(300), at(400)}}}};

TEST(OpenIntervals, areOpenFromTheFirstMomentToJustBeforeTheLast)
{
    EXPECT_FALSE(isOpen(office, ScheduleId{"office"}, at(99)));
    EXPECT_TRUE(isOpen(office, ScheduleId{"office"}, at(100)));
    EXPECT_TRUE(isOpen(office, ScheduleId{"office"}, at(199)));
    EXPECT_FALSE(isOpen(office, ScheduleId{"office"}, at(200)));
    EXPECT_TRUE(isOpen(office, ScheduleId{"office"}, at(300)));
    EXPECT_FALSE(isOpen(office, ScheduleId{"office"}, at(400)));
}

TEST(OpenIntervals, aScheduleThatIsNotThereIsClosed) { EXPECT_FALSE(isOpen(office, ScheduleId{"night"}, at(150))); }

TEST(OpenIntervals, namesTheNextOpeningOrClosing)
{
    EXPECT_EQ(nextChange(office, at(0)), at(100));
    EXPECT_EQ(nextChange(office, at(100)), at(200));
    EXPECT_EQ(nextChange(office, at(250)), at(300));
    EXPECT_EQ(nextChange(office, at(400)), std::nullopt);
}

}
}
