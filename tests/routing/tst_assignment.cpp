#include "routing/assignment/requirements.h"
#include "tests/routing/support/floors.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace test;
using std::chrono::minutes;

std::string assigned(const std::vector<WaitingConversation>& conversations, const std::vector<AgentOnFloor>& agents,
                     const Rulebook& rulebook = floorOf())
{
    return picture(assign(conversations, agents, rulebook, {}, noon));
}

TEST(Assignment, theLongestIdleGoesFirstThenTheLessBusyThenById)
{
    EXPECT_EQ(assigned({waiting("1")}, {agent("ann", 2), agent("bob", 4)}), "1>bob");
    AgentOnFloor busy = agent("ann", 4);
    busy.placesUsed = 1;
    EXPECT_EQ(assigned({waiting("1")}, {busy, agent("bob", 4)}), "1>bob");
    EXPECT_EQ(assigned({waiting("1")}, {agent("bob", 4), agent("ann", 4)}), "1>ann");
}

TEST(Assignment, whoComesBackFromLeaveDoesNotReceiveEverything)
{
    AgentOnFloor back = agent("ann", 60 * 24 * 14);
    back.presenceSince = noon - minutes(1);
    EXPECT_EQ(assigned({waiting("1")}, {back, agent("bob", 3)}), "1>bob");
}

TEST(Assignment, liveBeforePracticeBeforeImportedThenTierThenLongestWaiting)
{
    auto practice = waiting("1", 900);
    practice.origin = Origin::Practice;
    auto imported = waiting("2", 9000);
    imported.origin = Origin::Imported;
    auto urgent = waiting("4", 5);
    auto patient = waiting("5", 800);
    auto later = waiting("10", 700);
    patient.tierRank = later.tierRank = 1;
    EXPECT_EQ(assigned({practice, imported, later, patient, urgent},
                       {agent("a", 9), agent("b", 8), agent("c", 7), agent("d", 6), agent("e", 5)}),
              "4>a 5>b 10>c 1>d 2>e");
}

TEST(Assignment, nobodyGetsTwoOffersAtOnceOrMoreThanTheyCanHold)
{
    EXPECT_EQ(assigned({waiting("1", 20), waiting("2")}, {agent("ann", 5)}), "1>ann");
    AgentOnFloor full = agent("ann", 5);
    full.placesUsed = 3.5;
    EXPECT_EQ(assigned({waiting("1")}, {full}), "");
    full.agent.channelWeights["website"] = 0.5;
    EXPECT_EQ(assigned({waiting("1")}, {full}), "1>ann");
}

TEST(Assignment, aConversationNobodyCanTakeDoesNotHoldUpTheNext)
{
    auto expert = waiting("1", 500);
    expert.requiredSkills = {{SkillId{"law"}, 3}};
    EXPECT_EQ(assigned({expert, waiting("2")}, {agent("ann", 5)}), "2>ann");
}

TEST(Assignment, skillsAreRelaxedInSteps)
{
    Queue queue;
    queue.skills = {{SkillId{"enterprise"}, 3}};
    queue.relax = {{seconds{60}, 2}, {seconds{120}, 0}};
    EXPECT_EQ(skillsAsked(queue, {}, seconds{59}), (std::vector<Skill>{{SkillId{"enterprise"}, 3}}));
    EXPECT_EQ(skillsAsked(queue, {{SkillId{"enterprise"}, 5}}, seconds{59}),
              (std::vector<Skill>{{SkillId{"enterprise"}, 5}}));
    EXPECT_EQ(skillsAsked(queue, {{SkillId{"german"}, 1}}, seconds{60}),
              (std::vector<Skill>{{SkillId{"enterprise"}, 2}, {SkillId{"german"}, 1}}));
    EXPECT_TRUE(skillsAsked(queue, {}, seconds{120}).empty());
    EXPECT_EQ(assigned({waiting("1", 59)}, {agent("ann", 5, {{SkillId{"enterprise"}, 2}})}, floorOf(queue)), "");
    EXPECT_EQ(assigned({waiting("1", 60)}, {agent("ann", 5, {{SkillId{"enterprise"}, 2}})}, floorOf(queue)), "1>ann");
}

TEST(Assignment, whoLetItLapseIsAskedAgainOnlyWhenNobodyElseCan)
{
    auto conversation = waiting("1");
    conversation.letGo = {{AgentId{"ann"}, noon - seconds(60)}};
    const auto both
        = assign(std::vector{conversation}, std::vector{agent("ann", 9), agent("bob", 1)}, floorOf(), {}, noon);
    EXPECT_EQ(picture(both), "1>bob");
    EXPECT_EQ(reasonFor("ann", both), "Let it go before");
    EXPECT_EQ(assigned({conversation}, {agent("ann", 9)}), "1>ann");
}

TEST(Assignment, whoLetItGoIsNotAskedAgainBeforeTheQueuesPauseIsOver)
{
    auto conversation = waiting("1");
    conversation.letGo = {{AgentId{"ann"}, noon - seconds(59)}};
    EXPECT_EQ(assigned({conversation}, {agent("ann", 9)}), "");
    const auto other
        = assign(std::vector{conversation}, std::vector{agent("ann", 9), agent("bob", 1)}, floorOf(), {}, noon);
    EXPECT_EQ(reasonFor("ann", other), "Let it go, is asked again in 1 second");
    Queue hasty;
    hasty.askAgainAfter = seconds{10};
    EXPECT_EQ(assigned({conversation}, {agent("ann", 9)}, floorOf(hasty)), "1>ann");
}

TEST(Assignment, everyCandidateHasAReasonInWords)
{
    Queue queue;
    queue.skills = {{SkillId{"enterprise"}, 3}};
    const std::vector<Skill> able{{SkillId{"enterprise"}, 3}};
    std::vector agents{agent("best", 4, able),  agent("next", 3, able),
                       agent("away", 9, able),  agent("novice", 9, {{SkillId{"enterprise"}, 2}}),
                       agent("none", 9),        agent("full", 9, able),
                       agent("asked", 9, able), agent("other", 9, able)};
    agents[2].presence = Presence::Away;
    agents[5].placesUsed = 4;
    agents[6].hasOffer = true;
    agents[7].agent.queues = {QueueId{"support"}};
    const auto assignments = assign(std::vector{waiting("1")}, agents, floorOf(queue), {}, noon);
    EXPECT_EQ(reasonFor("best", assignments), "Idle for 4 min: the longest");
    EXPECT_EQ(reasonFor("next", assignments), "Idle for 3 min");
    EXPECT_EQ(reasonFor("away", assignments), "Away");
    EXPECT_EQ(reasonFor("novice", assignments), "Needs enterprise 3, has 2");
    EXPECT_EQ(reasonFor("none", assignments), "Needs enterprise 3, has none");
    EXPECT_EQ(reasonFor("full", assignments), "Full: 4 of 4 places");
    EXPECT_EQ(reasonFor("asked", assignments), "Has an offer already");
    EXPECT_EQ(reasonFor("other", assignments), "not there");
}

TEST(Assignment, aClosedQueueOffersNothing)
{
    Queue queue;
    queue.schedule.value = "office";
    const OpenIntervals open{{ScheduleId{"office"}, {{noon, noon + minutes(1)}}}};
    EXPECT_EQ(assigned({waiting("1")}, {agent("ann", 5)}, floorOf(queue)), "");
    EXPECT_EQ(picture(assign(std::vector{waiting("1")}, std::vector{agent("ann", 5)}, floorOf(queue), open, noon)),
              "1>ann");
}

TEST(Assignment, aConversationForOnePersonGoesToThatPersonOnly)
{
    auto conversation = waiting("1");
    conversation.onlyAgent.value = "ann";
    EXPECT_EQ(assigned({conversation}, {agent("bob", 9)}), "");
    AgentOnFloor elsewhere = agent("ann", 1);
    elsewhere.agent.queues = {QueueId{"support"}};
    EXPECT_EQ(assigned({conversation}, {agent("bob", 9), elsewhere}), "1>ann");
}

TEST(Assignment, theOfferStandsAsLongAsItsQueueSays)
{
    Queue queue;
    queue.offerFor = seconds{45};
    EXPECT_EQ(assign(std::vector{waiting("1")}, std::vector{agent("ann", 5)}, floorOf(queue), {}, noon).at(0).offerFor,
              seconds{45});
}

}
}
