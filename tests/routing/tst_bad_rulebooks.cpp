// What files come to when something went wrong on their way, and what hostile ones try: an error each time, quickly.
#include "routing/json/json_tree.h"
#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace signalbox {
namespace {

std::vector<RulebookIssue> issuesOf(const std::string& json)
{
    const auto rulebook = readRulebook(json);
    return rulebook ? std::vector<RulebookIssue>{} : rulebook.error();
}

std::string inWords(const std::vector<RulebookIssue>& issues)
{
    std::string words;
    for (const RulebookIssue& issue : issues)
        words += toText(issue) + "\n";
    return words;
}

std::string policy(const std::string& id, const std::string& when, const std::string& actions = "[]")
{
    return R"({"id":")" + id + R"(","when":)" + when + R"(,"actions":)" + actions + "}";
}

TEST(BadRulebooks, nameEveryFaultOfEveryKindInOnePass)
{
    const std::string json = R"({"rulebook":1,"attributes":{"":{"type":"text"},"vip":{"type":"boolean"}},
        "queues":[{"id":"q"},{"id":"q"},{"id":"","name":""}],"policies":[)"
        + policy("a", R"({"attr":"custom.unknown","op":"exists"})") + ","
        + policy("a", R"({"attr":"vip","op":"eq","value":"yes"})") + ","
        + policy("c", R"_({"attr":"message.text","op":"matches","value":"(?!a)"})_") + ","
        + policy("d", R"({"all":[]})", R"([{"type":"keep_with_ai"},{"type":"transfer_to_queue","queue":"nowhere"}])")
        + "," + policy("e", R"({"all":[]})", R"([{"type":"answer_with_ai","min_score":2}])") + "]}";
    EXPECT_EQ(inWords(issuesOf(json)),
              "/attributes//type: found \"text\" (a string), expected string, number, boolean, set or time\n"
              "/attributes/: found an empty name, expected an attribute's name, such as crm.deal_size\n"
              "/policies/0/when/attr: found \"custom.unknown\", an unknown attribute, expected an attribute declared "
              "under /attributes\n"
              "/policies/1/when/value: found \"yes\" (a string), expected true or false, as vip is one\n"
              "/policies/1/id: found \"a\" again, expected an id that no other has\n"
              "/policies/2/when/value: found \"(?!a)\" (a string), expected a regular expression in RE2's syntax "
              "(invalid perl operator: (?!)\n"
              "/policies/3/actions/1/queue: found \"nowhere\", expected a queue of this rulebook\n"
              "/policies/3/actions/1: found transfer_to_queue after keep_with_ai, expected one action that chooses who "
              "has the conversation, not several\n"
              "/policies/4/actions/0/min_score: found 2 (a number), expected a number from 0 to 1\n"
              "/queues/1/id: found \"q\" again, expected an id that no other has\n"
              "/queues/2/id: found \"\" (a string), expected a string that is not empty\n"
              "/queues/2/name: found \"\" (a string), expected a string that is not empty\n");
}

TEST(BadRulebooks, areRefusedWhereverTheyAreCutOff)
{
    const std::string whole = R"({"rulebook":1,"policies":[)"
        + policy("ü", R"({"attr":"crm.deal_size","op":"ge","value":-1.5e3})", R"([{"type":"keep_with_ai"}])") + "]}";
    ASSERT_TRUE(readRulebook(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto issues = issuesOf(whole.substr(0, size));
        ASSERT_EQ(issues.size(), 1u) << "after " << size;
        EXPECT_NE(issues[0].found, "") << "after " << size;
        EXPECT_TRUE(issues[0].expected == "valid JSON" || issues[0].expected == "text in UTF-8") << issues[0].expected;
    }
}

TEST(BadRulebooks, refuseNumbersThatAreNone)
{
    for (const char* number :
         {"NaN", "Infinity", "-Infinity", "1e999", "-1e999", "01", "0x10", "1.", ".5", "+1", "--1"}) {
        const auto issues = issuesOf(R"({"rulebook":1,"policies":[{"priority":)" + std::string(number) + "}]}");
        ASSERT_EQ(issues.size(), 1u) << number;
        EXPECT_EQ(issues[0].place.substr(0, 19), "/policies/0/priorit") << number;
    }
}

TEST(BadRulebooks, refuseNumbersOutOfTheirRange)
{
    const auto issues = issuesOf(
        R"({"rulebook":1,"signals":[{"id":"s","when":{"all":[]},"weight":101,"half_life_minutes":-1}],
            "tiers":[{"id":"t","when":{"all":[]},"response_target_seconds":1e300,"keep_for_seconds":0.5}],
            "queues":[{"id":"q","offer_seconds":4,"ask_again_seconds":-1}]})");
    EXPECT_EQ(issues.size(), 6u) << inWords(issues);
}

TEST(BadRulebooks, boundDepthAtSixtyFourInConditionsToo)
{
    std::string deep = R"({"all":[]})";
    for (int i = 0; i < 100; ++i)
        deep = R"({"not":)" + deep + "}";
    const auto issues = issuesOf("[" + policy("a", deep) + "]");
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues[0].found, "more than 64 levels of nesting");
    EXPECT_EQ(issues[0].place.substr(0, 18), "/0/when/not/not/no");
}

TEST(BadRulebooks, areRefusedUnreadWhenTheyAreTooLarge)
{
    const std::string large(JsonBounds{}.bytes + 1, '[');
    const auto issues = issuesOf(large);
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues[0].found, "104857601 bytes");
    EXPECT_EQ(issues[0].expected, "at most 104857600");
}

TEST(BadRulebooks, sayLittleOfALot)
{
    const auto issues = issuesOf("[\"" + std::string(1'000'000, 'x'));
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues[0].found, "the end of the text at byte 1000003");
    EXPECT_LT(
        inWords(issuesOf("[\"" + std::string(1'000'000, 'x') + "\",{\"id\":\"" + std::string(1'000'000, 'y') + "\"}]"))
            .size(),
        500u);
}

TEST(BadRulebooks, endWithTheirTextAndNotAtAZeroByte)
{
    const auto issues = issuesOf(std::string("[]\0[]", 5));
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues[0].found, "a zero byte at byte 3");
}

TEST(BadRulebooks, complainAboutAThousandFaultsAndNoMore)
{
    std::string many = "[";
    for (int i = 0; i < 5000; ++i)
        many += (i > 0 ? "," : "") + policy("same", R"({"attr":"x","op":"matches","value":"("})");
    EXPECT_EQ(issuesOf(many + "]").size(), 1000u);
}

}
}
