#include "routing/conditions/patterns.h"
#include "routing/proof/texts.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace signalbox {
namespace {

using State = Texts::Answer::State;

const std::vector<std::string> patterns{"a",
                                        "^a",
                                        "a$",
                                        "^a$",
                                        "a|b",
                                        "(a|b)+c",
                                        "^(a|b)*$",
                                        "a{2}",
                                        "a{1,2}b",
                                        "^a{2,}$",
                                        "[a-c]+",
                                        "[^a]",
                                        "\\bab\\b",
                                        "a\\b",
                                        "\\Ba",
                                        "\\d+",
                                        "\\w-\\w",
                                        "\\s",
                                        "\\S",
                                        ".",
                                        "^.$",
                                        "(?i)AB",
                                        "(?i:a)B",
                                        "(?s)a.b",
                                        "(?m)^a$",
                                        "a?b*c+",
                                        "",
                                        "^$",
                                        "[[:digit:]]a",
                                        "[]a]",
                                        "[a-]",
                                        "\\x61",
                                        "(?:ab)*c",
                                        "a{,2}",
                                        "{",
                                        "^\\Aa",
                                        "a\\z",
                                        "^a|b$",
                                        "ä",
                                        "[ä-ü]",
                                        "^[A-Z]{1,3}-?\\d*1\\b"};

bool searched(const std::string& pattern, const std::string& text)
{
    Patterns compiled;
    compiled.addFrom({Comparison{"t", Operator::Matches, Value{pattern}}});
    return compiled.found(pattern, text);
}

RC_GTEST_PROP(Texts, aPatternIsFoundWhereTheSearchFindsIt, ())
{
    const auto pattern = *rc::gen::elementOf(patterns);
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"a", "b", "c", "A", "B", "1", "2", " ", "-", "\n", "ä", "ü", "]", "{", "_", "a{,2}"}));
    std::string text;
    for (const std::string& piece : pieces)
        text += piece;
    Texts texts;
    RC_ASSERT(texts.isKnown({Operator::Matches, pattern}));
    RC_ASSERT(texts.passes(text, {Operator::Matches, pattern}) == searched(pattern, text));
}

RC_GTEST_PROP(Texts, aTextThatIsFoundPassesAndFailsAsWanted, ())
{
    const auto chosen = *rc::gen::container<std::vector<std::pair<std::string, bool>>>(
        3, rc::gen::pair(rc::gen::elementOf(patterns), rc::gen::arbitrary<bool>()));
    std::vector<WantedText> wanted;
    for (const auto& [pattern, passes] : chosen)
        wanted.push_back({{Operator::Matches, pattern}, passes});
    Texts texts;
    const auto answer = texts.find(wanted);
    RC_ASSERT(answer.state != State::Unknown);
    if (answer.state == State::Found)
        for (const auto& [pattern, passes] : chosen)
            RC_ASSERT(searched(pattern, answer.text) == passes);
}

TEST(Texts, saysWhichTestsAreAtOdds)
{
    Texts texts;
    const auto answer = texts.find({{{Operator::Starts, "/shop"}, true},
                                    {{Operator::Contains, "x"}, false},
                                    {{Operator::Matches, "^/cart"}, true}});
    EXPECT_EQ(answer.state, State::Impossible);
    EXPECT_EQ(answer.core, (std::vector<std::size_t>{0, 2}));
}

TEST(Texts, knowsTheOrderOfTexts)
{
    Texts texts;
    EXPECT_TRUE(texts.passes("abc", {Operator::Lt, "abd"}));
    EXPECT_TRUE(texts.passes("ab", {Operator::Lt, "abc"}));
    EXPECT_FALSE(texts.passes("abc", {Operator::Lt, "abc"}));
    EXPECT_TRUE(texts.passes("abc", {Operator::Le, "abc"}));
    EXPECT_TRUE(texts.passes("z", {Operator::Lt, "ä"}));
    EXPECT_EQ(texts.find({{{Operator::Lt, "b"}, true}, {{Operator::Le, "azz"}, false}}).state, State::Found);
    EXPECT_EQ(texts.find({{{Operator::Lt, ""}, true}}).state, State::Impossible);
}

TEST(Texts, findsAnotherTextWhereOneIsAvoided)
{
    Texts texts;
    const std::vector<WantedText> wanted{{{Operator::Matches, "^(yes|no)$"}, true}};
    EXPECT_EQ(texts.find(wanted, {"no"}).text, "yes");
    EXPECT_EQ(texts.find(wanted, {"no", "yes"}).state, State::Unknown);
}

TEST(Texts, doNotClaimToKnowEveryPattern)
{
    Texts texts;
    EXPECT_FALSE(texts.isKnown({Operator::Matches, "\\p{Greek}"}));
    EXPECT_FALSE(texts.isKnown({Operator::Matches, "(?i)ä"}));
    EXPECT_FALSE(texts.isKnown({Operator::Matches, "\\C"}));
}

}
}
