#include "tests/app/router/router_floor.h"

#include "model/storage/workspace_store.h"

namespace signalbox {
namespace {

class DraftDesk : public test::RouterFloor {
protected:
    DraftDesk()
    {
        publish(test::rulebookWith(""));
        addAgent("ines", "Ines Carvalho", 4, Role::Supervisor);
        addAgent("sam", "Sam Otieno", 4, Role::Supervisor);
        addAgent("leila", "Leila Haddad");
        clock.set(*fromIso8601("2026-06-09T10:42:30Z"));
    }
    std::string why(const Result<void>& refused) { return refused ? "done" : refused.error().message; }
    std::string save(const std::string& by, std::int64_t seen, const std::string& document = "{\"rulebook\": 1}")
    {
        return why(command(SaveDraft{document, 1, seen, {by}}));
    }
    DraftOnScreen shown() const { return *router->everything().draft; }
    DraftOnScreen kept() { return WorkspaceStore(*database).draft().value(); }
};

TEST_F(DraftDesk, ADraftIsKeptInTheStoreAndToldToAllAndFoundAgainAtTheNextStart)
{
    EXPECT_EQ(shown().revision, 0);
    EXPECT_EQ(save("ines", 0, "{\"unfinished\": true"), "done") << "a draft with errors is kept too";
    ASSERT_TRUE(changes.back().draft);
    const DraftOnScreen expected{1, 1, "{\"unfinished\": true", {"ines"}, clock.now()};
    EXPECT_EQ(*changes.back().draft, expected);
    EXPECT_EQ(kept(), expected);
    start();
    EXPECT_EQ(shown(), expected);
}

TEST_F(DraftDesk, ASaveOfSomebodyElseInBetweenIsNeverWrittenOver)
{
    EXPECT_EQ(save("ines", 0), "done");
    EXPECT_EQ(save("sam", 0), "Ines Carvalho changed this draft at 10:42 UTC.");
    EXPECT_EQ(save("sam", 1), "done");
    EXPECT_EQ(save("ines", 1, "mine"), "Sam Otieno changed this draft at 10:42 UTC.");
    EXPECT_EQ(why(command(DiscardDraft{1, {"ines"}})), "Sam Otieno changed this draft at 10:42 UTC.");
    EXPECT_EQ(save("sam", 1), "done") << "whoever saved last goes on, whichever revision they know of";
    EXPECT_EQ(shown().revision, 3);
}

TEST_F(DraftDesk, ADiscardedDraftIsGoneAndItsRevisionsNeverComeAgain)
{
    EXPECT_EQ(save("ines", 0), "done");
    EXPECT_EQ(why(command(DiscardDraft{1, {"sam"}})), "done");
    EXPECT_EQ(shown(), (DraftOnScreen{0, 0, "", {"sam"}, clock.now()}));
    EXPECT_EQ(save("ines", 1), "Sam Otieno closed this draft at 10:42 UTC.");
    EXPECT_EQ(save("ines", 0), "done");
    EXPECT_EQ(shown().revision, 3);
    start();
    EXPECT_EQ(shown().revision, 3);
}

TEST_F(DraftDesk, PublishingWhatOneHasSeenEndsTheDraftInTheSameStep)
{
    EXPECT_EQ(save("ines", 0), "done");
    const std::size_t before = changes.size();
    EXPECT_EQ(why(command(PublishRulebook{test::rulebookWith(""), "note", {"ines"}, 1, 1})), "done");
    ASSERT_EQ(changes.size(), before + 1);
    EXPECT_EQ(changes.back().rulebook->version, 2);
    EXPECT_EQ(changes.back().draft->revision, 0);
    EXPECT_TRUE(kept().document.empty());
}

TEST_F(DraftDesk, PublishingIsRefusedWhenLiveOrTheDraftHasMovedOn)
{
    EXPECT_EQ(save("ines", 0), "done");
    const std::string document = test::rulebookWith("");
    EXPECT_EQ(why(command(PublishRulebook{document, "", {"sam"}, 1, 0})),
              "Ines Carvalho changed this draft at 10:42 UTC.");
    EXPECT_EQ(why(command(PublishRulebook{document, "", {"sam"}})), "done") << "without a draft: from a file, say";
    EXPECT_EQ(shown().revision, 1) << "which leaves the draft alone";
    EXPECT_EQ(why(command(PublishRulebook{document, "", {"ines"}, 1, 1})),
              "Sam Otieno published version 2 at 10:42 UTC. Put your changes on top of it first.");
    EXPECT_EQ(shown().revision, 1);
    EXPECT_EQ(why(command(PublishRulebook{"{}", "", {"ines"}, 2, 1})).substr(0, 12), "The rulebook");
    EXPECT_EQ(shown().revision, 1) << "a refused publication ends nothing";
}

TEST_F(DraftDesk, LeadsAndSupervisorsSaveAndOnlyText)
{
    EXPECT_EQ(save("leila", 0), "Only a lead or a supervisor may change the draft of the rulebook.");
    EXPECT_EQ(save("ines", 0, ""), "The draft is empty.");
    EXPECT_EQ(save("ines", 0, "\xFF"), "The draft is not valid UTF-8.");
    EXPECT_NE(save("ines", 0, std::string(11 * 1024 * 1024, 'x')).find("too long"), std::string::npos);
    EXPECT_NE(why(command(SaveDraft{"{}", 7, 0, {"ines"}})).find("no version 7"), std::string::npos);
    EXPECT_EQ(shown().revision, 0);
}

TEST_F(DraftDesk, SavingWritesNothingIntoTheJournal)
{
    const std::size_t before = journal().size();
    EXPECT_EQ(save("ines", 0), "done");
    EXPECT_EQ(journal().size(), before);
}

TEST_F(DraftDesk, WhoHasTheDraftOpenIsToldUntilTheyFallSilent)
{
    EXPECT_EQ(why(command(EditingDraft{{"ines"}, "policies/vip"})), "done");
    ASSERT_TRUE(changes.back().draftEditors);
    EXPECT_EQ(changes.back().draftEditors->front().place, "policies/vip");
    const std::size_t told = changes.size();
    tick(seconds{10});
    EXPECT_EQ(why(command(EditingDraft{{"ines"}, "policies/vip"})), "done");
    EXPECT_EQ(changes.size(), told) << "a sign of life is no news";
    tick(seconds{14});
    EXPECT_EQ(router->everything().draftEditors->size(), 1u);
    tick(seconds{1});
    EXPECT_TRUE(router->everything().draftEditors->empty());
    EXPECT_TRUE(changes.back().draftEditors->empty());
}

TEST_F(DraftDesk, LeavingIsToldAtOnceAndStrangersAreRefused)
{
    EXPECT_EQ(why(command(EditingDraft{{"ines"}, "tiersRoom"})), "done");
    EXPECT_EQ(why(command(EditingDraft{{"ines"}, ""})), "done");
    EXPECT_TRUE(changes.back().draftEditors->empty());
    EXPECT_EQ(why(command(EditingDraft{{"nobody"}, "x"})), "There is no agent \"nobody\" in this workspace.");
    EXPECT_NE(why(command(EditingDraft{{"ines"}, std::string(300, 'x')})).find("too long"), std::string::npos);
}

}
}
