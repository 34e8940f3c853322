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

// A rulebook whose only policy has this condition and these actions.
std::string withPolicy(const std::string& when, const std::string& actions = "[]")
{
    return R"({"rulebook":1,"attributes":{"custom.size":{"type":"number"},"custom.due":{"type":"time"}},
        "tiers":[{"id":"P1","when":{"all":[]}}],"queues":[{"id":"sales"}],
        "policies":[{"id":"p","when":)"
        + when + R"(,"actions":)" + actions + "}]}";
}

std::string withSection(const std::string& section) { return R"({"rulebook":1,)" + section + "}"; }

struct Case {
    const char* name;
    std::string json;
    const char* place;
    const char* expected;   // a part of it
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class Refused : public testing::TestWithParam<Case> { };

TEST_P(Refused, withThePlaceAndWhatWasExpected)
{
    const auto issues = issuesOf(GetParam().json);
    const bool isNamed = std::any_of(issues.begin(), issues.end(), [](const RulebookIssue& issue) {
        return issue.place == GetParam().place && issue.expected.find(GetParam().expected) != std::string::npos;
    });
    std::string all;
    for (const RulebookIssue& issue : issues)
        all += toText(issue) + "\n";
    EXPECT_TRUE(isNamed) << "got: " << all;
}

INSTANTIATE_TEST_SUITE_P(
    Conditions, Refused,
    testing::Values(
        Case{"wrong type", withPolicy(R"({"attr":"custom.size","op":"ge","value":"many"})"), "/policies/0/when/value",
             "a number, as custom.size is one"},
        Case{"inside a group", withPolicy(R"({"all":[{"not":{"attr":"custom.size","op":"eq","value":true}}]})"),
             "/policies/0/when/all/0/not/value", "a number"},
        Case{"unknown attribute", withPolicy(R"({"attr":"custom.sice","op":"exists"})"), "/policies/0/when/attr",
             "declared under /attributes"},
        Case{"unknown operator", withPolicy(R"({"attr":"custom.size","op":"equals","value":1})"), "/policies/0/when/op",
             "one of eq, ne"},
        Case{"operator of another type", withPolicy(R"({"attr":"custom.size","op":"starts","value":"1"})"),
             "/policies/0/when/op", "an operator for a number"},
        Case{"no value", withPolicy(R"({"attr":"custom.size","op":"eq"})"), "/policies/0/when/value",
             "a value to compare"},
        Case{"value for exists", withPolicy(R"({"attr":"custom.size","op":"exists","value":1})"),
             "/policies/0/when/value", "no value"},
        Case{"half a between", withPolicy(R"({"attr":"custom.size","op":"between","value":[1]})"),
             "/policies/0/when/value", "the lowest and the highest"},
        Case{"empty in", withPolicy(R"({"attr":"custom.size","op":"in","value":[]})"), "/policies/0/when/value",
             "one at least"},
        Case{"mixed in", withPolicy(R"({"attr":"custom.size","op":"in","value":[1,"2"]})"), "/policies/0/when/value/1",
             "a number"},
        Case{"bad time", withPolicy(R"({"attr":"custom.due","op":"lt","value":"tomorrow"})"), "/policies/0/when/value",
             "a time such as"},
        Case{"bad pattern", withPolicy(R"({"attr":"message.text","op":"matches","value":"(a"})"),
             "/policies/0/when/value", "RE2"},
        Case{"huge pattern", withPolicy(R"({"attr":"message.text","op":"matches","value":"((a{1000}){1000}){1000}"})"),
             "/policies/0/when/value", "RE2"},
        Case{"look-ahead", withPolicy(R"_({"attr":"message.text","op":"matches","value":"(?=a)"})_"),
             "/policies/0/when/value", "RE2"},
        Case{"other attribute of another type",
             withPolicy(R"({"attr":"custom.size","op":"eq","value":{"attr":"message.text"}})"),
             "/policies/0/when/value", "an attribute of type number"},
        Case{"other attribute unknown",
             withPolicy(R"({"attr":"custom.size","op":"contains","value":{"attr":"custom.x"}})"), "/policies/0/when/op",
             "an operator for a number"},
        Case{"unknown schedule", withPolicy(R"({"schedule":"office","op":"open"})"), "/policies/0/when/schedule",
             "a schedule of this rulebook"},
        Case{"schedule operator", withPolicy(R"({"schedule":"office","op":"eq"})"), "/policies/0/when/op",
             "\"open\" or \"closed\""},
        Case{"figure of an unknown queue", withPolicy(R"({"attr":"queue.night.waiting","op":"gt","value":1})"),
             "/policies/0/when/attr", "a queue of this rulebook"},
        Case{"unknown key", withPolicy(R"({"attr":"custom.size","op":"exists","valeu":1})"), "/policies/0/when/valeu",
             "one of attr, op, value"},
        Case{"no condition", withPolicy("7"), "/policies/0/when", "an object"},
        Case{"empty condition", withPolicy("{}"), "/policies/0/when", "a condition"},
        Case{"group without a list", withPolicy(R"({"all":{}})"), "/policies/0/when/all", "a list"}));

INSTANTIATE_TEST_SUITE_P(
    Actions, Refused,
    testing::Values(
        Case{"unknown action", withPolicy(R"({"all":[]})", R"([{"type":"dance"}])"), "/policies/0/actions/0/type",
             "one of answer_with_ai"},
        Case{"unknown queue", withPolicy(R"({"all":[]})", R"([{"type":"transfer_to_queue","queue":"night"}])"),
             "/policies/0/actions/0/queue", "a queue of this rulebook"},
        Case{"unknown fallback", withPolicy(R"({"all":[]})", R"([{"type":"answer_with_ai","fallback_queue":"x"}])"),
             "/policies/0/actions/0/fallback_queue", "a queue of this rulebook"},
        Case{"unknown tier", withPolicy(R"({"all":[]})", R"([{"type":"set_tier","tier":"P9"}])"),
             "/policies/0/actions/0/tier", "a tier of this rulebook"},
        Case{"unknown alert", withPolicy(R"({"all":[]})", R"([{"type":"raise_alert","alert":"x"}])"),
             "/policies/0/actions/0/alert", "an alert of this rulebook"},
        Case{
            "two owners",
            withPolicy(
                R"({"all":[]})",
                R"([{"type":"keep_with_ai"},{"type":"add_tag","tag":"x"},{"type":"transfer_to_queue","queue":"sales"}])"),
            "/policies/0/actions/2", "one action that chooses who"},
        Case{"score over 1", withPolicy(R"({"all":[]})", R"([{"type":"answer_with_ai","min_score":50}])"),
             "/policies/0/actions/0/min_score", "from 0 to 1"},
        Case{"level 6", withPolicy(R"({"all":[]})", R"([{"type":"require_skill","skill":"x","level":6}])"),
             "/policies/0/actions/0/level", "from 1 to 5"},
        Case{"half a level", withPolicy(R"({"all":[]})", R"([{"type":"require_skill","skill":"x","level":1.5}])"),
             "/policies/0/actions/0/level", "a whole number"},
        Case{"no text", withPolicy(R"({"all":[]})", R"([{"type":"send_message"}])"), "/policies/0/actions/0/text",
             "a string that is not empty"},
        Case{"agent from a number",
             withPolicy(R"({"all":[]})", R"([{"type":"transfer_to_agent","agent":{"attr":"custom.size"}}])"),
             "/policies/0/actions/0/agent", "type string"},
        Case{"unknown key", withPolicy(R"({"all":[]})", R"([{"type":"keep_with_ai","queue":"sales"}])"),
             "/policies/0/actions/0/queue", "one of type"}));

INSTANTIATE_TEST_SUITE_P(
    Sections, Refused,
    testing::Values(
        Case{"no version", R"({"policies":[]})", "/rulebook", "1"},
        Case{"other version", R"({"rulebook":2})", "/rulebook", "1"},
        Case{"unknown section", withSection(R"("polices":[])"), "/polices", "one of alerts"},
        Case{"section not a list", withSection(R"("policies":{})"), "/policies", "a list"},
        Case{"attribute type", withSection(R"("attributes":{"a":{"type":"date"}})"), "/attributes/a/type",
             "string, number"},
        Case{"id twice", withSection(R"("queues":[{"id":"a"},{"id":"a"}])"), "/queues/1/id", "an id that no other has"},
        Case{"empty id", withSection(R"("queues":[{"id":""}])"), "/queues/0/id", "not empty"},
        Case{"empty name", withSection(R"("queues":[{"id":"a","name":""}])"), "/queues/0/name", "not empty"},
        Case{"two lines in a name", withSection(R"("queues":[{"id":"a","name":"b\nc"}])"), "/queues/0/name",
             "one line"},
        Case{"fallback to itself", withSection(R"("queues":[{"id":"a","fallback":"a"}])"), "/queues/0/fallback",
             "another queue"},
        Case{"unknown fallback", withSection(R"("queues":[{"id":"a","fallback":"b"}])"), "/queues/0/fallback",
             "a queue of this rulebook"},
        Case{"unknown schedule", withSection(R"("queues":[{"id":"a","schedule":"b"}])"), "/queues/0/schedule",
             "a schedule of this rulebook"},
        Case{"offer of a second", withSection(R"("queues":[{"id":"a","offer_seconds":1}])"), "/queues/0/offer_seconds",
             "from 5 to 3600"},
        Case{
            "hour 25",
            withSection(
                R"("schedules":[{"id":"s","timezone":"UTC","weekly":[{"days":["mon"],"from":"25:00","to":"26:00"}]}])"),
            "/schedules/0/weekly/0/from", "a time from"},
        Case{
            "unknown day",
            withSection(
                R"("schedules":[{"id":"s","timezone":"UTC","weekly":[{"days":["monday"],"from":"09:00","to":"10:00"}]}])"),
            "/schedules/0/weekly/0/days/0", "mon, tue"},
        Case{"30 February",
             withSection(R"("schedules":[{"id":"s","timezone":"UTC","weekly":[],"closed":["2026-02-30"]}])"),
             "/schedules/0/closed/0", "a date"},
        Case{
            "threshold of a stranger",
            withSection(
                R"("tiers":[{"id":"P1","when":{"attr":"intent_score","op":"ge","value":70},"thresholds":{"whatsapp":{"page.seconds":60}}}])"),
            "/tiers/0/thresholds/whatsapp/page.seconds", "compares with one number"},
        Case{
            "unknown channel",
            withSection(
                R"("tiers":[{"id":"P1","when":{"attr":"intent_score","op":"ge","value":70},"thresholds":{"fax":{"intent_score":60}}}])"),
            "/tiers/0/thresholds/fax", "a channel"},
        Case{"weight", withSection(R"("signals":[{"id":"s","when":{"all":[]},"weight":1000}])"), "/signals/0/weight",
             "from -100 to 100"}));

INSTANTIATE_TEST_SUITE_P(
    Documents, Refused,
    testing::Values(
        Case{"not JSON", "{\"rulebook\":1", "/rulebook", "valid JSON"}, Case{"nothing", "", "", "valid JSON"},
        Case{"a number", "5", "", "a rulebook"}, Case{"two documents", "[] []", "", "valid JSON"},
        Case{"key twice", R"({"rulebook":1,"rulebook":1})", "/rulebook", "each key once"},
        Case{"infinite", R"({"rulebook":1e999})", "/rulebook", "a finite number"},
        Case{"not UTF-8", "{\"rulebook\":\"\xFF\"}", "/rulebook", "UTF-8"},
        Case{"not a number", "[NaN]", "/0", "valid JSON"},
        Case{
            "types that contradict",
            R"([{"id":"a","when":{"attr":"x","op":"eq","value":1},"actions":[]},{"id":"b","when":{"attr":"x","op":"eq","value":"1"},"actions":[]}])",
            "/1/when/value", "a number, as x is compared with elsewhere"}));

TEST(RulebookIssues, areAllFoundInOnePass)
{
    const auto issues = issuesOf(
        R"({"rulebook":3,"queues":[{"id":""}],"policies":[{"id":"p","when":{"attr":"page.path","op":"eq","value":1},
        "actions":[{"type":"x"},{"type":"add_tag"}]}]})");
    EXPECT_EQ(issues.size(), 5u);
}

TEST(RulebookIssues, namesWhatStandsThereAndWhatShould)
{
    const auto issues = issuesOf(withPolicy(R"({"attr":"crm.deal_size","op":"ge","value":"many"})"));
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(toText(issues[0]),
              "/policies/0/when/value: found \"many\" (a string), expected a number, as crm.deal_size is one");
}

TEST(RulebookIssues, nestingIsBoundedBeforeAnythingWalksIt)
{
    std::string deep;
    for (int i = 0; i < 2'000'000; ++i)
        deep += "[";
    const auto issues = issuesOf(deep);
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues[0].found, "more than 64 levels of nesting");
}

TEST(RulebookIssues, areBoundedInNumber)
{
    std::string many = "[";
    for (int i = 0; i < 20'000; ++i)
        many += i == 0 ? "0" : ",0";
    EXPECT_EQ(issuesOf(many + "]").size(), 1000u);
}

}
}
