#include "model/domain/instant.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace signalbox {
namespace {

TEST(Instant, isWrittenInUtcWithoutAFractionThatIsZero)
{
    EXPECT_EQ(toIso8601(Instant{}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(toIso8601(Instant{microseconds{1'250'000}}), "1970-01-01T00:00:01.250Z");
    EXPECT_EQ(toIso8601(Instant{microseconds{-1}}), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, isReadWithAnOffsetAndAnyFraction)
{
    EXPECT_EQ(fromIso8601("2026-06-09T10:43:16.25+02:00"), fromIso8601("2026-06-09T08:43:16.250Z"));
    EXPECT_EQ(fromIso8601("2026-06-09t08:43:16z"), fromIso8601("2026-06-09 08:43:16Z"));
    EXPECT_EQ(fromIso8601("1970-01-01T00:00:00.0000019Z"), Instant{microseconds{1}});
    EXPECT_EQ(fromIso8601("1969-12-31T19:00:00-05:00"), Instant{});
}

TEST(Instant, isNotReadFromAnythingElse)
{
    for (const char* text :
         {"", "2026", "2026-06-09", "2026-06-09T08:43", "2026-06-09T08:43:16", "2026-06-09T08:43:16.Z",
          "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-06-09T24:00:00Z", "2026-06-09T08:60:00Z",
          "2026-06-09T08:43:16Z ", " 2026-06-09T08:43:16Z", "2026-06-09T08:43:16+2:00", "2026-06-09T08:43:16+24:00",
          "+026-06-09T08:43:16Z", "soon"})
        EXPECT_EQ(fromIso8601(text), std::nullopt) << text;
}

TEST(Instant, comesBackFromItsTextInAnyYearOfFourDigits)
{
    EXPECT_TRUE(rc::check("fromIso8601(toIso8601(x)) == x", [] {
        constexpr std::int64_t yearZero = -62'167'219'200'000'000, yearTenThousand = 253'402'300'800'000'000;
        const Instant instant = fromMicroseconds(*rc::gen::inRange(yearZero, yearTenThousand));
        RC_ASSERT(fromIso8601(toIso8601(instant)) == instant);
    }));
}

}
}
