#include "model/figures/alert_precision.h"
#include "model/figures/priority_accuracy.h"
#include "model/figures/priority_conversion.h"
#include "model/figures/response_time.h"
#include "model/storage/figures_store.h"
#include "tests/support/figures_history.h"

#include <soci/soci.h>

namespace signalbox {
namespace {

using std::chrono::minutes;
using test::FiguresHistory;

// A history written by the journal's writer, and the figures of it.
class FourFigures : public ::testing::Test {
protected:
    FourFigures()
    {
        history.publish(-60, 1);
        history.agent("mira", "Mira", Role::Lead);
        history.agent("leila", "Leila", Role::Agent);
    }
    const FigureRows& rows()
    {
        const auto read = store.rows();
        EXPECT_OK(read);
        return **read;
    }
    // A conversation that goes from the AI to a queue with this tier.
    void handsOver(const std::string& id, std::int64_t minute, int rank, Channel channel = Channel::Website)
    {
        history.opens(id, minute, channel);
        history.decided(id, minute, rank);
        history.goesTo(id, minute, "sales");
    }
    std::int64_t number(const std::string& sql)
    {
        long long found = 0;
        workspace.database.session() << sql, soci::into(found);
        return found;
    }

    WorkspaceFile workspace;
    FiguresHistory history{workspace.writer};
    FiguresStore store{workspace.database};
    FigureQuestion question{.now = FiguresHistory::at(480)};
};

TEST_F(FourFigures, accuracyCountsWhatWasSampledForAllItStandsFor)
{
    for (const auto& [id, rank] : {std::pair{"1", 0}, {"2", 0}, {"3", 1}, {"4", 1}, {"5", 1}, {"6", 0}, {"9", 0}})
        handsOver(id, 1, rank);
    handsOver("7", 1, 2, Channel::WhatsApp);
    history.opens("8", 1);
    history.goesTo("8", 2, "sales");   // before any decision
    history.opens("10", 1, Channel::Website, "v10", Origin::Practice);
    history.decided("10", 1, 0);
    history.goesTo("10", 1, "sales");
    history.labels("1", 9, 0, "", Verdict::True, "mira", "P1");
    history.corrected("2", 9, 1, "leila");
    history.labels("4", 9, 0, "", Verdict::True, "mira", "P2");
    history.labels("4", 9, 0, "", Verdict::True, "leila", "P3", true);   // a second one is for agreement
    history.labels("5", 9, 0, "", Verdict::Unsure, "mira", "P1");
    history.corrected("6", 9, 2, "leila");
    history.labels("6", 8, 0, "", Verdict::True, "mira", "P1");   // earlier, but a lead's
    history.labels("7", 9, 0, "", Verdict::False, "mira", "P1");

    const auto figure = priorityAccuracy(rows(), question, everyDimension);
    const PriorityAccuracy& k1 = figure.whole;
    EXPECT_EQ(k1.decided,
              number("SELECT count(*) FROM conversation WHERE left_ai_at IS NOT NULL AND first_tier <> '' "
                     "AND origin = 'live'"));
    EXPECT_EQ(k1.judged, 5);
    EXPECT_EQ(k1.rows, (std::vector<std::int64_t>{1, 2, 4, 6, 7}));
    EXPECT_EQ(k1.byLead, 4);
    EXPECT_EQ(k1.byAgent, 1);
    EXPECT_EQ(k1.withoutTier, 1);
    EXPECT_DOUBLE_EQ(k1.notJudgedShare(), 3.0 / 8);
    // 1 stands for itself and 9, 4 for itself, 3 and 5, 7 for itself; 2 and 6 were corrected.
    EXPECT_DOUBLE_EQ(k1.accuracy.value().value, (2.0 + 3 + 1) / (2 + 1 + 3 + 1 + 1));
    EXPECT_DOUBLE_EQ(k1.underTriage.value().value, 1.0 / 4);
    EXPECT_DOUBLE_EQ(k1.overTriage.value().value, 1.0 / 4);
    EXPECT_EQ(k1.classes, (std::vector<std::string>{"P1", "P2", "P3"}));
    EXPECT_EQ(k1.confusion, (std::vector<std::vector<double>>{{3, 1, 0}, {0, 3, 0}, {1, 0, 0}}));
    // Quadratic disagreement 0.25 of one pair of neighbours and 1 of one at both ends, by chance from the margins.
    const double seen = (1 * 0.25 + 1 * 1) / 8.0;
    const double chance = ((4 * 4 + 3 * 4) * 0.25 + 1 * 4 * 1 + 1 * 4 * 0.25) / 64.0;
    EXPECT_NEAR(k1.kappa.value().value, 1 - seen / chance, 1e-12);
    EXPECT_TRUE(k1.thin());

    const auto& channels = figure.by.at(Dimension::Channel);
    ASSERT_EQ(channels.size(), 2u);
    EXPECT_EQ(channels[0].name, "website");
    EXPECT_EQ(channels[1].figure.judged, 1);
    EXPECT_FALSE(channels[1].figure.accuracy);
    EXPECT_EQ(channels[1].figure.why, "Of only 1 is the true tier known; it takes 5.");
    EXPECT_EQ(figure.by.at(Dimension::Week).front().name, "2026-W23");
    EXPECT_EQ(figure.by.at(Dimension::Version).back().name, "version 1");
    question.origin = Origin::Practice;
    EXPECT_EQ(priorityAccuracy(rows(), question, {}).whole.decided, 1);
}

TEST_F(FourFigures, anOutcomeSaysATierOnlyWhenAskedForItsValue)
{
    for (const char* id : {"1", "2", "3", "4", "5"}) {
        handsOver(id, 1, 1);
        history.closes(id, 5, "converted", 900.0);
    }
    EXPECT_EQ(priorityAccuracy(rows(), question, {}).whole.why, "Of none is the true tier known yet.");
    question.topFromValue = 900;
    const PriorityAccuracy k1 = priorityAccuracy(rows(), question, {}).whole;
    EXPECT_EQ(k1.byOutcome, 5);
    EXPECT_EQ(k1.accuracy.value().value, 0);
    EXPECT_EQ(k1.underTriage.value().value, 1);
    question.topFromValue = 901;
    EXPECT_FALSE(priorityAccuracy(rows(), question, {}).whole.accuracy);
}

TEST_F(FourFigures, responseTimeBeginsWhenAPersonWasOwedAndCountsWhoStillWaits)
{
    history.opens("1", 0);
    history.decided("1", 1, 0);
    history.goesTo("1", 2, "sales");
    history.writes("1", 7, Author::Agent, "leila");   // 5 minutes
    handsOver("2", 200, 0);
    history.writes("2", 320, Author::Agent, "leila");   // 120, of which 60 with the queue open
    handsOver("3", 10, 1);
    history.writes("3", 15, Author::Agent, "leila");
    history.decided("3", 20, 0);
    history.writes("3", 30, Author::Agent, "leila");   // 10 since it was top
    handsOver("4", 50, 0);
    history.closes("4", 90, "no_answer");   // at least 40
    handsOver("5", 60, 0);                  // at least 420, of which 360 in business hours
    handsOver("6", 65, 0);
    history.closes("6", 66, "spam");
    history.opens("7", 70);
    history.decided("7", 70, 0);   // stays with the AI
    handsOver("8", 70, 0);
    history.writes("8", 71, Author::Agent, "leila", true);   // a note answers nobody
    history.writes("8", 72, Author::Ai);
    history.writes("8", 75, Author::Agent, "leila");   // 5

    const ResponseTime k2 = responseTime(rows(), question, {}).whole;
    EXPECT_EQ(k2.rows, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 8}));
    EXPECT_EQ(k2.owed, 6);
    EXPECT_EQ(k2.answered, 4);
    EXPECT_EQ(k2.abandoned, 1);
    EXPECT_EQ(k2.spam, 1);
    EXPECT_EQ(k2.withAi, 1);
    // Of 6, two at 5, one of four at 10: then half is open until 120.
    EXPECT_EQ(k2.calendar.value().median, minutes{65});
    EXPECT_FALSE(k2.calendar.value().p90);
    EXPECT_EQ(k2.business.value().median, minutes{35});
    EXPECT_EQ(k2.timeToTier, minutes{0});
    EXPECT_DOUBLE_EQ(k2.abandonedShare.value().value, 1.0 / 6);
    question.queue = "desk";
    EXPECT_EQ(responseTime(rows(), question, {}).whole.why, "No top-tier conversation was owed a person.");
    question = {.now = question.now, .since = FiguresHistory::at(20), .until = FiguresHistory::at(70)};
    EXPECT_EQ(responseTime(rows(), question, {}).whole.rows, (std::vector<std::int64_t>{3, 4, 5})) << "by its start";
}

TEST_F(FourFigures, aConversationWeBeganIsOwedAnAnswerFromTheVisitorsFirstMessageOn)
{
    history.happens(0, ConversationOpened{{"1"}, {"v1"}, "Visitor", Channel::WhatsApp, Origin::Live, true});
    history.goesTo("1", 1, "desk");
    history.decided("1", 1, 0);
    history.writes("1", 2, Author::Agent, "leila");
    EXPECT_EQ(responseTime(rows(), question, {}).whole.withoutInbound, 1);
    history.writes("1", 100, Author::Visitor);
    history.writes("1", 130, Author::Agent, "leila");
    const FigureRows& read = rows();
    EXPECT_EQ(read.conversations.front().touchedAt, FiguresHistory::at(130));
    EXPECT_EQ(responseTime(read, question, {}).whole.answered, 1);
}

TEST_F(FourFigures, precisionIsOfEpisodesSomebodyWasToldOf)
{
    const std::vector<std::optional<Verdict>> verdicts{Verdict::True,  Verdict::True,   Verdict::False, Verdict::True,
                                                       Verdict::False, Verdict::Unsure, std::nullopt};
    std::vector<std::int64_t> alerts;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string id = std::to_string(i + 1);
        handsOver(id, 10, 0);
        if (i == 3)
            history.writes(id, 11, Author::Agent, "leila");   // before its alert
        alerts.push_back(history.alerts(id, 20, "hot", "leila"));
        if (verdicts[i])
            history.labels(id, 90, alerts.back(), "hot", *verdicts[i], "leila");
    }
    history.labels("1", 91, alerts[0], "hot", Verdict::False, "mira", {}, true);   // a second one
    history.labels("3", 80, alerts[2], "hot", Verdict::False, "mira");
    history.labels("3", 95, alerts[2], "hot", Verdict::True, "leila");   // later, but a lead said false
    handsOver("8", 10, 0);
    const std::int64_t quiet = history.alerts("8", 20, "hot", "leila", HeldBack::Quiet);
    history.labels("8", 90, quiet, "hot", Verdict::True, "mira");
    history.happens(21, AlertRaised{{"8"}, {"follow_up"}, "Due", {"leila"}});
    history.writes("1", 29, Author::Agent, "leila");                       // in time
    history.happens(23, AlertAcknowledged{{"2"}, alerts[1], {"mira"}});    // in time
    history.happens(35, AlertAcknowledged{{"3"}, alerts[2], {"leila"}});   // too late
    history.writes("5", 25, Author::Agent, "omar");                        // not the owner
    history.happens(40, AlertEnded{{"7"}, alerts[6], {}, "Its condition no longer holds"});
    history.closes("6", 41, "resolved");

    const AlertPrecision k3 = alertPrecision(rows(), question, {}).whole;
    EXPECT_EQ(k3.fired, 8);
    EXPECT_EQ(k3.told(), 7);
    EXPECT_EQ(k3.heldBack[static_cast<std::size_t>(HeldBack::Quiet)], 1);
    EXPECT_EQ(k3.truths,
              number("SELECT count(*) FROM alert AS a WHERE held_back = 'no' AND (SELECT verdict FROM label "
                     "JOIN agent ON agent.id = labelled_by WHERE alert = a.sequence AND second = 0 "
                     "ORDER BY details ->> '$.role' = 'lead' DESC LIMIT 1) = 'true'"));
    EXPECT_EQ(k3.truths, 3);
    EXPECT_EQ(k3.falses, 2);
    EXPECT_EQ(k3.unsure, 1);
    EXPECT_DOUBLE_EQ(k3.notLabelledShare(), 1.0 / 7);
    EXPECT_EQ(k3.precision.value().value, estimateShare(3, 5).value);
    EXPECT_EQ(k3.precision.value().low, estimateShare(3, 5).low);
    EXPECT_EQ(k3.couldAct, 7);
    EXPECT_EQ(k3.actedOn, 2);
    EXPECT_EQ(k3.late, 1);
    EXPECT_EQ(k3.byItself, 1) << "the one that ended with its conversation did not";
    EXPECT_EQ(k3.rows.size(), 7u);
    question.now = FiguresHistory::at(29);
    EXPECT_EQ(alertPrecision(rows(), question, {}).whole.couldAct, 2) << "the others still can";
    question.channel = Channel::Api;
    EXPECT_EQ(alertPrecision(rows(), question, {}).whole.why, "Nobody was told of an alert.");
}

TEST_F(FourFigures, aCustomerConvertsWithinThirtyDaysAndCountsOnce)
{
    constexpr std::int64_t day = FiguresHistory::day;
    const auto top = [&](const char* id, std::int64_t at, const char* visitor, bool qualified = true) {
        history.opens(id, at, Channel::Website, visitor);
        history.decided(id, at, 0, qualified);
        history.goesTo(id, at, "sales");
    };
    top("1", 0, "a");
    history.closes("1", 5 * day, "converted", 100.0);
    top("2", 10 * day, "a");   // the same customer again
    top("3", 0, "b");
    history.closes("3", 40 * day, "converted");   // too late
    top("4", 0, "c");
    history.closes("4", 1 * day, "resolved");
    history.opens("5", 19 * day, Channel::Website, "c");   // never top, but the customer's
    history.goesTo("5", 19 * day, "sales");
    history.closes("5", 20 * day, "converted");
    top("6", 0, "d", false);
    top("7", 0, "e");
    history.closes("7", 1, "spam");
    top("8", 0, "f");
    top("9", 0, "g");
    top("10", 90 * day, "h");
    question.now = FiguresHistory::at(100 * day);

    const PriorityConversion k4 = priorityConversion(rows(), question, {}).whole;
    EXPECT_EQ(k4.of, 5);
    EXPECT_EQ(k4.converted, 2);
    EXPECT_DOUBLE_EQ(k4.conversion.value().value, 0.4);
    EXPECT_EQ(k4.maturing, 1);
    EXPECT_EQ(k4.sameCustomer, 1);
    EXPECT_EQ(k4.notQualified, 1);
    EXPECT_EQ(k4.spam, 1);
    EXPECT_EQ(k4.rows, (std::vector<std::int64_t>{1, 3, 4, 8, 9, 10}));
    question.since = FiguresHistory::at(80 * day);
    EXPECT_EQ(priorityConversion(rows(), question, {}).whole.why,
              "Its 1 customer is younger than 30 days: final then.");
    question = {.now = FiguresHistory::at(100 * day), .since = FiguresHistory::at(5 * day)};
    EXPECT_EQ(priorityConversion(rows(), question, {}).whole.sameCustomer, 1) << "also when the first is not asked for";
}

// 8 weeks, a customer a day and source, of whom every fourth and then every second converts.
TEST(ConversionByVersion, comparesAsManyWeeksOnEachSideOnOneMixOfSources)
{
    FigureRows rows;
    const Instant begin = FiguresHistory::at(0);
    rows.rulebooks = {{1, begin, {}, {}}, {2, begin + std::chrono::days{28}, {}, {}}};
    for (int i = 0; i < 112; ++i) {
        ConversationFacts facts;
        facts.number = i + 1;
        facts.topAt = facts.leftAiAt = facts.qualifiedAt = begin + std::chrono::days{i / 2};
        facts.source = rows.words.add(i % 2 == 0 ? "search" : "mail");
        facts.customer = rows.words.add("visitor " + std::to_string(i));
        if (i / 2 % (i < 56 ? 4 : 2) == 0) {
            facts.outcome = ShownOutcome::Converted;
            facts.closedAt = facts.topAt + std::chrono::days{3};
        }
        rows.conversations.push_back(facts);
    }
    FigureQuestion question{.now = begin + std::chrono::days{28 + 21 + 30}};
    const ConversionComparison found = compareByVersion(rows, question, 2);
    EXPECT_EQ(found.weeks, 3);
    const auto byHand = compareConversion({{5, 21, 11, 21}, {5, 21, 11, 21}});
    ASSERT_TRUE(found.change);
    EXPECT_EQ(found.change->compared, 84);
    EXPECT_DOUBLE_EQ(found.change->lift.value, byHand->lift.value);
    EXPECT_DOUBLE_EQ(found.change->lift.low, byHand->lift.low);
    question.now = begin + std::chrono::days{28 + 6 + 30};
    EXPECT_EQ(compareByVersion(rows, question, 2).why, "No whole week since version 2 is older than 30 days.");
    EXPECT_EQ(compareByVersion(rows, question, 3).why, "There is no version 3 of the rulebook.");
}

}
}
