#include "model/figures/iso_week.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

TEST(IsoWeek, belongsToTheYearOfItsThursday)
{
    for (const auto& [day, name] : {std::pair{"2026-06-01", "2026-W23"},
                                    {"2026-06-07", "2026-W23"},
                                    {"2026-06-08", "2026-W24"},
                                    {"2024-12-30", "2025-W01"},
                                    {"2027-01-03", "2026-W53"},
                                    {"2021-01-03", "2020-W53"},
                                    {"2021-01-04", "2021-W01"},
                                    {"1970-01-01", "1970-W01"},
                                    {"1969-12-28", "1969-W52"}})
        EXPECT_EQ(nameOfWeek(weekOf(*fromIso8601(std::string(day) + "T00:00:00Z"))), name) << day;
}

TEST(IsoWeek, isFoundByItsNameAndBeginsOnMonday)
{
    EXPECT_EQ(beginOfWeek(*weekFromName("2026-W23")), *fromIso8601("2026-06-01T00:00:00Z"));
    EXPECT_EQ(beginOfWeek(*weekFromName("2020-W53")), *fromIso8601("2020-12-28T00:00:00Z"));
    for (const char* wrong : {"", "2026", "2026-W00", "2026-W54", "2025-W53", "2026W23x", "2026-w23", "2026-W2 ",
                              "x026-W23", "2026-W-1", "2026-W233"})
        EXPECT_FALSE(weekFromName(wrong)) << wrong;
}

}
}
