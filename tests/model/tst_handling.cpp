#include "tests/support/workspace_file.h"

#include "model/storage/conversation_store.h"
#include "model/storage/workspace_store.h"

namespace signalbox {
namespace {

const Owner withAi{OwnerKind::Ai, {}, {}};
const Owner withLeila{OwnerKind::Agent, {"sales"}, {"leila"}};

// A conversation that Leila has.
struct Handled : WorkspaceFile {
    Handled()
    {
        EXPECT_OK(append(
            {openedBy("v1", "1"), said("1", 1, "Hello"),
             OwnerChanged{{"1"}, withAi, withLeila, "Taken by hand", Instant{seconds{5}}, Instant{seconds{9}}}}));
    }
    Conversation row() { return ConversationStore(database).find({"1"}).value().value(); }
};

TEST(HandlingProjection, aHoldTakesAwayWhatIsOwedAndEndsWithoutOwing)
{
    Handled workspace;
    ASSERT_OK(workspace.append({ConversationHeld{{"1"}, {"leila"}, Instant{seconds{70}}}}));
    EXPECT_TRUE(workspace.row().held);
    EXPECT_EQ(workspace.row().heldUntil, Instant{seconds{70}});
    EXPECT_FALSE(workspace.row().waitingSince);
    EXPECT_FALSE(workspace.row().answerBy);
    ASSERT_OK(workspace.append({HoldEnded{{"1"}, "The visitor wrote"}}));
    EXPECT_FALSE(workspace.row().held);
    EXPECT_FALSE(workspace.row().heldUntil);
}

TEST(HandlingProjection, whoIsInvitedIsThereOnceAndLeavesAlone)
{
    Handled workspace;
    ASSERT_OK(workspace.append({AgentInvited{{"1"}, {"omar"}, {"leila"}}, AgentInvited{{"1"}, {"ana"}, {"leila"}},
                                AgentInvited{{"1"}, {"omar"}, {"leila"}}, InvitedLeft{{"1"}, {"omar"}}}));
    EXPECT_EQ(workspace.row().invited, std::vector<AgentId>{{"ana"}});
}

TEST(HandlingProjection, aTierGivenByHandIsLeftByDecisions)
{
    Handled workspace;
    Decision decision;
    decision.conversation = {"1"};
    decision.tier = {"P3"};
    decision.tierRank = 2;
    decision.intentScore = 12;
    ASSERT_OK(workspace.append({ConversationCorrected{{"1"}, {"leila"}, "tier", "P2", "P1", "The chairman", 0},
                                ConversationCorrected{{"1"}, {"leila"}, "intent", "", "buy", "She says so", 0},
                                DecisionMade{decision}}));
    EXPECT_EQ(workspace.row().tier.value, "P1");
    EXPECT_EQ(workspace.row().tierRank, 0);
    EXPECT_TRUE(workspace.row().tierByHand);
    EXPECT_EQ(workspace.row().intentScore, 12);
    const auto made = ConversationStore(workspace.database).corrections({"1"}).value();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[0], (Correction{"tier", "P2", "P1", "The chairman", {"leila"}, Instant{seconds{1'000'000}}}));
    EXPECT_EQ(made[1].subject, "intent");
}

TEST(HandlingProjection, aClosedConversationIsReopenedOnceAndWithoutWhatClosingEnded)
{
    Handled workspace;
    ASSERT_OK(workspace.append({HandRaised{{"1"}, {"leila"}, true, "Help"}, AgentInvited{{"1"}, {"omar"}, {"leila"}},
                                ConversationClosed{{"1"}, {"leila"}, "converted", 4200.5}}));
    EXPECT_EQ(workspace.row().outcomeValue, 4200.5);
    EXPECT_TRUE(workspace.row().handRaisedBy.empty());
    ASSERT_OK(workspace.append({ConversationReopened{{"1"}, {"leila"}, withLeila}}));
    EXPECT_EQ(workspace.row().owner, withLeila);
    EXPECT_FALSE(workspace.row().closedAt);
    EXPECT_EQ(workspace.row().outcome, "");
    EXPECT_FALSE(workspace.row().outcomeValue);
    EXPECT_TRUE(workspace.row().invited.empty());
    EXPECT_FALSE(workspace.append({ConversationReopened{{"1"}, {"leila"}, withLeila}})) << "it is open";
    ASSERT_OK(workspace.append({ConversationClosed{{"1"}, {"leila"}, "", {}}, openedBy("v1", "2")}));
    EXPECT_FALSE(workspace.append({ConversationReopened{{"1"}, {"leila"}, withLeila}}))
        << "a visitor has one open conversation on a channel";
}

TEST(HandlingProjection, whatReachedTheVisitorNeverGoesBack)
{
    Handled workspace;
    ASSERT_OK(workspace.append({MessagesReached{{"1"}, 4, 2}, MessagesReached{{"1"}, 3, 3}}));
    EXPECT_EQ(workspace.row().deliveredUpTo, 4);
    EXPECT_EQ(workspace.row().readUpTo, 3);
}

TEST(HandlingProjection, followUpsAreRemindedOfByAnAlertThatCameAfterThemAndEndOnce)
{
    Handled workspace;
    const Instant soon{seconds{2'000'000}}, later{seconds{3'000'000}};
    ConversationStore store(workspace.database);
    ASSERT_OK(workspace.append({AlertRaised{{"1"}, {"follow_up"}, "an earlier one"},
                                FollowUpSet{{"1"}, soon, "leila", "Call back", {}, {"leila"}},
                                FollowUpSet{{"1"}, later, "leila", "Call again", {}, {"leila"}}},
                               Instant{seconds{1'500'000}}));
    EXPECT_TRUE(store.followUpsToRemind(soon - seconds{1}).value().empty());
    ASSERT_EQ(store.followUpsToRemind(soon).value().size(), 1u);
    EXPECT_EQ(store.followUpsToRemind(soon).value().front().note, "Call back");
    ASSERT_OK(workspace.append({AlertRaised{{"1"}, {"follow_up"}, "Follow-up due"}}, soon));
    EXPECT_TRUE(store.followUpsToRemind(soon).value().empty());
    const auto open = store.openFollowUps().value();
    ASSERT_EQ(open.size(), 2u);
    EXPECT_TRUE(open[0].reminded);
    EXPECT_FALSE(open[1].reminded);
    ASSERT_OK(workspace.append({FollowUpEnded{{"1"}, later, {"leila"}, false}}, soon));
    EXPECT_TRUE(store.followUpsToRemind(later).value().empty()) << "what is ended reminds nobody";
    EXPECT_EQ(store.openFollowUps().value().size(), 1u);
    EXPECT_EQ(store.followUps({"1"}).value().back().endedAt, soon);
    EXPECT_FALSE(workspace.append({FollowUpEnded{{"1"}, later, {"leila"}, true}})) << "once";
}

TEST(HandlingProjection, whatBelongsToNoConversationIsRefused)
{
    WorkspaceFile workspace;
    EXPECT_FALSE(workspace.append({ConversationHeld{{"7"}, {"leila"}, {}}}));
    EXPECT_FALSE(workspace.append({HoldEnded{{"7"}, ""}}));
    EXPECT_FALSE(workspace.append({AgentInvited{{"7"}, {"omar"}, {"leila"}}}));
    EXPECT_FALSE(workspace.append({InvitedLeft{{"7"}, {"omar"}}}));
    EXPECT_FALSE(workspace.append({HandRaised{{"7"}, {"omar"}, true, ""}}));
    EXPECT_FALSE(workspace.append({MessagesReached{{"7"}, 1, 1}}));
    EXPECT_FALSE(workspace.append({ConversationCorrected{{"7"}, {"leila"}, "tier", "", "P1", "x", 0}}));
    EXPECT_FALSE(workspace.append({ConversationReopened{{"7"}, {"leila"}, withLeila}}));
}

TEST(HandlingProjection, presenceIsKeptWithItsStateItsEndAndItsReason)
{
    WorkspaceFile workspace;
    Agent omar;
    omar.id = {"omar"};
    ASSERT_OK(workspace.append(
        {AgentSaved{omar}, PresenceChanged{{"omar"}, Presence::Away, "wrap_up", Instant{seconds{99}}, "Set by Mira"}},
        Instant{seconds{77}}));
    EXPECT_EQ(WorkspaceStore(workspace.database).presences().value().at({"omar"}),
              (KeptPresence{Instant{seconds{77}}, "wrap_up", Instant{seconds{99}}, "Set by Mira"}));
    ASSERT_OK(workspace.append({PresenceChanged{{"omar"}, Presence::Online, {}, {}, {}}}, Instant{seconds{99}}));
    EXPECT_EQ(WorkspaceStore(workspace.database).presences().value().at({"omar"}),
              (KeptPresence{Instant{seconds{99}}, "", std::nullopt, ""}));
}

TEST(HandlingProjection, theDesksSettingsAreKept)
{
    WorkspaceFile workspace;
    EXPECT_EQ(WorkspaceStore(workspace.database).deskSettings().value(), DeskSettings{});
    const DeskSettings settings{5, seconds{45}, {{"lunch", "Lunch", Presence::OnBreak}}, {{"hi", "Hello", "Good day"}}};
    ASSERT_OK(workspace.append({DeskSettingsSaved{settings}}));
    EXPECT_EQ(WorkspaceStore(workspace.database).deskSettings().value(), settings);
}

}
}
