#include "routing/backtest/backtest.h"
#include "tests/routing/support/rulebooks.h"
#include "tests/support/past_maker.h"

#include <set>

namespace signalbox {
namespace {

using test::PastMaker;

const Instant morning = *fromIso8601("2026-06-09T08:00:00Z");

// Everything a decision may take from before: fading signals, tiers that are kept, a transfer to and fro, alerts that rest,
// a queue that closes.
const std::string rules = R"({"rulebook":1,
 "schedules":[{"id":"office","timezone":"UTC","weekly":[{"days":["mon","tue","wed","thu","fri"],"from":"08:00","to":"17:00"}]}],
 "signals":[{"id":"price","when":{"attr":"message.text","op":"contains","value":"cost"},"weight":40,"half_life_minutes":10},
            {"id":"page","when":{"attr":"page.path","op":"starts","value":"/pricing"},"weight":30,"half_life_minutes":5},
            {"id":"size","when":{"attr":"crm.company_size","op":"ge","value":500},"weight":60,"score":"fit"}],
 "tiers":[{"id":"P1","when":{"attr":"intent_score","op":"ge","value":50},"keep_for_seconds":300},
          {"id":"P2","when":{"attr":"fit_score","op":"ge","value":50}},
          {"id":"P3","when":{"all":[]}}],
 "policies":[{"id":"hot","when":{"attr":"intent_score","op":"ge","value":60},"actions":[{"type":"transfer_to_queue","queue":"sales"},{"type":"raise_alert","alert":"hot"}]},
             {"id":"cooled","when":{"all":[{"attr":"intent_score","op":"between","value":[20,60]},{"attr":"ai.intent","op":"ne","value":"support"}]},"actions":[{"type":"transfer_to_queue","queue":"leads"}]},
             {"id":"help","when":{"attr":"ai.intent","op":"eq","value":"support"},"actions":[{"type":"transfer_to_queue","queue":"support"}],
              "except":{"when":{"attr":"visitor.country","op":"eq","value":"CA"},"actions":[{"type":"set_tier","tier":"P1"},{"type":"transfer_to_agent","agent":"leila","fallback_queue":"support"}]}},
             {"id":"rest","when":{"all":[]},"actions":[{"type":"answer_with_ai","min_score":0.3,"fallback_queue":"support"}]}],
 "alerts":[{"id":"hot","name":"Hot","when":{"attr":"intent_score","op":"ge","value":65},"cooldown_seconds":120},
           {"id":"large","name":"Large","when":{"attr":"crm.company_size","op":"ge","value":900}}],
 "queues":[{"id":"sales","name":"Sales","schedule":"office","fallback":"support"},{"id":"leads"},{"id":"support"}]})";

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

OpenIntervals office()
{
    OpenIntervals open;
    for (int day = 0; day < 30; ++day) {
        const Instant start = morning + std::chrono::days(day);
        open[{"office"}].push_back({start, start + std::chrono::hours(9)});
    }
    return open;
}

class Backtest : public ::testing::Test {
protected:
    BacktestReport against(const std::string& draft, Instant since = Instant::min(), Instant until = Instant::max())
    {
        const Engine engine(rulebookOf(draft), 2, office());
        const VersionsThen then{{1, rulesThen(live.rulebook(), engine.rulebook())}};
        BacktestRun run(maker.log, engine, then, since, until);
        for (const PastLog::Conversation& conversation : maker.log.conversations())
            run.look(conversation);
        return run.report([&](const Outcome& outcome) { return destinationInWords(outcome, engine.rulebook()); }, 100);
    }

    Engine live{rulebookOf(rules), 1, office()};
    PastMaker maker{live};
};

TEST_F(Backtest, theSameRulebookMovesNothing)
{
    test::fillPast(maker, 150, 7, morning);
    const BacktestReport report = against(rules);
    EXPECT_EQ(report.conversations, 150);
    EXPECT_EQ(report.decisions, static_cast<std::int64_t>(maker.past.size()));
    EXPECT_EQ(report.moved, 0);
    EXPECT_TRUE(report.fromTo.empty());
    EXPECT_TRUE(report.examples.empty());
    EXPECT_GT(report.byDestination.size(), 3u) << "the past is not trivial";
    EXPECT_GT(report.byTier.size(), 2u);
    for (const auto& shifts : {report.byDestination, report.byTier, report.byAgent})
        for (const auto& [name, shift] : shifts)
            EXPECT_TRUE(shift.before == shift.after && shift.both == shift.before) << name;
    for (const auto& [alert, shift] : report.alerts)
        EXPECT_EQ(shift.before, shift.after) << alert.value;
    EXPECT_EQ(report.handedOff.before, report.handedOff.after);
}

TEST_F(Backtest, everyDecisionOfTheSameRulebookComesOutTheSame)
{
    test::fillPast(maker, 60, 11, morning);
    for (int id = 1; id <= 60; ++id) {
        const auto past = maker.decisionsOf(std::to_string(id));
        const auto again = decideUnder(live, past, {{1, rulesThen(live.rulebook(), live.rulebook())}});
        ASSERT_EQ(again.size(), past.size());
        for (std::size_t i = 0; i < past.size(); ++i) {
            EXPECT_EQ(again[i].decision.policy, past[i].decision.policy);
            EXPECT_EQ(again[i].decision.actions, past[i].decision.actions);
            EXPECT_EQ(again[i].decision.tier, past[i].decision.tier);
            EXPECT_EQ(again[i].decision.intentScore, past[i].decision.intentScore);
            EXPECT_EQ(again[i].decision.stoppedTransfer, past[i].decision.stoppedTransfer);
            EXPECT_EQ(again[i].leadsTo, past[i].leadsTo);
        }
    }
}

// The score rises and falls with time alone: to leads, to sales, and back to leads, which is stopped.
TEST(BacktestOfStops, aTransferThatWasStoppedIsStoppedAgain)
{
    const Engine live(rulebookOf(R"({"rulebook":1,
        "signals":[{"id":"good","when":{"attr":"message.text","op":"exists"},"weight":40,"half_life_minutes":10},
                   {"id":"bad","when":{"attr":"message.text","op":"exists"},"weight":-30,"half_life_minutes":2}],
        "policies":[{"id":"warm","when":{"attr":"intent_score","op":"ge","value":15},"actions":[{"type":"transfer_to_queue","queue":"sales"}]},
                    {"id":"cold","when":{"all":[]},"actions":[{"type":"transfer_to_queue","queue":"leads"}]}],
        "queues":[{"id":"sales"},{"id":"leads"}]})"),
                      1, {});
    PastMaker maker(live);
    maker.open("1");
    maker.writes("1", morning, "Hello");
    maker.decide("1", morning + std::chrono::minutes(3));
    maker.decide("1", morning + std::chrono::minutes(20));
    ASSERT_EQ(maker.past.at(2).decision.stoppedTransfer, QueueId{"leads"});
    const VersionsThen then{{1, rulesThen(live.rulebook(), live.rulebook())}};
    const auto again = decideUnder(live, maker.past, then);
    EXPECT_EQ(again.at(2).decision.stoppedTransfer, QueueId{"leads"});
    BacktestRun run(maker.log, live, then, Instant::min(), Instant::max());
    run.look(maker.log.conversations().front());
    const BacktestReport report
        = run.report([&](const Outcome& outcome) { return destinationInWords(outcome, live.rulebook()); }, 9);
    EXPECT_EQ(report.byDestination, (decltype(report.byDestination){{"sales", {1, 1, 1}}}));
}

TEST_F(Backtest, aPlantedPolicyMovesExactlyThosePlanted)
{
    test::fillPast(maker, 60, 3, morning);
    const Instant later = morning + std::chrono::days(3);
    const std::set<std::string> planted{"301", "302", "305"};
    for (int id = 301; id <= 310; ++id) {
        const std::string name = std::to_string(id);
        maker.open(name);
        std::vector<ContextChange> changes;
        if (planted.contains(name))
            changes.push_back({"custom.planted", Value(true), "crm", {}});
        maker.writes(name, later + std::chrono::minutes(id), "Hello", changes);
    }
    const BacktestReport report
        = against(replaced(rules, R"("policies":[)", R"("attributes":{"custom.planted":{"type":"boolean"}},"policies":[
            {"id":"planted","priority":-1,"when":{"attr":"custom.planted","op":"eq","value":true},"actions":[{"type":"transfer_to_queue","queue":"leads"}]},)"));
    std::set<std::string> moved;
    for (const MovedConversation& conversation : report.examples)
        moved.insert(conversation.id.value);
    EXPECT_EQ(moved, planted);
    EXPECT_EQ(report.moved, 3);
    EXPECT_EQ(report.tierChangedOnly, 0);
    EXPECT_EQ(report.fromTo, (decltype(report.fromTo){{{"the AI", "leads"}, 3}}));
    EXPECT_EQ(report.examples[0].before.kind, Outcome::Kind::Ai);
    EXPECT_EQ(report.examples[0].after.target, "leads");
    EXPECT_EQ(report.examples[0].visitorName, "Visitor 301");
    EXPECT_EQ(report.hits.at({"planted"}), (Shift{0, 3, 0}));
    EXPECT_EQ(report.handedOff.after, report.handedOff.before + 3);
}

TEST_F(Backtest, anotherSignalIsLookedForInWhatDecisionsKept)
{
    maker.open("1");
    maker.writes("1", morning, "I need it today");
    const BacktestReport report
        = against(replaced(rules, R"("value":"cost"},"weight":40)", R"("value":"today"},"weight":55)"));
    EXPECT_EQ(report.byTier.at("P1"), (Shift{0, 1, 0}));
    EXPECT_EQ(report.byDestination.at("leads").after, 1) << "the score is 55, above 20";
}

TEST_F(Backtest, aSignalBothHaveWasSeenWhenItWasSeen)
{
    maker.open("1");
    maker.learns("1", morning, {{"page.path", Value("/pricing"), "widget", {}}});
    maker.learns("1", morning + std::chrono::seconds(10), {{"page.path", Value("/"), "widget", {}}});
    maker.writes("1", morning + std::chrono::seconds(20), "Hello");
    EXPECT_EQ(against(rules).moved, 0);
    const BacktestReport heavier
        = against(replaced(rules, R"("weight":30,"half_life_minutes":5)", R"("weight":80,"half_life_minutes":60)"));
    EXPECT_EQ(heavier.byTier.at("P1").after, 1) << "the page was seen, though no decision kept it";
}

TEST_F(Backtest, aTierIsKeptByTheDraftsOwnDecisions)
{
    maker.open("1");
    maker.writes("1", morning, "What does it cost?");   // 40 points: not P1 then
    maker.writes("1", morning + std::chrono::minutes(4), "Hello");
    const BacktestReport report
        = against(replaced(rules, R"("op":"ge","value":50},"keep_for)", R"("op":"ge","value":40},"keep_for)"));
    EXPECT_EQ(report.byTier.at("P1"), (Shift{0, 1, 0})) << "below 40 by then, but kept for 300 seconds";
    EXPECT_EQ(report.tierChangedOnly, 1);
    EXPECT_TRUE(report.fromTo.empty());
    EXPECT_EQ(report.examples.at(0).decision, 0u);
    EXPECT_EQ(report.examples.at(0).at, morning);
}

TEST_F(Backtest, scoresThatTheDraftDoesNotSumAreGone)
{
    maker.open("1");
    maker.writes("1", morning, "Hello", {{"crm.company_size", Value(600.0), "crm", {}}});
    ASSERT_EQ(maker.past.at(0).decision.tier.value, "P2");
    const BacktestReport report = against(replaced(rules, R"(,"score":"fit")", ""));
    EXPECT_EQ(report.byTier.at("P2").after, 0);
    EXPECT_EQ(report.byTier.at("P1").after, 1) << "its 60 points are points of intent now";
}

TEST_F(Backtest, onlyConversationsOfThePeriodCount)
{
    test::fillPast(maker, 100, 5, morning);
    const Instant middle = morning + std::chrono::hours(6);
    const BacktestReport before = against(rules, Instant::min(), middle);
    const BacktestReport after = against(rules, middle, Instant::max());
    EXPECT_GT(before.conversations, 10);
    EXPECT_GT(after.conversations, 10);
    EXPECT_LT(before.to, middle);
    EXPECT_EQ(before.moved + after.moved, 0);
}

TEST_F(Backtest, whatNoSnapshotKeptIsSaid)
{
    test::fillPast(maker, 20, 5, morning);
    const BacktestReport report = against(replaced(rules, R"("policies":[)", R"("policies":[
            {"id":"full","priority":-1,"when":{"attr":"queue.sales.waiting","op":"gt","value":5},"actions":[{"type":"transfer_to_queue","queue":"leads"}]},)"));
    EXPECT_EQ(report.notKept, (std::map<std::string, std::int64_t>{{"queue.sales.waiting", report.decisions}}));
    EXPECT_TRUE(against(rules).notKept.empty());
}

TEST_F(Backtest, runsOfSeveralThreadsAddUp)
{
    test::fillPast(maker, 150, 9, morning);
    const std::string draft = replaced(rules, R"("value":500},"weight":60)", R"("value":100},"weight":90)");
    const BacktestReport whole = against(draft);
    const Engine engine(rulebookOf(draft), 2, office());
    const VersionsThen then{{1, rulesThen(live.rulebook(), engine.rulebook())}};
    BacktestRun first(maker.log, engine, then, Instant::min(), Instant::max());
    BacktestRun second(maker.log, engine, then, Instant::min(), Instant::max());
    bool odd = false;
    for (const PastLog::Conversation& conversation : maker.log.conversations())
        ((odd = !odd) ? first : second).look(conversation);
    first.merge(std::move(second));
    const BacktestReport sum
        = first.report([&](const Outcome& outcome) { return destinationInWords(outcome, engine.rulebook()); }, 100);
    EXPECT_GT(whole.moved, 0);
    EXPECT_EQ(sum.moved, whole.moved);
    EXPECT_EQ(sum.byDestination, whole.byDestination);
    EXPECT_EQ(sum.byTier, whole.byTier);
    EXPECT_EQ(sum.fromTo, whole.fromTo);
    EXPECT_EQ(sum.alerts, whole.alerts);
    EXPECT_EQ(sum.days, whole.days);
}

}
}
