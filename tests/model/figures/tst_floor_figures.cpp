#include "model/figures/floor_figures.h"

#include "model/figures/floor_parts.h"
#include "model/figures/number_steps.h"
#include "model/storage/figures_store.h"
#include "tests/support/figures_history.h"

#include <gmock/gmock.h>

#include <limits>

namespace signalbox {
namespace {

using namespace std::chrono_literals;
using enum FloorMeasure;
using test::FiguresHistory;
using testing::ElementsAre;
using testing::IsEmpty;

// Thirteen live conversations with everything that may happen to one, and a practice one. Moments are minutes since 08:00
// UTC; -1: never. It is 11:20.
struct Happened {
    const char* id;
    Channel channel;
    int opened, leftAi, answered, closed;
    const char* agent;
    const char* outcome;
};
constexpr Channel site = Channel::Website, phone = Channel::WhatsApp;
constexpr Happened thirteen[]{
    {"1", site, 0, 1, 3, 33, "leila", "resolved"},
    {"2", site, 10, 11, 15, 75, "leila", "converted"},
    {"3", site, 20, 21, -1, 41, "", "no_answer"},
    {"4", site, 30, 31, 39, -1, "mira", ""},
    {"5", phone, 40, 41, -1, -1, "", ""},
    {"6", phone, 50, -1, -1, 60, "", "resolved"},
    {"7", phone, 60, -1, -1, 61, "", "spam"},
    {"8", site, 70, -1, -1, 80, "", ""},
    {"9", site, 80, -1, -1, -1, "", ""},
    {"10", site, 90, 91, 92, 95, "mira", "spam"},
    {"11", site, 95, 96, 98, 100, "leila", "resolved"},
    {"12", site, 100, -1, -1, 100, "", "converted"},
    {"13", site, 100, 101, 111, 131, "leila", "resolved"},
};

class FloorFiguresTest : public ::testing::Test {
protected:
    FloorFiguresTest()
    {
        history.publish(-60, 1);
        history.agent("leila", "Leila Haddad", Role::Agent);
        history.agent("mira", "Mira", Role::Lead);
        for (const Happened& one : thirteen)
            happen(one);
        history.opens("99", 5, site, "simulated", Origin::Practice);
    }
    void happen(const Happened& one)
    {
        history.opens(one.id, one.opened, one.channel);
        history.decided(one.id, one.opened, one.opened % 20 == 0 ? 0 : 1, true, one.opened < 60 ? 1 : 2);
        if (one.leftAi >= 0)
            history.goesTo(one.id, one.leftAi, one.opened < 50 ? "sales" : "desk");
        if (one.answered >= 0)
            history.writes(one.id, one.answered, Author::Agent, one.agent);
        if (one.closed >= 0)
            history.closes(one.id, one.closed, one.outcome);
    }
    const FigureRows& rows() { return **store.rows(); }
    FloorCounts ask(FloorBy by, FloorMeasure measure = Conversations, std::optional<FloorDimension> across = {})
    {
        question.by = {by, {}};
        question.measure = measure;
        question.across = across;
        return countFloor(rows(), columns, question);
    }
    static std::vector<std::string> names(const FloorCounts& counts)
    {
        std::vector<std::string> found;
        for (const FloorBar& bar : counts.bars)
            found.push_back(bar.part.name + " " + std::to_string(bar.figures.conversations));
        return found;
    }

    WorkspaceFile workspace;
    FiguresHistory history{workspace.writer};
    FiguresStore store{workspace.database};
    ConversationColumns columns;
    FloorQuestion question{.of = {.now = FiguresHistory::at(200)}};
};

TEST_F(FloorFiguresTest, countWhatHappenedAsByHand)
{
    const FloorFigures all = ask(FloorBy::Channel).whole;
    EXPECT_EQ(all.conversations, 13);
    EXPECT_EQ(all.open, 3);
    EXPECT_EQ(all.spam, 2);
    EXPECT_EQ(all.leftAi, 8);
    EXPECT_EQ(all.endedByAi, 4);
    EXPECT_EQ(std::tuple(all.aiConverted, all.aiOther, all.aiWithoutOutcome, all.aiSpam), std::tuple(1, 1, 1, 1));
    EXPECT_EQ(std::tuple(all.owed, all.answered, all.abandoned, all.begunByUs), std::tuple(7, 5, 1, 0));
    EXPECT_EQ(all.handled, 5) << "spam that a person answered is left out";
    // Waiting 2, 2, 4, 8 and 10 minutes, and 20 and 159 without an answer.
    EXPECT_EQ(all.waiting->median, 8min);
    EXPECT_EQ(all.waiting->p90, std::nullopt);
    EXPECT_EQ(all.response->median, 9min);
    // 2, 20, 30 and 60 minutes, and 161 so far.
    EXPECT_EQ(all.handling->median, 30min);
    EXPECT_EQ(all.handlingTime, 273min);
    EXPECT_EQ(all.messages, 13 + 6);
}

TEST_F(FloorFiguresTest, saySharesWithTheirIntervalsAndDashesWithTheReason)
{
    const FloorFigures all = ask(FloorBy::Channel).whole;
    const FloorValue abandoned = valueOf(all, Abandoned, all);
    EXPECT_DOUBLE_EQ(*abandoned.value, 1.0 / 7);
    EXPECT_NEAR(*abandoned.low, 0.0257, 5e-5) << "Wilson's interval of 1 of 7";
    EXPECT_NEAR(*abandoned.high, 0.5131, 5e-5);
    EXPECT_TRUE(abandoned.isThin());
    EXPECT_DOUBLE_EQ(*valueOf(all, AiShare, all).value, 4.0 / 12);
    EXPECT_DOUBLE_EQ(*valueOf(all, LeftToPeople, all).value, 8.0 / 12);
    EXPECT_EQ(valueOf(all, AiConverted, all).value, std::nullopt);
    EXPECT_EQ(valueOf(all, AiConverted, all).why, "Only 4 of the conversations were ended by the AI; it takes 5.");
    EXPECT_EQ(valueOf(all, Waiting90, all).why, "Fewer than nine in ten are known to have come to an end by any time.");
    EXPECT_EQ(valueOf(all, StillWaiting, all).value, 1);
    EXPECT_EQ(valueOf(all, HandlingHours, all).value, 273.0 / 60);
    const FloorFigures nothing;
    EXPECT_EQ(valueOf(nothing, Abandoned, all).why, "No conversations were owed to a person.");
    EXPECT_EQ(valueOf(nothing, Conversations, all).value, 0);
}

TEST_F(FloorFiguresTest, tellConversationsApart)
{
    EXPECT_THAT(names(ask(FloorBy::Channel)), ElementsAre("website 10", "whatsapp 3"));
    EXPECT_THAT(names(ask(FloorBy::Tier)), ElementsAre("P1 7", "P2 6"));
    EXPECT_THAT(names(ask(FloorBy::Queue)), ElementsAre("sales 5", "desk 3", "none 5"));
    EXPECT_THAT(names(ask(FloorBy::Agent)), ElementsAre("Leila Haddad 4", "Mira 2", "nobody 7"));
    EXPECT_THAT(names(ask(FloorBy::Version)), ElementsAre("version 1 6", "version 2 7"));
    EXPECT_THAT(names(ask(FloorBy::Outcome)),
                ElementsAre("resolved 4", "still open 3", "converted 2", "spam 2", "no_answer 1", "none 1"));
    EXPECT_THAT(names(ask(FloorBy::Day)), ElementsAre("2026-06-01 13"));
    EXPECT_THAT(names(ask(FloorBy::Week)), ElementsAre("2026-W23 13"));
    EXPECT_THAT(names(ask(FloorBy::Policy)), ElementsAre("none 13")) << "no column says";
}

TEST_F(FloorFiguresTest, tellTheHourByTheClockAtTheDesk)
{
    const auto hoursWithSome = [&] {
        std::vector<std::string> some;
        const FloorCounts counts = ask(FloorBy::Hour);
        EXPECT_EQ(counts.bars.size(), 24u) << "quiet hours are there too";
        for (const FloorBar& bar : counts.bars)
            if (bar.figures.conversations > 0)
                some.push_back(bar.part.name + " " + std::to_string(bar.figures.conversations));
        return some;
    };
    EXPECT_THAT(hoursWithSome(), ElementsAre("08:00 6", "09:00 7"));
    columns.clock
        = {{FiguresHistory::at(-9999), 2h}, {FiguresHistory::at(60), 1h}};   // the clocks go back at 09:00 UTC
    EXPECT_THAT(hoursWithSome(), ElementsAre("10:00 13")) << "an hour comes twice";
    columns.clock = {{FiguresHistory::at(0), 16h}};
    const FloorCounts counts = ask(FloorBy::Weekday);
    ASSERT_EQ(counts.bars.size(), 7u);
    EXPECT_EQ(counts.bars[1].part.name, "Tuesday");
    EXPECT_EQ(counts.bars[1].figures.conversations, 13) << "Monday 08:00 UTC is midnight there";
}

TEST_F(FloorFiguresTest, openTheConversationsBehindEveryNumber)
{
    const FloorCounts counts = ask(FloorBy::Channel);
    const FloorFigures& website = counts.bars.front().figures;
    EXPECT_THAT(conversationsBehind(website, Conversations), ElementsAre(1, 2, 3, 4, 8, 9, 10, 11, 12, 13));
    EXPECT_THAT(conversationsBehind(website, Abandoned), ElementsAre(3));
    EXPECT_THAT(conversationsBehind(website, AiShare), ElementsAre(8, 12));
    EXPECT_THAT(conversationsBehind(website, WaitingMedian), ElementsAre(1, 2, 3, 4, 11, 13));
    EXPECT_THAT(conversationsBehind(counts.whole, StillWaiting), ElementsAre(5));
    EXPECT_THAT(conversationsBehind(counts.whole, AiSpam), ElementsAre(7));
    EXPECT_THAT(conversationsBehind(counts.whole, HandlingMedian), ElementsAre(1, 2, 4, 11, 13));
}

TEST_F(FloorFiguresTest, sayHowEvenlyTheWorkLies)
{
    const FloorFairness fairness = ask(FloorBy::Agent).fairness;
    EXPECT_EQ(fairness.agents, 2);
    EXPECT_DOUBLE_EQ(fairness.conversations->jain, 25.0 / (2 * (16 + 1)));
    EXPECT_DOUBLE_EQ(fairness.conversations->largestOfMean, 4 / 2.5);
    EXPECT_DOUBLE_EQ(fairness.hours->jain, 273.0 * 273 / (2 * (112.0 * 112 + 161 * 161)));
    question.of.agent = "mira";
    EXPECT_EQ(ask(FloorBy::Agent).fairness.why, "Only one person answered.");
    EXPECT_FALSE(evennessOf(std::vector<double>{0, 0}));
    EXPECT_DOUBLE_EQ(evennessOf(std::vector<double>{3, 3, 3})->jain, 1);
    EXPECT_DOUBLE_EQ(evennessOf(std::vector<double>{0, 0, 9})->jain, 1.0 / 3);
}

TEST_F(FloorFiguresTest, filterAsTheFourFiguresDo)
{
    question.of.channel = phone;
    EXPECT_THAT(names(ask(FloorBy::Outcome)), ElementsAre("resolved 1", "spam 1", "still open 1"));
    question.of.channel.reset();
    question.of.since = FiguresHistory::at(60);
    question.of.until = FiguresHistory::at(90);
    EXPECT_EQ(ask(FloorBy::Channel).whole.conversations, 3);
    question.of.since = Instant::min();
    question.of.until = Instant::max();
    question.of.version = 2;
    question.of.queue = "desk";
    EXPECT_THAT(conversationsBehind(ask(FloorBy::Channel).whole, Conversations), ElementsAre(10, 11, 13));
    question.of.queue = "nowhere";
    EXPECT_THAT(names(ask(FloorBy::Channel)), IsEmpty());
    question = {.of = {.now = question.of.now, .origin = Origin::Practice}};
    EXPECT_EQ(ask(FloorBy::Channel).whole.conversations, 1) << "never mixed";
}

TEST_F(FloorFiguresTest, crossTwoDimensions)
{
    const FloorCounts counts = ask(FloorBy::Channel, AiShare, FloorDimension{FloorBy::Tier, {}});
    const FloorPivot& pivot = *counts.pivot;
    EXPECT_THAT(pivot.columns, ElementsAre(FloorPart{"P1", "P1"}, FloorPart{"P2", "P2"}));
    EXPECT_EQ(pivot.cells.size(), 2u);
    EXPECT_THAT(conversationsBehind(pivot.cells[0][0], Conversations), ElementsAre(1, 3, 9, 12, 13));
    EXPECT_EQ(pivot.cells[1][1].conversations, 1);
    EXPECT_EQ(pivot.whole[0].endedByAi + pivot.whole[1].endedByAi, 4);
    EXPECT_FALSE(pivot.cells[0][0].waiting) << "only what was asked for is estimated";
}

TEST_F(FloorFiguresTest, breakDownByWhatIsKnownOfVisitors)
{
    auto path = std::make_shared<ConversationColumn>();
    path->names = {"", "/pricing", "/docs"};
    path->codes = {1, 2, 1, 0, 0, 1, 1, 2, 2, 1, 1, 1, 2, 2};
    columns.attributes["page.path"] = path;
    question.by = {FloorBy::Attribute, "page.path"};
    const FloorCounts counts = countFloor(rows(), columns, question);
    EXPECT_THAT(names(counts), ElementsAre("/pricing 7", "/docs 4", "missing 2"));
    question.by.attribute = "nobody.knows";
    EXPECT_THAT(names(countFloor(rows(), columns, question)), ElementsAre("missing 13"));
}

TEST(FloorPartsTest, ofManyTextsTheFrequentOnesHaveTheirOwn)
{
    FigureRows rows;
    auto words = std::make_shared<ConversationColumn>();
    std::vector<std::uint32_t> places;
    for (std::uint32_t i = 0; i < 300; ++i) {
        words->names.push_back("word " + std::to_string(i));
        for (std::uint32_t times = 0; times < (i < 40 ? 3u : 1u); ++times) {
            words->codes.push_back(i % 50 == 49 ? 0 : i + 1);
            rows.conversations.emplace_back();
            places.push_back(static_cast<std::uint32_t>(places.size()));
        }
    }
    ConversationColumns columns;
    columns.attributes["a"] = words;
    const FloorParts parts = partsBy(rows, columns, {FloorBy::Attribute, "a"}, places);
    ASSERT_EQ(parts.parts.size(), 32u);
    EXPECT_EQ(parts.parts[30].name, "others");
    EXPECT_EQ(parts.parts[31].name, "missing");
    EXPECT_EQ(std::ranges::count(parts.partOf, 31u), 6) << "missing never hides among others";
}

TEST(FloorPartsTest, numbersAreCutIntoRoundStepsOfAboutAsMany)
{
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i)
        values.push_back(i * 9.7);
    const std::vector<double> cuts = cutsOf(values);
    EXPECT_THAT(cuts, ElementsAre(1000, 2000, 4000, 5000, 6000, 7000, 8000));
    EXPECT_THAT(cutsOf({1, 2, 3, 3, 3}), IsEmpty()) << "each its own";
    std::vector<double> years;
    for (int i = 0; i < 900; ++i)
        years.push_back(2001 + i % 18);
    for (const double cut : cutsOf(years))
        EXPECT_EQ(cut, std::round(cut)) << "as many digits as it takes";
    std::vector<double> nearlyAllZero(1000, 0.0);
    for (int i = 1; i < 20; ++i)
        nearlyAllZero[static_cast<std::size_t>(i)] = i;
    EXPECT_THAT(cutsOf(nearlyAllZero), ElementsAre(1));
    EXPECT_EQ(NumberSteps({1e6, 2, 1e6}).nameOf(1), "1000000") << "as people write it";
}

TEST(FloorPartsTest, numbersHaveNamesOfTheirStepsAndWhatIsNoneIsMissing)
{
    FigureRows rows;
    auto numbers = std::make_shared<ConversationColumn>();
    std::vector<std::uint32_t> places;
    for (int i = 0; i < 80; ++i) {
        numbers->numbers.push_back(i < 4 ? std::numeric_limits<double>::quiet_NaN() : i);
        rows.conversations.emplace_back();
        places.push_back(static_cast<std::uint32_t>(i));
    }
    ConversationColumns columns;
    columns.attributes["n"] = numbers;
    const FloorParts parts = partsBy(rows, columns, {FloorBy::Attribute, "n"}, places);
    EXPECT_THAT(parts.parts.front().name, testing::StartsWith("below 1"));
    EXPECT_THAT(parts.parts[1].name, testing::HasSubstr(" to below "));
    EXPECT_THAT(parts.parts[7].name, testing::EndsWith(" or more"));
    EXPECT_EQ(parts.parts.back().name, "missing");
    EXPECT_EQ(std::ranges::count(parts.partOf, 8u), 4);
}

}
}
