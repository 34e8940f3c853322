// What happened on the floor, asked of a workspace that a router has written.
#include "app/analysis/floor_counter.h"

#include "app/analysis/traffic.h"
#include "tests/app/router/router_floor.h"
#include "tests/support/workspace_file.h"

#include <gmock/gmock.h>

namespace signalbox {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string priceToSales
    = R"({"id":"price","name":"Asks for prices","when":{"attr":"page.campaign","op":"eq","value":"pricing"},
    "actions":[{"type":"transfer_to_queue","queue":"sales"}]})";

class FloorCounterTest : public test::RouterFloor {
protected:
    void SetUp() override
    {
        publish(test::rulebookWith(priceToSales));
        visit("a", "pricing", 12);
        visit("b", "support", 800);
        visit("c", "pricing", 40);
    }
    void visit(const std::string& visitor, const std::string& campaign, double employees)
    {
        seesPage(visitor, "page.campaign", Value(campaign));
        seesPage(visitor, "page.scroll", Value(employees));
        ASSERT_TRUE(writes(visitor, "Hello"));
        clock.advance(seconds{60});
    }
    FloorQuestion by(FloorDimension dimension)
    {
        FloorQuestion question;
        question.of.now = clock.now();
        question.by = std::move(dimension);
        question.zone = "Europe/Berlin";
        return question;
    }
    std::vector<std::string> bars(const FloorQuestion& question)
    {
        const auto counts = counter.count(question, errand);
        EXPECT_TRUE(counts) << (counts ? "" : counts.error().message);
        std::vector<std::string> found;
        if (counts)
            for (const FloorBar& bar : counts->bars)
                if (bar.figures.conversations > 0)
                    found.push_back(bar.part.name + " " + std::to_string(bar.figures.conversations));
        return found;
    }

    History history{folder / "test.signalbox"};
    FigureSource source{folder / "test.signalbox"};
    FloorCounter counter{source, history};
    Errand errand;
};

TEST_F(FloorCounterTest, knowsPoliciesByTheirNames)
{
    EXPECT_THAT(bars(by({FloorBy::Policy, {}})), ElementsAre("Asks for prices 2", "none 1"));
    EXPECT_THAT(bars(by({FloorBy::Queue, {}})), Contains("sales 2"));
}

TEST_F(FloorCounterTest, hitsAreThoseOfTheStudio)
{
    ASSERT_OK(history.follow(errand));
    const Traffic traffic
        = countTraffic(history.read().log, {Instant{}, clock.now() + std::chrono::days{1}, true, false, false}, {},
                       [](const Outcome& outcome) { return outcome.target; });
    const auto counts = counter.count(by({FloorBy::Policy, {}}), errand);
    ASSERT_TRUE(counts);
    for (const FloorBar& bar : counts->bars)
        EXPECT_EQ(bar.figures.conversations, traffic.hits.at(PolicyId{bar.part.id}));
}

TEST_F(FloorCounterTest, breaksDownByAnyAttributeThatWasSeen)
{
    const auto seen = counter.attributes(errand);
    ASSERT_TRUE(seen);
    EXPECT_THAT(*seen, Contains("page.campaign"));
    EXPECT_THAT(*seen, Not(Contains("nobody.knows")));
    EXPECT_THAT(bars(by({FloorBy::Attribute, "page.campaign"})), ElementsAre("pricing 2", "support 1"));
    EXPECT_THAT(bars(by({FloorBy::Attribute, "page.scroll"})), ElementsAre("12 1", "40 1", "800 1"));
    EXPECT_THAT(bars(by({FloorBy::Attribute, "nobody.knows"})), ElementsAre("missing 3"));
}

TEST_F(FloorCounterTest, followsTheJournalAsItGrows)
{
    EXPECT_THAT(bars(by({FloorBy::Attribute, "page.campaign"})), ElementsAre("pricing 2", "support 1"));
    visit("d", "support", 3);
    visit("e", "support", 3);
    EXPECT_THAT(bars(by({FloorBy::Attribute, "page.campaign"})), ElementsAre("support 3", "pricing 2"));
    EXPECT_THAT(bars(by({FloorBy::Policy, {}})), ElementsAre("Asks for prices 2", "none 3"));
}

TEST_F(FloorCounterTest, tellsHoursByTheClockOfTheDesk)
{
    EXPECT_THAT(bars(by({FloorBy::Hour, {}})), ElementsAre("10:00 3")) << "08:00 UTC in Berlin's summer";
    FloorQuestion nowhere = by({FloorBy::Hour, {}});
    nowhere.zone = "Europe/Atlantis";
    EXPECT_EQ(counter.count(nowhere, errand).error().message, "There is no time zone \"Europe/Atlantis\".");
}

TEST_F(FloorCounterTest, crossesPoliciesWithAttributes)
{
    FloorQuestion question = by({FloorBy::Attribute, "page.campaign"});
    question.across = FloorDimension{FloorBy::Policy, {}};
    const auto counts = counter.count(question, errand);
    ASSERT_TRUE(counts);
    ASSERT_TRUE(counts->pivot);
    EXPECT_THAT(counts->pivot->columns, ElementsAre(FloorPart{"price", "Asks for prices"}, FloorPart{"", "none"}));
    EXPECT_EQ(counts->pivot->cells[0][0].conversations, 2);
    EXPECT_THAT(conversationsBehind(counts->pivot->cells[1][1], FloorMeasure::Conversations), ElementsAre(2));
}

}
}
