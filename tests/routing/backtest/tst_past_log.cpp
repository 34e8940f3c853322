#include "routing/backtest/past_walk.h"
#include "tests/routing/support/rulebooks.h"
#include "tests/support/past_maker.h"

namespace signalbox {
namespace {

const Instant morning = *fromIso8601("2026-06-09T08:00:00Z");

Values withoutTime(Values values)
{
    values.erase("now");
    std::erase_if(values, [](const auto& entry) { return entry.first.starts_with("schedule."); });
    return values;
}

AttributeNames everythingIn(const PastLog& log)
{
    AttributeNames names;
    for (std::uint32_t i = 0; i < log.names().size(); ++i)
        names.insert(log.names().text(i));
    return names;
}

TEST(PastLog, givesBackWhatEveryDecisionSaw)
{
    const Engine live(rulebookOf(R"({"rulebook":1,
        "signals":[{"id":"page","when":{"attr":"page.path","op":"exists"},"weight":30}],
        "policies":[{"id":"all","when":{"attr":"message.text","op":"exists"},"actions":[{"type":"keep_with_ai"}]}]})"),
                      1, {});
    test::PastMaker maker(live);
    test::fillPast(maker, 80, 21, morning);
    PastWalk walk(maker.log, everythingIn(maker.log));
    std::size_t seen = 0;
    for (const PastLog::Conversation& conversation : maker.log.conversations()) {
        walk.start(conversation);
        for (const PastDecision& past : maker.decisionsOf(conversation.id.value)) {
            ASSERT_TRUE(walk.next());
            EXPECT_EQ(walk.values(), withoutTime(past.decision.snapshot));
            EXPECT_EQ(walk.seen().size(), past.decision.signalShares.size());
            for (const SignalShare& share : past.decision.signalShares)
                EXPECT_EQ(walk.seen().at(share.id), share.observedAt);
            EXPECT_EQ(walk.step().at, past.decision.at);
            ++seen;
        }
        EXPECT_FALSE(walk.next());
    }
    EXPECT_EQ(seen, maker.past.size());
}

TEST(PastLog, keepsEveryTypeOfValueAndWhatIsTakenAway)
{
    PastLog log;
    log.open({"1"}, Channel::WhatsApp, Origin::Imported, "Amelia");
    PastDecision past;
    past.decision.conversation = {"1"};
    past.sequence = 1;
    past.decision.snapshot = {{"custom.text", std::string("a")},
                              {"custom.number", -0.5},
                              {"custom.flag", true},
                              {"custom.set", StringSet{"a", "b"}},
                              {"custom.time", morning}};
    log.add(past);
    const Values all = past.decision.snapshot;
    past.sequence = 2;
    past.decision.snapshot.erase("custom.set");
    log.add(past);
    PastWalk walk(log, everythingIn(log));
    walk.start(log.conversations().front());
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.values(), all);
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.values(), past.decision.snapshot);
    EXPECT_EQ(walk.changed(), std::vector<std::string>{"custom.set"});
    EXPECT_EQ(log.find({"1"})->origin, Origin::Imported);
}

TEST(PastLog, leavesOutConversationsItWasNotTold)
{
    PastLog log;
    PastDecision past;
    past.decision.conversation = {"7"};
    log.add(past);
    EXPECT_TRUE(log.steps().empty());
}

TEST(Outcome, whatIsWithPeopleDoesNotGoBackToTheAi)
{
    Outcome place;
    follow(place, {Outcome::Kind::Queue, "sales", {"P2"}, PolicyId{"hot"}});
    follow(place, {Outcome::Kind::Ai, "", {"P1"}, PolicyId{"rest"}});
    EXPECT_EQ(place, (Outcome{Outcome::Kind::Queue, "sales", {"P1"}, PolicyId{"hot"}}));
    follow(place, {Outcome::Kind::Agent, "leila", {"P1"}, PolicyId{"owner"}});
    EXPECT_EQ(place.target, "leila");
}

TEST(Outcome, hasWords)
{
    Rulebook rulebook;
    rulebook.queues.push_back({});
    rulebook.queues[0].id = {"east"};
    rulebook.queues[0].name = "Enterprise East";
    EXPECT_EQ(destinationInWords({}, rulebook), "the AI");
    EXPECT_EQ(destinationInWords({Outcome::Kind::Queue, "east", {}, {}}, rulebook), "Enterprise East");
    EXPECT_EQ(destinationInWords({Outcome::Kind::Queue, "west", {}, {}}, rulebook), "west");
    EXPECT_EQ(destinationInWords({Outcome::Kind::Agent, "leila", {}, {}}, rulebook,
                                 [](const AgentId&) { return "Leila Haddad"; }),
              "agent Leila Haddad");
}

}
}
