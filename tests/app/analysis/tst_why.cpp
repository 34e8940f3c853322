#include "app/analysis/analysis_host.h"
#include "app/analysis/why.h"

#include "tests/app/router/router_floor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace signalbox {
namespace {

// Prices for large companies; who asks for a person; and the rest stays with the AI.
const std::string policies = R"(
  {"id":"large","name":"Large company","priority":1,"when":{"all":[{"attr":"page.seconds","op":"ge","value":500},
     {"attr":"page.path","op":"starts","value":"/pricing"}]},"actions":[{"type":"transfer_to_queue","queue":"sales"}]},
  {"id":"off","name":"Not now","enabled":false,"priority":2,"when":{"all":[]},"actions":[{"type":"keep_with_ai"}]},
  {"id":"prices","name":"Prices","priority":3,"when":{"attr":"page.path","op":"starts","value":"/pricing"},
     "actions":[{"type":"transfer_to_queue","queue":"support"}]},
  {"id":"rest","name":"Rest","priority":4,"when":{"all":[]},"actions":[{"type":"keep_with_ai"}]})";

class WhyOfADecision : public test::RouterFloor {
protected:
    void SetUp() override
    {
        publish(test::rulebookWith(policies));
        addAgent("leila", "Leila Haddad");
        presence("leila", Presence::Online);
        ASSERT_TRUE(writes("anna", "Hello"));
        clock.advance(seconds{10});
        ASSERT_TRUE(seesPage("anna", "page.path", Value(std::string("/pricing"))));
        ASSERT_TRUE(seesPage("anna", "page.seconds", Value(480.0)));
        clock.advance(seconds{10});
        ASSERT_TRUE(writes("anna", "What does it cost?"));
    }
    ExplainedWhy why(int moment = -1, std::optional<Instant> at = {})
    {
        auto found = explainWhy(history, {ConversationId{"1"}, moment, at});
        EXPECT_TRUE(found) << (found ? "" : found.error().message);
        return found ? *found : ExplainedWhy{};
    }

    History history{folder / "test.signalbox"};
};

TEST_F(WhyOfADecision, tellsOfEveryPolicyWhatWasFoundAndWanted)
{
    const ExplainedMoment moment = why().moment;
    ASSERT_EQ(moment.path.size(), 4u);
    EXPECT_EQ(moment.path[0].outcome, TraceStep::Outcome::DidNotMatch);
    EXPECT_EQ(moment.path[0].comparisons.size(), 2u);
    EXPECT_EQ(moment.path[0].comparisons[0].found, "8 minutes");
    EXPECT_EQ(moment.path[0].miss.by, "20 seconds");
    EXPECT_EQ(moment.path[1].outcome, TraceStep::Outcome::Disabled);
    EXPECT_EQ(moment.path[2].outcome, TraceStep::Outcome::Fired);
    EXPECT_EQ(moment.path[2].number, 3);
    EXPECT_EQ(moment.path[3].outcome, TraceStep::Outcome::NotReached);
    EXPECT_TRUE(moment.path[3].wouldHaveMatched);
    EXPECT_EQ(moment.outcome.kind, Outcome::Kind::Queue);
    EXPECT_EQ(moment.version, 1);
}

TEST_F(WhyOfADecision, knowsEachValueWithItsSourceAndTime)
{
    const ExplainedMoment moment = why().moment;
    const auto size = std::ranges::find(moment.facts, "page.seconds", &FactThen::attribute);
    ASSERT_NE(size, moment.facts.end());
    EXPECT_EQ(size->value, std::optional(Value(480.0)));
    EXPECT_FALSE(size->source.empty());
    EXPECT_TRUE(size->at.has_value());
    EXPECT_TRUE(size->asked);
    EXPECT_FALSE(size->changedSince);
}

TEST_F(WhyOfADecision, whatAnEarlierDecisionDidNotKnowIsMissingThere)
{
    const ExplainedMoment first = why(0).moment;
    const auto size = std::ranges::find(first.facts, "page.seconds", &FactThen::attribute);
    ASSERT_NE(size, first.facts.end());
    EXPECT_FALSE(size->value.has_value());
    EXPECT_TRUE(size->asked);
    EXPECT_TRUE(size->changedSince);
    ASSERT_TRUE(size->now.has_value());
    EXPECT_EQ(size->now->value, Value(480.0));
}

TEST_F(WhyOfADecision, isFoundByItsTime)
{
    const ExplainedMoment last = why().moment;
    ASSERT_GT(last.moments.size(), 1u);
    EXPECT_EQ(last.chosen, int(last.moments.size()) - 1);
    EXPECT_EQ(why(-1, last.moments.front().at).moment.chosen, 0);
    EXPECT_EQ(why(-1, Instant{}).moment.chosen, 0);
    EXPECT_EQ(why(4711).moment.chosen, last.chosen);
}

TEST_F(WhyOfADecision, findsTheSmallestChangeAndWhereItLeads)
{
    const auto ways = otherWays(why(), {});
    ASSERT_FALSE(ways.empty());
    ASSERT_EQ(ways.front().edits.size(), 1u);
    EXPECT_EQ(ways.front().edits.front().attribute, "page.seconds");
    EXPECT_EQ(ways.front().edits.front().to, std::optional(Value(500.0)));
    EXPECT_EQ(ways.front().decision.policy, std::optional(PolicyId{"large"}));
    EXPECT_EQ(ways.front().outcome.target, "sales");
}

TEST_F(WhyOfADecision, stopsLookingWhenItIsCalledOff)
{
    Errand errand;
    errand.calledOff->store(true);
    EXPECT_TRUE(otherWays(why(), errand).empty());
}

TEST_F(WhyOfADecision, tellsWhatHappenedNext)
{
    const int decided = 1;   // when the page of prices led it to people
    ASSERT_TRUE(accept("leila"));
    clock.advance(seconds{5});
    ASSERT_TRUE(reply("1", "leila", "It costs 3,190 each."));
    const ExplainedMoment moment = why(decided).moment;
    std::vector<Happening::Kind> kinds;
    for (const Happening& happening : moment.next)
        kinds.push_back(happening.kind);
    const auto has = [&](Happening::Kind kind) { return std::ranges::find(kinds, kind) != kinds.end(); };
    EXPECT_TRUE(has(Happening::Kind::Offered));
    EXPECT_TRUE(has(Happening::Kind::Accepted));
    EXPECT_TRUE(has(Happening::Kind::Answered));
    ASSERT_EQ(moment.offers.size(), 1u);
    EXPECT_EQ(moment.offers.front().agent, AgentId{"leila"});
    EXPECT_EQ(why().moment.offers, moment.offers);   // who has it by now was offered it before the last decision
}

TEST_F(WhyOfADecision, aConversationThatIsNotThereIsSaid)
{
    const auto nobody = explainWhy(history, {ConversationId{"4711"}});
    ASSERT_FALSE(nobody);
    EXPECT_NE(nobody.error().message.find("#4711"), std::string::npos);
}

TEST_F(WhyOfADecision, isAskedThroughTheWindowsDoor)
{
    int count = 1;
    char name[] = "tests";
    char* arguments[] = {name, nullptr};
    QCoreApplication application{count, arguments};
    AnalysisHost host{folder / "test.signalbox", [this] { return clock.now(); }};
    std::vector<std::string> told;
    QObject::connect(&host, &AnalysisPort::whyExplained, &host,
                     [&](quint64, const ExplainedMoment&) { told.emplace_back("moment"); });
    QObject::connect(&host, &AnalysisPort::otherWaysFound, &host,
                     [&](quint64, const auto&) { told.emplace_back("ways"); });
    host.askWhy({ConversationId{"1"}});
    const QDeadlineTimer deadline(20'000);
    while (told.size() < 2 && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    EXPECT_EQ(told, (std::vector<std::string>{"moment", "ways"}));
}

}
}
