#include "routing/context/context_json.h"
#include "routing/open_intervals_json.h"
#include "tests/routing/support/rulebooks.h"

#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace signalbox {
namespace {

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

const std::string everything = contentOf(std::filesystem::path(TEST_DATA) / "rulebooks" / "everything.json");

TEST(RulebookJson, readsEveryPartOfTheFormat)
{
    const Rulebook rulebook = rulebookOf(everything);
    ASSERT_EQ(rulebook.schedules.size(), 1u);
    EXPECT_EQ(rulebook.schedules[0].weekly[1].fromMinute, 13 * 60 + 30);
    EXPECT_EQ(rulebook.schedules[0].weekly[0].days, (std::vector{0, 1, 2, 3, 4}));
    EXPECT_EQ(rulebook.tiers[0].thresholds.at("whatsapp").at("intent_score"), 60);
    EXPECT_EQ(rulebook.queues[0].offerFor, seconds{20});
    EXPECT_EQ(rulebook.policies[0].actions.size(), 13u - 4u);   // of five that choose an owner, one
    EXPECT_TRUE(rulebook.policies[0].exception.has_value());
    EXPECT_EQ(rulebook.attributes.at("custom.seats").type, ValueType::Number);   // told by its comparison
}

TEST(RulebookJson, writesWhatItReads)
{
    const Rulebook rulebook = rulebookOf(everything);
    EXPECT_EQ(rulebookOf(writeRulebook(rulebook)), rulebook);
}

TEST(RulebookJson, aBareListOfPoliciesIsHeldAgainstNoNames)
{
    const Rulebook rulebook = rulebookOf(
        R"([{"id":"a","when":{"all":[{"attr":"x","op":"has_any","value":["q"]},{"attr":"x","op":"contains","value":"q"},
        {"attr":"due","op":"lt","value":"2026-01-01T00:00:00Z"},{"attr":"due","op":"ne","value":"2026-02-01T00:00:00Z"},{"attr":"y","op":"exists"},
        {"attr":"left","op":"eq","value":{"attr":"right"}},{"attr":"right","op":"gt","value":3}]},
        "actions":[{"type":"transfer_to_queue","queue":"anything"},{"type":"set_tier","tier":"P9"}]}])");
    EXPECT_TRUE(rulebook.policiesOnly);
    EXPECT_EQ(rulebook.attributes.at("x").type, ValueType::Set);
    EXPECT_EQ(rulebook.attributes.at("due").type, ValueType::Time);
    EXPECT_EQ(rulebook.attributes.at("left").type, ValueType::Number);
    EXPECT_FALSE(rulebook.attributes.contains("y"));
    EXPECT_EQ(rulebookOf(writeRulebook(rulebook)), rulebook);
}

TEST(RulebookJson, actionsReadAsTheyAreWritten)
{
    EXPECT_EQ(
        actionsToJson({TransferToQueue{{"sales", ""}}, AnswerWithAi{}, RequireSkill{{SkillId{"x"}, 2}}}),
        R"([{"type":"transfer_to_queue","queue":"sales"},{"type":"answer_with_ai"},{"type":"require_skill","skill":"x","level":2}])");
}

// Random text that a rulebook may hold.
std::string randomName() { return "n" + *rc::gen::container<std::string>(rc::gen::inRange('!', '~')); }

Condition randomCondition(int depth)
{
    switch (*rc::gen::inRange(0, depth > 0 ? 7 : 4)) {
    case 0:
        return {Comparison{"custom.text", Operator::Eq, Value{randomName()}}};
    case 1:
        return {Comparison{"custom.number", Operator::Between, std::vector<Value>{*rc::gen::arbitrary<double>(), 1.5}}};
    case 2:
        return {Comparison{"custom.set", Operator::HasAll, Value{makeStringSet({randomName(), randomName()})}}};
    case 3:
        return {Comparison{"custom.time", Operator::Lt,
                           Value{fromMicroseconds(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000'000))}}};
    case 4:
        return {Not{std::make_shared<const Condition>(randomCondition(depth - 1))}};
    case 5:
        return {AllOf{{randomCondition(depth - 1), randomCondition(depth - 1)}}};
    default:
        return {AnyOf{{randomCondition(depth - 1)}}};
    }
}

TEST(RulebookJson, anyRulebookComesBackAsItWas)
{
    EXPECT_TRUE(rc::check([] {
        Rulebook rulebook;
        rulebook.attributes = {{"custom.text", {ValueType::String, "", ""}},
                               {"custom.number", {ValueType::Number, "EUR", "price"}},
                               {"custom.set", {ValueType::Set, "", ""}},
                               {"custom.time", {ValueType::Time, "", ""}}};
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            Policy policy;
            policy.id.value = std::to_string(i) + randomName();
            policy.name = randomName();
            policy.enabled = *rc::gen::arbitrary<bool>();
            policy.priority = *rc::gen::inRange(-1000, 1000) / 8.0;
            policy.when = randomCondition(3);
            policy.actions = {SendMessage{randomName() + "\n\"ü\""}, AddTag{randomName()}, AnswerWithAi{0.25, {}}};
            if (*rc::gen::arbitrary<bool>())
                policy.exception = PolicyException{randomCondition(1), {KeepWithAi{}}};
            rulebook.policies.push_back(std::move(policy));
        }
        const auto again = readRulebook(writeRulebook(rulebook));
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == rulebook);
    }));
}

TEST(RulebookJson, noTextWhateverMakesTheReaderFail)
{
    EXPECT_TRUE(rc::check([] {
        std::string text = everything;
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
            text[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(text.size())))]
                = *rc::gen::arbitrary<char>();
        (void)readRulebook(text);
    }));
}

TEST(OpenIntervalsJson, comeBackAsTheyWere)
{
    const Instant from = *fromIso8601("2026-06-01T07:00:00Z");
    const OpenIntervals intervals{
        {ScheduleId{"office"},
         {{from, from + std::chrono::hours(2)}, {from + std::chrono::hours(3), from + std::chrono::hours(4)}}},
        {ScheduleId{"never"}, {}}};
    const auto again = openIntervalsFromJson(openIntervalsToJson(intervals));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, intervals);
}

TEST(OpenIntervalsJson, refusesWhatIsNotInOrder)
{
    for (const char* json :
         {"[]", "{", R"({"a":1})", R"({"a":[["2026-06-01T07:00:00Z"]]})",
          R"({"a":[["2026-06-01T07:00:00Z","2026-06-01T06:00:00Z"]]})",
          R"({"a":[["2026-06-01T07:00:00Z","2026-06-01T09:00:00Z"],["2026-06-01T08:00:00Z","2026-06-01T10:00:00Z"]]})"})
        EXPECT_FALSE(openIntervalsFromJson(json)) << json;
}

TEST(Contexts, takeTheRulebooksTypesAndDottedNames)
{
    const Rulebook rulebook = rulebookOf(everything);
    const auto contexts = readContexts(
        R"([{"crm":{"deal_size":5,"owner":null},"custom.due":1780000000,"conversation.tags":["b","a"]},{"custom.due":"2026-06-09T08:00:00Z"}])",
        rulebook);
    ASSERT_TRUE(contexts) << contexts.error().message;
    const Values expected{{"crm.deal_size", 5.0},
                          {"custom.due", Instant{seconds{1'780'000'000}}},
                          {"conversation.tags", makeStringSet({"a", "b"})}};
    EXPECT_EQ(contexts->at(0), expected);
    EXPECT_EQ(contexts->at(1).at("custom.due"), Value{*fromIso8601("2026-06-09T08:00:00Z")});
}

TEST(Contexts, areJsonLinesTooAndSayWhichLineIsWrong)
{
    const Rulebook rulebook = rulebookOf(everything);
    EXPECT_EQ(readContexts("{\"a\":1}\n\n{\"a\":2}\r\n", rulebook)->size(), 2u);
    EXPECT_TRUE(readContexts("", rulebook)->empty());
    EXPECT_EQ(readContexts("{\"a\":1}\n{\"a\":[1]}", rulebook).error().place, "line 2, /a");
    EXPECT_EQ(readContexts("[{},5]", rulebook).error().place, "/1");
    EXPECT_EQ(readContexts(R"([{"a.b":1,"a":{"b":2}}])", rulebook).error().message,
              "The attribute a.b is given twice.");
}

}
}
