#include "model/domain/utf8.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

TEST(Utf8, acceptsEveryLengthOfCharacter) { EXPECT_TRUE(isUtf8("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\xB2")); }

TEST(Utf8, refusesWhatIsCutOff)
{
    EXPECT_FALSE(isUtf8("\xC3"));
    EXPECT_FALSE(isUtf8("\xE2\x82"));
    EXPECT_FALSE(isUtf8("\xF0\x9F\x9A"));
}

TEST(Utf8, refusesOverlongFormsSurrogatesAndTooLargeNumbers)
{
    EXPECT_FALSE(isUtf8("\xC0\xAF"));
    EXPECT_FALSE(isUtf8("\xE0\x80\xAF"));
    EXPECT_FALSE(isUtf8("\xED\xA0\x80"));
    EXPECT_FALSE(isUtf8("\xF4\x90\x80\x80"));
    EXPECT_FALSE(isUtf8("\xFF"));
}

TEST(Utf8, cutsBetweenCharacters)
{
    EXPECT_EQ(cutUtf8("ab\xC3\xA9", 3), "ab");
    EXPECT_EQ(cutUtf8("ab\xC3\xA9", 4), "ab\xC3\xA9");
    EXPECT_EQ(cutUtf8("\xF0\x9F\x9A\xB2", 3), "");
}

}
}
