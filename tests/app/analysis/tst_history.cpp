// Questions about the past, asked of a workspace that a router has written.
#include "app/analysis/backtest.h"
#include "app/analysis/decided_twice.h"
#include "app/analysis/pass_rates.h"
#include "app/analysis/past_conversation.h"
#include "app/analysis/samples.h"
#include "app/analysis/seen_values.h"
#include "app/analysis/traffic.h"
#include "tests/app/router/router_floor.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string sales
    = R"({"id":"price","name":"Asks for prices","when":{"attr":"page.campaign","op":"eq","value":"pricing"},
    "actions":[{"type":"transfer_to_queue","queue":"sales"}]})";

class HistoryTest : public test::RouterFloor {
protected:
    void SetUp() override { publish(test::rulebookWith(sales)); }

    void visit(const std::string& visitor, const std::string& intent, const std::string& text)
    {
        seesPage(visitor, "page.source", Value("berlin"));
        seesPage(visitor, "page.campaign", Value(intent));
        ASSERT_TRUE(writes(visitor, text));
        clock.advance(seconds{60});
    }
    Period everything() const { return {Instant{}, clock.now() + std::chrono::days(1), true, true, true}; }
    BacktestReport against(const std::string& document)
    {
        const auto report = backtest(history, document, everything(), clock.now(), errand);
        EXPECT_TRUE(report) << (report ? "" : report.error().message);
        return report ? *report : BacktestReport{};
    }

    History history{folder / "test.signalbox"};
    Errand errand;
};

TEST_F(HistoryTest, theSameRulebookMovesNobody)
{
    visit("a", "pricing", "What does it cost?");
    visit("b", "support", "It is broken");
    const BacktestReport report = against(test::rulebookWith(sales));
    EXPECT_EQ(report.conversations, 2);
    EXPECT_GE(report.decisions, 2);
    EXPECT_EQ(report.moved, 0);
    EXPECT_EQ(report.handedOff.before, report.handedOff.after);
}

TEST_F(HistoryTest, aDraftMovesThoseItSendsElsewhere)
{
    visit("a", "pricing", "What does it cost?");
    visit("b", "support", "It is broken");
    visit("c", "pricing", "And for a hundred?");
    const BacktestReport report = against(test::rulebookWith(
        R"({"id":"hundred","when":{"attr":"message.text","op":"contains","value":"hundred"},
            "actions":[{"type":"transfer_to_queue","queue":"support"}]},)"
        + sales));
    ASSERT_EQ(report.moved, 1) << "though no rule of then looked at message.text";
    EXPECT_EQ(report.examples[0].id.value, "3");
    EXPECT_EQ(report.examples[0].before.target, "sales");
    EXPECT_EQ(report.examples[0].after.target, "support");
    EXPECT_TRUE(report.notKept.empty());
}

TEST_F(HistoryTest, followsTheJournalAsItGrows)
{
    visit("a", "pricing", "What does it cost?");
    EXPECT_EQ(against(test::rulebookWith(sales)).conversations, 1);
    visit("b", "pricing", "And two?");
    visit("a", "support", "It is broken");
    const BacktestReport report = against(test::rulebookWith(sales));
    EXPECT_EQ(report.conversations, 2);
    EXPECT_EQ(report.moved, 0);
}

TEST_F(HistoryTest, aVersionOfBeforeIsComparedByItsOwnRules)
{
    visit("a", "pricing", "What does it cost?");
    publish(test::rulebookWith(
        R"({"id":"price","when":{"attr":"page.campaign","op":"eq","value":"pricing"},"actions":[{"type":"transfer_to_queue","queue":"support"}]})"));
    visit("b", "pricing", "What does it cost?");
    const BacktestReport old = against(test::rulebookWith(sales));
    EXPECT_GE(old.moved, 1);
    EXPECT_EQ(old.byDestination.at("Sales").after, 2) << "under the first version's rules";
}

TEST_F(HistoryTest, aFaultyDocumentIsRefusedInWords)
{
    visit("a", "pricing", "What does it cost?");
    const auto report = backtest(history, R"({"rulebook":1,"policies":[{"id":1}]})", everything(), clock.now(), errand);
    ASSERT_FALSE(report);
    EXPECT_THAT(report.error().message, HasSubstr("/policies/0/id"));
    EXPECT_FALSE(backtest(history, "[]", everything(), clock.now(), errand)) << "only a list of policies";
}

TEST_F(HistoryTest, whatIsCalledOffSaysSo)
{
    visit("a", "pricing", "What does it cost?");
    against(test::rulebookWith(sales));
    errand.calledOff->store(true);
    const auto report = backtest(history, test::rulebookWith(sales), everything(), clock.now(), errand);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->cancelled);
}

TEST_F(HistoryTest, countsTrafficByPolicyAndDestination)
{
    visit("a", "pricing", "What does it cost?");
    visit("b", "support", "It is broken");
    ASSERT_TRUE(history.follow(errand));
    const Traffic traffic = countTraffic(history.read().log, everything(), clock.now() - std::chrono::hours(1),
                                         [](const Outcome& outcome) { return outcome.target; });
    EXPECT_EQ(traffic.conversations, 2);
    EXPECT_EQ(traffic.hits.at({"price"}), 1);
    EXPECT_EQ(traffic.hitsToday.at({"price"}), 1);
    EXPECT_EQ((traffic.flows.at({{"price"}, "sales"})), 1);
    EXPECT_EQ(traffic.arrivals.size(), 1u);
    Period practiceOnly = everything();
    practiceOnly.live = false;
    EXPECT_EQ(countTraffic(history.read().log, practiceOnly, {}, [](const Outcome&) { return ""; }).conversations, 0);
}

TEST_F(HistoryTest, tellsWhatValuesWereSeenAndWhereConditionsHeld)
{
    visit("a", "pricing", "What does it cost?");
    visit("b", "pricing", "What does it cost?");
    visit("c", "support", "It is broken");
    ASSERT_TRUE(history.follow(errand));
    const SeenValues intents = seenValues(history.read().log, "page.campaign", everything());
    EXPECT_EQ(intents.conversations, 3);
    EXPECT_EQ(intents.missing, 0);
    EXPECT_THAT(intents.common, ElementsAre(std::pair("pricing", 2), std::pair("support", 1)));
    const SeenValues messages = seenValues(history.read().log, "conversation.messages", everything());
    EXPECT_EQ(messages.least, 1.0);
    EXPECT_EQ(messages.histogram.size(), 16u);
    EXPECT_EQ(seenValues(history.read().log, "custom.nothing", everything()).missing, 3);
    const PassRates rates = passRates(history.read().log,
                                      {{Comparison{"page.campaign", Operator::Eq, Value("pricing")}},
                                       {Comparison{"message.text", Operator::Matches, Value("bro.en")}}},
                                      {}, everything(), errand);
    EXPECT_EQ(rates.conversations, 3);
    ASSERT_EQ(rates.shares.size(), 2u);
    EXPECT_NEAR(rates.shares[0], 2.0 / 3, 1e-9);
    EXPECT_NEAR(rates.shares[1], 1.0 / 3, 1e-9);
}

TEST_F(HistoryTest, findsSamplesByNumberValueAndPolicyNewestFirst)
{
    visit("a", "pricing", "What does it cost?");
    visit("b", "support", "It is broken");
    const auto ids = [this](const QString& words, const std::optional<PolicyId>& policy = {}) {
        std::vector<std::string> found;
        const auto samples = findSamples(history, words, policy, 10, errand);
        EXPECT_TRUE(samples) << samples.error().message;
        for (const PastSample& sample : samples.value_or(std::vector<PastSample>{}))
            found.push_back(sample.conversation.value);
        return found;
    };
    EXPECT_THAT(ids({}), ElementsAre("2", "1"));
    EXPECT_THAT(ids(QStringLiteral("#1")), ElementsAre("1"));
    EXPECT_THAT(ids(QStringLiteral("BROKEN")), ElementsAre("2"));
    EXPECT_THAT(ids({}, PolicyId{"price"}), ElementsAre("1"));
    EXPECT_THAT(ids(QStringLiteral("nobody said this")), ElementsAre());
}

TEST_F(HistoryTest, showsAConversationDecidedTwice)
{
    visit("a", "pricing", "What does it cost?");
    const auto twice = decideTwice(
        history,
        test::rulebookWith(
            R"({"id":"first","name":"First of all","when":{"attr":"message.text","op":"contains","value":"cost"},"actions":[{"type":"transfer_to_queue","queue":"support"}]})"),
        {"1"}, clock.now());
    ASSERT_TRUE(twice) << twice.error().message;
    const DecidedTwice& last = twice->back();
    EXPECT_EQ(last.then.place, "Sales");
    EXPECT_EQ(last.now.place, "Support");
    EXPECT_EQ(last.then.trace.at(0).outcome, TraceStep::Outcome::Fired);
    EXPECT_EQ(last.now.trace.at(0).name, "First of all");
    EXPECT_FALSE(last.now.parts.empty());
    EXPECT_FALSE(decideTwice(history, test::rulebookWith(sales), {"77"}, clock.now()));
}

}
}
