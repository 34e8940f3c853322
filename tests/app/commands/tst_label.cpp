#include "app/commands/truth_condition.h"
#include "app/router/workspace_lock.h"
#include "model/storage/alert_store.h"
#include "tests/app/commands/imported_visits.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using nlohmann::json;
using test::Ended;
using testing::HasSubstr;

class LabelCommand : public test::ImportedVisits { };

const std::vector<std::string> whenBought{"--true-when", "truth.bought = true"};

TEST_F(LabelCommand, labelsEveryAlertWhoseTruthIsKnown)
{
    const Ended ended = label(whenBought);
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_EQ(ended.out,
              "Alerts of hot: 18 true, 11 false; 1 left unlabelled, as truth.bought is not known.\n"
              "29 labels given by mira.\n");
    Database database = opened(at.workspace, Database::Access::ReadOnly);
    const auto labels = AlertStore(database).labels();
    ASSERT_OK(labels);
    ASSERT_EQ(labels->size(), 29u);
    for (const Label& label : *labels) {
        EXPECT_NE(label.alert, 0);
        EXPECT_EQ(label.by.value, "mira");
        EXPECT_EQ(label.reason, "from truth.bought");
        EXPECT_FALSE(label.second);
    }
    EXPECT_EQ(at.run({"verify"}).status, 0) << "the journal has them";
}

TEST_F(LabelCommand, saysTheSameAgainWithoutGivingItAgain)
{
    ASSERT_EQ(label(whenBought).status, 0);
    const Ended again = label({"--true-when", "truth.bought = true", "--json"});
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_EQ(again.line("labels")["given"], 0);
    EXPECT_EQ(again.line("labels")["alerts"]["as_before"], 29);
    const Ended other = label({"--true-when", "truth.bought = false", "--json"});
    EXPECT_EQ(other.line("labels")["given"], 29) << "the same person may think otherwise";
    EXPECT_EQ(other.line("labels")["alerts"]["true"], 11);
}

TEST_F(LabelCommand, leavesAloneWhatSomebodyElseLabelled)
{
    ASSERT_EQ(label({"--true-when", "truth.bought = true", "--until", "2025-01-15"}).status, 0);
    const Ended ended = label({"--true-when", "truth.bought = true", "--json"}, "ines");
    EXPECT_EQ(ended.status, 0) << ended.error;
    const json counts = ended.line("labels")["alerts"];
    EXPECT_EQ(counts["by_others"], 6) << "visits 30 to 35, of 13 and 14 January";
    EXPECT_EQ(counts["true"].get<int>() + counts["false"].get<int>(), 23);
    EXPECT_EQ(counts["unknown"], 1);
}

TEST_F(LabelCommand, labelsTheSampleThatTheReviewDraws)
{
    struct Case {
        std::string sampled;
        int truths, falses;
    };
    // In the first week 28 visits of which 7 bought, in the second 2 of which 1 did; each kind is drawn in its turn.
    for (const Case& each : {Case{"3", 2, 3}, Case{"40", 8, 22}}) {
        const Ended ended = label({"--true-when", "truth.bought = true", "--silent", each.sampled, "--json"});
        EXPECT_EQ(ended.status, 0) << ended.error;
        const json line = ended.line("labels");
        EXPECT_EQ(line["weeks"], 2) << each.sampled;
        EXPECT_EQ(line["silent"]["true"], each.truths) << each.sampled;
        EXPECT_EQ(line["silent"]["false"], each.falses) << each.sampled;
    }
    EXPECT_THAT(label({"--true-when", "truth.bought = true", "--silent", "40"}).out,
                HasSubstr("Did not alert, drawn from 2 weeks: 8 true, 22 false (30 labelled so before).\n"));
}

TEST_F(LabelCommand, givesNoLabelWhereNothingIsKnown)
{
    const Ended ended = label({"--true-when", "truth.sold = true"});
    EXPECT_EQ(ended.status, 1) << "the answer is no";
    EXPECT_EQ(ended.out,
              "Alerts of hot: 0 true, 0 false; 30 left unlabelled, as truth.sold is not known.\n"
              "0 labels given by mira.\n");
    EXPECT_EQ(label({"--true-when", "truth.bought = true", "--until", "2025-01-01"}).status, 1);
}

TEST_F(LabelCommand, saysWhatIsWrongInOneLine)
{
    struct Case {
        std::vector<std::string> arguments;
        std::string words;
    };
    const std::vector<std::string> all{"--trigger", "hot", "--by", "mira", "--true-when", "truth.bought = true"};
    const auto with = [&](const std::string& option, const std::string& value) {
        std::vector<std::string> changed = all;
        const auto known = std::ranges::find(changed, option);
        if (known == changed.end())
            changed.insert(changed.end(), {option, value});
        else if (value.empty())
            changed.erase(known, known + 2);
        else
            *(known + 1) = value;
        return changed;
    };
    for (const Case& each :
         {Case{with("--trigger", ""), "Name the trigger with --trigger ID."},
          Case{with("--trigger", "cold"), "no trigger \"cold\". It has hot, asks."},
          Case{with("--by", ""), "Say whose labels these are"}, Case{with("--by", "nobody"), "no agent \"nobody\""},
          Case{with("--true-when", ""), "Say when an alert was true"},
          Case{with("--true-when", "truth.bought"), "wants a comparison like"},
          Case{with("--true-when", "{\"attr\""), "not valid JSON"},
          Case{with("--true-when", R"({"attr": "truth.bought", "op": "is", "value": true})"),
               "--true-when: /op: found \"is\""},
          Case{with("--silent", "some"), "--silent wants a whole number"},
          Case{with("--origin", "all"), "--origin wants live, practice or imported"},
          Case{with("--since", "yesterday"), "--since wants a day"},
          Case{with("--until", "1960"), "--until wants a day"},
          Case{with("what", "else"), "\"what\" is not an option"}}) {
        std::vector<std::string> arguments = each.arguments;
        arguments.insert(arguments.begin(), "label");
        const Ended ended = at.run(arguments);
        EXPECT_EQ(ended.status, 2) << each.words;
        EXPECT_THAT(ended.error, HasSubstr(each.words));
        EXPECT_EQ(std::ranges::count(ended.error, '\n'), 1) << ended.error;
        EXPECT_EQ(ended.out, "");
    }
}

TEST_F(LabelCommand, labelsNothingWhileAnotherProgramHasTheWorkspace)
{
    {
        const auto lock = WorkspaceLock::take(at.workspace, "another program");
        ASSERT_OK(lock);
        const Ended ended = label(whenBought);
        EXPECT_EQ(ended.status, 2);
        EXPECT_THAT(ended.error, HasSubstr("another program"));
        EXPECT_EQ(ended.out, "");
    }
    EXPECT_EQ(label(whenBought).status, 0);
}

TEST(TruthCondition, isAComparisonOrAConditionOfTheRulebook)
{
    struct Case {
        const char* said;
        const char* condition;
    };
    for (const Case& each :
         {Case{"truth.bought = true", R"({"attr":"truth.bought","op":"eq","value":true})"},
          Case{"truth.made_sla==false", R"({"attr":"truth.made_sla","op":"eq","value":false})"},
          Case{" truth.tier != P1 ", R"({"attr":"truth.tier","op":"ne","value":"P1"})"},
          Case{"truth.group = \"12\"", R"({"attr":"truth.group","op":"eq","value":"12"})"},
          Case{"truth.reassignments >= 2", R"({"attr":"truth.reassignments","op":"ge","value":2})"},
          Case{"truth.name = Ada <Quist>", R"({"attr":"truth.name","op":"eq","value":"Ada <Quist>"})"},
          Case{R"({"not": {"attr": "truth.bought", "op": "eq", "value": true}})",
               R"({"not":{"attr":"truth.bought","op":"eq","value":true}})"}}) {
        const auto read = truthConditionIn(QString::fromUtf8(each.said));
        ASSERT_TRUE(read) << each.said << ": " << (read ? "" : read.error().message);
        const auto expected = truthConditionIn(QString::fromUtf8(each.condition));
        ASSERT_TRUE(expected) << each.condition;
        EXPECT_EQ(*read, *expected) << each.said;
    }
}

}
}
