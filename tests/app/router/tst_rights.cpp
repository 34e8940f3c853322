#include "tests/app/router/router_floor.h"

#include <soci/soci.h>

namespace signalbox {
namespace {

class Desk : public test::RouterFloor {
protected:
    Desk()
    {
        publish(test::rulebookWith(
            R"({"id": "all", "name": "All", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})"));
        addAgent("leila", "Leila Haddad");
        addAgent("tomasz", "Tomasz Wrona");
        addAgent("mira", "Mira Lindqvist", 4, Role::Lead);
        addAgent("sam", "Sam Otieno", 4, Role::Supervisor);
    }
    std::string why(const Result<void>& refused) { return refused ? "done" : refused.error().message; }
};

TEST_F(Desk, OnlyASupervisorPublishesAndAnAgentSavesNoSettings)
{
    const std::string document = test::rulebookWith("");
    EXPECT_EQ(why(command(PublishRulebook{document, "", {"leila"}})), "Only a supervisor may publish a rulebook.");
    EXPECT_EQ(why(command(PublishRulebook{document, "", {"mira"}})), "Only a supervisor may publish a rulebook.");
    EXPECT_EQ(why(command(PublishRulebook{document, "", {"sam"}})), "done");
    EXPECT_EQ(why(command(SaveFaq{{{"f"}, "q", "a", {}}, {"leila"}})),
              "Only a lead or a supervisor may change settings.");
    EXPECT_EQ(why(command(SaveFaq{{{"f"}, "q", "a", {}}, {"mira"}})), "done");
    Agent mira;
    mira.id = {"mira"};
    mira.name = "Mira";
    mira.role = Role::Supervisor;
    EXPECT_EQ(why(command(SaveAgent{mira, {"mira"}})), "Only a supervisor can make somebody a supervisor.");
}

TEST_F(Desk, UnknownIdsGetClearErrors)
{
    EXPECT_EQ(why(command(SetPresence{{"nobody"}, Presence::Online})),
              "There is no agent \"nobody\" in this workspace.");
    EXPECT_EQ(why(command(TakeConversation{{"7"}, {"leila"}})), "There is no conversation #7.");
    EXPECT_EQ(why(command(AcceptOffer{{"7-1"}, {"leila"}})), "There is no conversation #7.");
    EXPECT_EQ(why(command(AcceptOffer{{"rubbish"}, {"leila"}})).substr(0, 8), "There is");
    EXPECT_EQ(why(command(RemoveFaq{{"none"}, {"sam"}})), "There is no such FAQ entry.");
}

TEST_F(Desk, OnlyTheOwnerReplies)
{
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(why(reply("1", "leila", "hi")), "Take the conversation first: nobody has it yet.");
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(why(reply("1", "tomasz", "hi")), "Leila Haddad has this conversation; only they can reply.");
    EXPECT_EQ(why(command(TakeConversation{{"1"}, {"tomasz"}})), "Leila Haddad has this conversation.");
    EXPECT_EQ(why(command(CloseConversation{{"1"}, {"tomasz"}, ""})), "Leila Haddad has this conversation.");
    EXPECT_EQ(why(reply("1", "leila", "")), "The message is empty.");
    EXPECT_EQ(why(reply("1", "leila", "hi")), "done");
    EXPECT_EQ(why(command(CloseConversation{{"1"}, {"mira"}, "taken care of"})), "done");
    EXPECT_EQ(why(reply("1", "leila", "too late")), "Conversation #1 is closed.");
}

TEST_F(Desk, AReplySentTwiceIsThereOnce)
{
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE(command(SendReply{{"1"}, {"leila"}, {"r1"}, "hi"}));
    EXPECT_EQ(messages("1").size(), 4u) << "hello, passing on, joined, hi";
}

TEST_F(Desk, TypingIsToldAndNotJournaled)
{
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    const std::size_t before = journal().size();
    ASSERT_TRUE(fromVisitor("v1", VisitorTypes{}));
    EXPECT_EQ(changes.back().visitorTyping.size(), 1u);
    ASSERT_TRUE(command(AgentTyping{{"1"}, {"leila"}}));
    EXPECT_TRUE(updates.back().agentTyping);
    EXPECT_EQ(journal().size(), before);
}

TEST_F(Desk, ACommitThatFailsIsAnsweredWithTheErrorAndLeavesTheFloorAsBefore)
{
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "one"));
    const ChangeSet before = router->everything();
    const std::size_t told = updates.size();
    database->session() << "PRAGMA query_only = ON";
    EXPECT_FALSE(writes("v1", "two"));
    EXPECT_FALSE(writes("v9", "new here"));
    EXPECT_FALSE(accept("leila"));
    EXPECT_FALSE(command(PublishRulebook{test::rulebookWith(""), "", {"sam"}}));
    tick();
    EXPECT_EQ(router->everything().conversations, before.conversations);
    EXPECT_EQ(router->everything().offersMade, before.offersMade);
    EXPECT_EQ(router->everything().rulebook, before.rulebook);
    EXPECT_EQ(updates.size(), told) << "visitors hear only of what is kept";
    ASSERT_EQ(troubles.size(), 1u);
    EXPECT_FALSE(troubles.front().empty());
    database->session() << "PRAGMA query_only = OFF";
    tick();
    EXPECT_EQ(troubles.back(), "");
    EXPECT_TRUE(accept("leila"));
    EXPECT_EQ(writes("v9", "new here")->conversation.value, "2");
}

TEST_F(Desk, SettingsAreToldToScreensAndKept)
{
    ASSERT_TRUE(command(SaveProfile{{"Haulage Ltd", "Moves things", {{"Address", "Quay 4"}}}, {"sam"}}));
    EXPECT_EQ(changes.back().profile->name, "Haulage Ltd");
    WebsiteChannel channel;
    channel.title = "Talk to us";
    ASSERT_TRUE(command(SaveWebsiteChannel{channel, {"sam"}}));
    channel.accentColor = "red";
    EXPECT_EQ(why(command(SaveWebsiteChannel{channel, {"sam"}})), "The colour is written as #RRGGBB.");
    ASSERT_TRUE(command(SwitchPractice{true, {"leila"}}));
    start();
    EXPECT_EQ(router->everything().profile->facts.size(), 1u);
    EXPECT_EQ(router->everything().website->title, "Talk to us");
    EXPECT_EQ(router->everything().practiceOn, true);
    EXPECT_EQ(router->everything().agents.size(), 4u);
}

}
}
