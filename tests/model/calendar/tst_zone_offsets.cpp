#include "model/calendar/zone_offsets.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

Instant moment(const char* text) { return *fromIso8601(text); }

TEST(ZoneOffsets, followTheClocksOfTheZone)
{
    const auto berlin = zoneOffsets("Europe/Berlin", moment("2026-01-01T00:00:00Z"), moment("2027-01-01T00:00:00Z"));
    ASSERT_TRUE(berlin) << berlin.error().message;
    const std::vector<std::pair<Instant, seconds>> expected{{moment("2026-01-01T00:00:00Z"), seconds{3600}},
                                                            {moment("2026-03-29T01:00:00Z"), seconds{7200}},
                                                            {moment("2026-10-25T01:00:00Z"), seconds{3600}}};
    EXPECT_EQ(*berlin, expected);
    const auto kolkata = zoneOffsets("Asia/Kolkata", moment("2026-01-01T00:00:00Z"), moment("2027-01-01T00:00:00Z"));
    ASSERT_TRUE(kolkata) << kolkata.error().message;
    ASSERT_EQ(kolkata->size(), 1u);
    EXPECT_EQ(kolkata->front().second, std::chrono::minutes{330});
}

TEST(ZoneOffsets, sayWhichZoneThereIsNot)
{
    const auto none = zoneOffsets("Europe/Atlantis", Instant{}, Instant{seconds{1}});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message, "There is no time zone \"Europe/Atlantis\".");
}

}
}
