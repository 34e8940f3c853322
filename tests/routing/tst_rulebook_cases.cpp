#include "routing/rulebook/rulebook_json.h"
#include "routing/rulebook/uses.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

constexpr std::string_view withCases = R"({
  "rulebook": 1,
  "tiers": [ {"id": "P1", "when": {"attr": "intent_score", "op": "ge", "value": 70}} ],
  "policies": [ {"id": "east", "group": "sales", "comment": "Agreed in June.",
                 "when": {"attr": "custom.due", "op": "gt", "value": "2026-01-01T00:00:00Z"},
                 "actions": [ {"type": "transfer_to_queue", "queue": "east"}, {"type": "set_tier", "tier": "P1"},
                              {"type": "send_message", "text": "Due {{custom.due}}"} ]} ],
  "queues": [ {"id": "first"}, {"id": "east", "schedule": "office", "fallback": "first"} ],
  "schedules": [ {"id": "office", "timezone": "UTC", "weekly": [ {"days": ["mon"], "from": "09:00", "to": "17:00"} ]} ],
  "groups": [ {"id": "sales", "name": "Sales", "color": "violet", "comment": "All of them"} ],
  "cases": [ {"id": "c1", "name": "Due next year", "pinned_to": "east",
              "context": {"custom.due": "2027-01-01T00:00:00Z", "visitor.name": "Jörg", "conversation.tags": ["b", "a"]},
              "policy": "east", "queue": "east", "tier": "P1"} ] })";

std::vector<std::string> issuesOf(std::string_view document)
{
    std::vector<std::string> all;
    for (const RulebookIssue& issue : readRulebookAsItIs(document).issues)
        all.push_back(toText(issue));
    return all;
}

std::string with(std::string_view part, std::string_view instead)
{
    std::string document(withCases);
    document.replace(document.find(part), part.size(), instead);
    return document;
}

std::vector<std::string> places(const std::vector<Use>& uses)
{
    std::vector<std::string> all;
    for (const Use& use : uses)
        all.push_back(use.place + " " + use.words);
    return all;
}

TEST(RulebookCases, AreReadWithTheTypesOfTheRulebookAndWrittenBack)
{
    const auto rulebook = readRulebook(withCases);
    ASSERT_TRUE(rulebook) << toText(rulebook.error().front());
    EXPECT_EQ(rulebook->policies.front().group.value, "sales");
    EXPECT_EQ(rulebook->groups.front().color, "violet");
    const PolicyCase& example = rulebook->cases.front();
    EXPECT_EQ(example.pinnedTo.value, "east");
    EXPECT_EQ(example.context.at("custom.due"), Value(*fromIso8601("2027-01-01T00:00:00Z")));
    EXPECT_EQ(example.context.at("conversation.tags"), Value(StringSet{"a", "b"}));
    const auto again = readRulebook(writeRulebook(*rulebook));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *rulebook);
}

TEST(RulebookCases, SayWhatIsWrongAndWhere)
{
    EXPECT_EQ(issuesOf(with(R"("pinned_to": "east")", R"("pinned_to": "west")")),
              (std::vector<std::string>{R"(/cases/0/pinned_to: found "west", expected the id of a policy)"}));
    EXPECT_EQ(
        issuesOf(with(R"("color": "violet")", R"("color": "pink")")),
        (std::vector<std::string>{
            R"(/groups/0/color: found "pink", expected a colour: teal, blue, violet, amber, red, green or grey)"}));
    EXPECT_EQ(issuesOf(with(R"("policy": "east", "queue": "east", "tier": "P1")", R"("tier": "")")).back(),
              R"(/cases/0: found nothing that is expected, expected a "policy", a "queue" or a "tier")");
    EXPECT_EQ(issuesOf(with(R"(["b", "a"])", R"(["b", 1])")).size(), 1u);
}

TEST(RulebookCases, ADraftWithIssuesIsReadAsFarAsItGoes)
{
    const RulebookReading reading = readRulebookAsItIs(
        with(R"("queue": "east"}, {"type": "set_tier")", R"("queue": "gone"}, {"type": "set_tier")"));
    EXPECT_EQ(reading.issues.size(), 1u);
    ASSERT_EQ(reading.rulebook.policies.size(), 1u);
    EXPECT_EQ(reading.rulebook.policies.front().actions.size(), 3u);
    EXPECT_EQ(reading.rulebook.cases.size(), 1u);
}

TEST(RulebookUses, NameEveryPlaceThatRefersToIt)
{
    const Rulebook rulebook = readRulebookAsItIs(withCases).rulebook;
    using Places = std::vector<std::string>;
    EXPECT_EQ(places(usesOf(rulebook, QueueId{"east"})),
              (Places{"/policies/0 policy east", "/cases/0 case Due next year"}));
    EXPECT_EQ(places(usesOf(rulebook, QueueId{"first"})), (Places{"/queues/1 queue east"}));
    EXPECT_EQ(places(usesOf(rulebook, TierId{"P1"})),
              (Places{"/policies/0 policy east", "/cases/0 case Due next year"}));
    EXPECT_EQ(places(usesOf(rulebook, ScheduleId{"office"})), (Places{"/queues/1 queue east"}));
    EXPECT_EQ(places(usesOfAttribute(rulebook, "intent_score")), (Places{"/tiers/0 tier P1"}));
    EXPECT_EQ(places(usesOfAttribute(rulebook, "custom.due")),
              (Places{"/policies/0 policy east", "/cases/0 case Due next year"}));
    EXPECT_EQ(places(usesOf(rulebook, AlertId{"none"})), Places{});
}

TEST(RulebookUses, AnAlertUsesItsQuietHoursAndWhatSilencesIt)
{
    Rulebook rulebook;
    AlertTrigger loud, soft;
    loud.id = {"loud"};
    soft.id = {"soft"};
    soft.name = "A softer one";
    soft.silencedBy = {{"loud"}};
    soft.quiet = {"nights"};
    rulebook.alerts = {loud, soft};
    using Places = std::vector<std::string>;
    EXPECT_EQ(places(usesOf(rulebook, AlertId{"loud"})), (Places{"/alerts/1 alert A softer one"}));
    EXPECT_EQ(places(usesOf(rulebook, AlertId{"soft"})), Places{});
    EXPECT_EQ(places(usesOf(rulebook, ScheduleId{"nights"})), (Places{"/alerts/1 alert A softer one"}));
}

}
}
