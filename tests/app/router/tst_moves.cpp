#include "tests/app/router/router_floor.h"

#include <algorithm>

namespace signalbox {
namespace {

class Moves : public test::DeskFloor {
protected:
    Result<void> transfer(TransferConversation what)
    {
        what.conversation = {"1"};
        if (what.by.empty())
            what.by = {"leila"};
        return command(what);
    }
    Result<void> toAgent(const std::string& agent, const std::string& by = "leila")
    {
        return transfer({{}, {by}, {}, {}, {agent}, {}, false});
    }
    Result<void> toTeam(const std::string& team) { return transfer({{}, {}, {}, {}, {}, team, false}); }
    Result<void> toAi() { return transfer({{}, {}, {}, {}, {}, {}, true}); }
};

TEST_F(Moves, ATransferNamesExactlyOnePlace)
{
    has("leila", "v1", "1");
    const char* const wanted = "Choose one: a queue, an agent, a team or the AI.";
    EXPECT_EQ(why(transfer({})), wanted);
    EXPECT_EQ(why(transfer({{}, {}, {"support"}, {}, {"tomasz"}, {}, false})), wanted);
    EXPECT_EQ(why(transfer({{}, {}, {}, {}, {}, "east", true})), wanted);
    EXPECT_EQ(row("1").owner.agent.value, "leila");
}

TEST_F(Moves, ToAColleagueItIsTheirsAtOnceWithTheNote)
{
    has("leila", "v1", "1");
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(transfer({{}, {}, {}, "Knows the contract", {"tomasz"}, {}, false}));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Agent, {"sales"}, {"tomasz"}}));
    EXPECT_EQ(lastNote("1"), "Knows the contract");
    EXPECT_EQ(journaled<OwnerChanged>().back().reason, "Passed on by Leila Haddad");
    bool called = false;
    for (const Message& message : messages("1"))
        called = called || (message.internalNote && message.mentions == std::vector<AgentId>{{"tomasz"}});
    EXPECT_TRUE(called) << "the note calls whom it is for";
    EXPECT_EQ(why(reply("1", "leila", "hi")), "Tomasz Wrona has this conversation; only they can reply.");
    EXPECT_TRUE(reply("1", "tomasz", "hi"));
}

TEST_F(Moves, ToSomebodyUnknownGoneOrWhoHasItAlreadyIsRefusedKindly)
{
    has("leila", "v1", "1");
    EXPECT_EQ(why(toAgent("ghost")), "There is no agent \"ghost\" in this workspace.");
    EXPECT_EQ(why(toAgent("leila")), "Leila Haddad has this conversation already.");
    ASSERT_TRUE(writes("v1", "are you there?"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(why(toAgent("tomasz")),
              "Tomasz Wrona is offline and the visitor waits. Choose a queue, or somebody who is here.");
    EXPECT_EQ(row("1").owner.agent.value, "leila");
}

TEST_F(Moves, ToSomebodyAwayItIsTheirsAndANoteSaysSo)
{
    has("leila", "v1", "1");
    presence("tomasz", Presence::Away);
    ASSERT_TRUE(toAgent("tomasz"));
    EXPECT_EQ(row("1").owner.agent.value, "tomasz");
    EXPECT_EQ(lastNote("1"), "Tomasz Wrona is away. It waits for them.");
}

TEST_F(Moves, ToATeamItWaitsInItsQueueForThatTeamAlone)
{
    join("tomasz", "east");
    presence("leila", Presence::Online);
    has("leila", "v1", "1");
    ASSERT_TRUE(writes("v1", "and?"));
    EXPECT_EQ(why(toTeam("west")), "There is nobody in team \"west\".");
    ASSERT_TRUE(toTeam("east"));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Queue, {"sales"}, {}}));
    EXPECT_EQ(journaled<OwnerChanged>().back().reason, "Passed on to team east by Leila Haddad");
    tick(seconds{120});
    EXPECT_TRUE(offersOut().empty()) << "Leila is online and not in the team";
    presence("tomasz", Presence::Online);
    ASSERT_EQ(row("1").offeredTo.value, "tomasz");
    const std::vector<CandidateReason> candidates = offersOut().front().candidates;
    const auto leila = std::ranges::find(candidates, AgentId{"leila"}, &CandidateReason::agent);
    ASSERT_NE(leila, candidates.end());
    EXPECT_NE(leila->reason.find("Not in team “east”"), std::string::npos) << leila->reason;
}

TEST_F(Moves, ATeamIsAskedThoughItDoesNotAnswerForTheQueue)
{
    Agent tomasz;
    tomasz.id = {"tomasz"};
    tomasz.name = "Tomasz Wrona";
    tomasz.team = "east";
    tomasz.queues = {{"support"}};
    ASSERT_TRUE(command(SaveAgent{tomasz, {}}));
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_TRUE(offersOut().empty());
    ASSERT_TRUE(toTeam("east"));
    EXPECT_EQ(row("1").offeredTo.value, "tomasz");
    tick();
    EXPECT_EQ(row("1").offeredTo.value, "tomasz") << "the offer stands";
    ASSERT_TRUE(transfer({{}, {}, {"sales"}, {}, {}, {}, false}));
    EXPECT_TRUE(offersOut().empty()) << "the team does not count any more";
}

TEST_F(Moves, BackWithTheAiItStaysThereUntilTheAiKnowsNoAnswer)
{
    addFaq("hours", "What are your opening hours?", "We are here from nine to six.");
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(fromVisitor("v1", VisitorAsksForPerson{}));
    has("leila", "v1", "1");
    ASSERT_TRUE(toAi());
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Ai, {}, {}}));
    EXPECT_EQ(row("1").waitingSince, std::nullopt);
    EXPECT_EQ(messages("1").back().text, "The AI assistant answers again");
    EXPECT_EQ(updates.back().owner, OwnerKind::Ai);
    tick(seconds{60});
    publish(test::rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []},
        "actions": [{"type": "transfer_to_queue", "queue": "support"}]})"));
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing")));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Ai) << "decisions do not take it away";
    ASSERT_TRUE(writes("v1", "What are your opening hours?"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Ai);
    EXPECT_EQ(messages("1").back().text, "We are here from nine to six.");
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Queue, {"support"}, {}}));
    EXPECT_EQ(why(toAi()), "done") << "from a queue as well";
    EXPECT_EQ(why(toAi()), "The AI has this conversation already.");
}

TEST_F(Moves, ALeadTakesOverFromAColleagueWhoIsTold)
{
    has("leila", "v1", "1");
    EXPECT_EQ(why(command(TakeConversation{{"1"}, {"mira"}, false})), "Leila Haddad has this conversation.");
    EXPECT_EQ(why(command(TakeConversation{{"1"}, {"tomasz"}, true})),
              "Leila Haddad has this conversation. Only a lead or a supervisor may take it over.");
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"mira"}, true}));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Agent, {"sales"}, {"mira"}}));
    EXPECT_EQ(lastNote("1"), "Mira Lindqvist took this conversation from Leila Haddad.");
    EXPECT_EQ(messages("1").back().mentions, std::vector<AgentId>{{"leila"}});
}

TEST_F(Moves, TwoWhoAcceptTheSameOfferAtOnceOneHasItAndTheOtherIsToldKindly)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "hello"));
    const Offer lapsed = offersOut().front();
    presence("tomasz", Presence::Online);
    tick(seconds{30});
    const Offer second = offersOut().front();
    ASSERT_EQ(second.agent.value, "tomasz");
    std::vector<std::string> answers;
    const auto answered = [&](const Result<void>& done) { answers.push_back(why(done)); };
    std::vector<RouterInput> batch;
    batch.push_back({RouterInput::FromConsole{{1, AcceptOffer{second.id, {"leila"}}}, answered}});
    batch.push_back({RouterInput::FromConsole{{2, AcceptOffer{second.id, {"tomasz"}}}, answered}});
    batch.push_back({RouterInput::FromConsole{{3, AcceptOffer{lapsed.id, {"leila"}}}, answered}});
    batch.push_back({RouterInput::FromConsole{{4, AcceptOffer{second.id, {"tomasz"}}}, answered}});
    router->handle(std::move(batch));
    EXPECT_EQ(answers,
              (std::vector<std::string>{"This offer is for Tomasz Wrona.", "done", "This offer went to Tomasz Wrona.",
                                        "You have this conversation already."}));
    EXPECT_EQ(row("1").owner.agent.value, "tomasz");
    EXPECT_EQ(journaled<OwnerChanged>().size(), 2u) << "to the queue and to Tomasz";
}

TEST_F(Moves, TwoLeadsWhoTakeOverAtOnceLeaveItWithTheLastOneAndNoHistoryBreaks)
{
    addAgent("sam", "Sam Otieno", 4, Role::Supervisor);
    has("leila", "v1", "1");
    std::vector<RouterInput> batch;
    for (const char* lead : {"mira", "sam"})
        batch.push_back({RouterInput::FromConsole{{1, TakeConversation{{"1"}, {lead}, true}}, {}}});
    router->handle(std::move(batch));
    EXPECT_EQ(row("1").owner.agent.value, "sam");
}

TEST_F(Moves, AMoveEndsTheHoldAndTheHandOfWhoHadIt)
{
    has("leila", "v1", "1");
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, std::nullopt}));
    ASSERT_TRUE(command(RaiseHand{{"1"}, {"leila"}, true, "Help"}));
    ASSERT_TRUE(command(InviteAgent{{"1"}, {"leila"}, {"tomasz"}, ""}));
    presence("tomasz", Presence::Online);
    ASSERT_TRUE(toAgent("tomasz", "mira"));
    EXPECT_FALSE(row("1").held);
    EXPECT_TRUE(row("1").handRaisedBy.empty());
    EXPECT_TRUE(row("1").invited.empty()) << "who has it is not invited to it";
    EXPECT_EQ(lastNote("1"), "Mira Lindqvist took this conversation from Leila Haddad.");
}

}
}
