#include "routing/assignment/matching.h"
#include "tests/routing/support/floors.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

namespace signalbox {
namespace {

using namespace test;
using std::chrono::minutes;

AssignmentRound round(const std::vector<WaitingConversation>& conversations, const std::vector<AgentOnFloor>& agents,
                      Queue queue = {}, const OpenIntervals& intervals = {})
{
    return assignTogether(conversations, agents, floorOf(std::move(queue)), intervals, noon);
}

std::string picture(const AssignmentRound& made) { return test::picture(made.assignments); }

std::string reasonFor(const std::string& id, const AssignmentRound& made)
{
    return test::reasonFor(id, made.assignments);
}

TEST(AssignmentTogether, anExpertIsKeptForTheOneThatOnlyTheyCanTake)
{
    auto german = waiting("2", 5);
    german.requiredSkills = {{SkillId{"german"}, 1}};
    const auto made = round({waiting("1", 50), german}, {agent("ann", 9, {{SkillId{"german"}, 1}}), agent("bob", 2)});
    EXPECT_EQ(picture(made), "1>bob 2>ann");
    EXPECT_EQ(made.sum.inTurnOffers, 1);
    EXPECT_EQ(reasonFor("bob", made), "Idle for 2 min: the next, as ann takes #2");
    EXPECT_EQ(reasonFor("ann", made), "Is offered #2 at the same time");
}

TEST(AssignmentTogether, whoIsFirstIsNotPassedOverForTwoBehindThem)
{
    auto first = waiting("1", 50);
    first.requiredSkills = {{SkillId{"german"}, 1}};
    auto second = waiting("2", 40);
    second.requiredSkills = first.requiredSkills;
    EXPECT_EQ(picture(round({second, first}, {agent("ann", 9, {{SkillId{"german"}, 1}}), agent("bob", 2)})), "1>ann");
}

TEST(AssignmentTogether, waitingRaisesTheTierAsTheQueueSays)
{
    Queue queue;
    auto urgent = waiting("1", 10);
    auto patient = waiting("2", 600);
    patient.tierRank = 2;
    EXPECT_EQ(picture(round({urgent, patient}, {agent("ann", 9)}, queue)), "1>ann");
    queue.raiseAfter = seconds{300};
    EXPECT_EQ(picture(round({urgent, patient}, {agent("ann", 9)}, queue)), "2>ann");
    queue.raiseAfter = seconds{301};
    EXPECT_EQ(picture(round({urgent, patient}, {agent("ann", 9)}, queue)), "1>ann");
}

TEST(AssignmentTogether, theirOwnAgentIsWaitedForUntilTheTimeIsOver)
{
    Queue queue;
    queue.affinityFor = seconds{60};
    auto known = waiting("1", 59);
    known.ownAgents = {AgentId{"ann"}};
    EXPECT_EQ(picture(round({known}, {agent("ann", 1), agent("bob", 9)}, queue)), "1>ann");
    AgentOnFloor busy = agent("ann", 1);
    busy.hasOffer = true;
    EXPECT_EQ(picture(round({known}, {busy, agent("bob", 9)}, queue)), "");
    known.waitingSince = noon - seconds{60};
    EXPECT_EQ(picture(round({known}, {busy, agent("bob", 9)}, queue)), "1>bob");
    known.waitingSince = noon - seconds{59};
    busy.presence = Presence::Away;
    EXPECT_EQ(picture(round({known}, {busy, agent("bob", 9)}, queue)), "1>bob") << "who is away is not waited for";
}

TEST(AssignmentTogether, whatTheContextAsksForHasToFitUntilItIsDropped)
{
    Queue queue;
    queue.relax = {{seconds{120}, 5, {Requirement::Language, Requirement::Territory}}};
    auto conversation = waiting("1", 119);
    conversation.language = "de-AT";
    conversation.territory = "North";
    conversation.dealSize = 9'000;
    AgentOnFloor ann = agent("ann", 9);
    ann.agent.languages = {"en"};
    ann.agent.territories = {"South"};
    ann.agent.leastDeal = 10'000;
    AgentOnFloor bob = agent("bob", 1);
    bob.agent.languages = {"DE"};
    const auto made = round({conversation}, {ann, bob}, queue);
    EXPECT_EQ(picture(made), "1>bob");
    EXPECT_EQ(reasonFor("ann", made), "Does not speak de; Not for territory “North”; Not for deals of €9,000");
    ann.agent.leastDeal.reset();
    EXPECT_EQ(picture(round({conversation}, {ann}, queue)), "");
    conversation.waitingSince = noon - seconds{120};
    EXPECT_EQ(picture(round({conversation}, {ann}, queue)), "1>ann");
    EXPECT_EQ(picture(round({conversation}, {ann, bob}, queue)), "1>bob") << "who fits without relaxing goes first";
}

TEST(AssignmentTogether, nobodyIsOfferedAnythingOnLeaveOffDutyOrOutsideTheTeam)
{
    Queue queue;
    queue.team = "east";
    AgentOnFloor onLeave = agent("ann", 9);
    onLeave.agent.team = "east";
    onLeave.agent.leave = {{noon - minutes(1), noon + minutes(1)}};
    AgentOnFloor offDuty = agent("bob", 9);
    offDuty.agent.team = "east";
    offDuty.agent.schedule.value = "late";
    AgentOnFloor outsider = agent("cem", 9);
    outsider.agent.team = "west";
    AgentOnFloor there = agent("dee", 1);
    there.agent.team = "east";
    const OpenIntervals late{{ScheduleId{"late"}, {{noon + minutes(1), noon + minutes(2)}}}};
    const auto made = round({waiting("1")}, {onLeave, offDuty, outsider, there}, queue, late);
    EXPECT_EQ(picture(made), "1>dee");
    EXPECT_EQ(reasonFor("ann", made), "On leave until 2026-06-09T12:01:00Z");
    EXPECT_EQ(reasonFor("bob", made), "Off duty");
    EXPECT_EQ(reasonFor("cem", made), "Not in team “east”");
}

// The least cost of rows that all have a column, by trying every order of columns; none when that cannot be.
std::optional<std::int64_t> leastCost(const std::vector<std::vector<std::int64_t>>& rows, std::size_t columns)
{
    std::vector<std::size_t> order(columns);
    std::iota(order.begin(), order.end(), 0u);
    std::optional<std::int64_t> least;
    do {
        std::int64_t sum = 0;
        bool possible = rows.size() <= columns;
        for (std::size_t row = 0; possible && row < rows.size(); ++row) {
            possible = rows[row][order[row]] != Matching::never;
            sum += rows[row][order[row]];
        }
        if (possible && (!least || sum < *least))
            least = sum;
    } while (std::next_permutation(order.begin(), order.end()));
    return least;
}

TEST(Matching, servesEachRowThatCanBeServedBesideThoseBeforeItAtTheLeastCost)
{
    EXPECT_TRUE(rc::check([] {
        const auto columns = std::size_t(*rc::gen::inRange(1, 6));
        Matching matching(columns);
        std::vector<std::vector<std::int64_t>> served;
        for (int i = 0; i < *rc::gen::inRange(1, 8); ++i) {
            std::vector<std::int64_t> costs(columns);
            for (std::int64_t& cost : costs)
                cost = *rc::gen::oneOf(rc::gen::just(Matching::never), rc::gen::inRange<std::int64_t>(0, 50));
            auto with = served;
            with.push_back(costs);
            const bool possible = leastCost(with, columns).has_value();
            RC_ASSERT(matching.add(costs) == possible);
            if (possible)
                served = with;
        }
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < matching.rows(); ++row)
            sum += served[row][matching.columnOf(row)];
        RC_ASSERT(sum == leastCost(served, columns).value_or(0));
    }));
}

}
}
