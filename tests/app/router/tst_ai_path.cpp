#include "tests/app/router/router_floor.h"

namespace signalbox {
namespace {

using AiPath = test::RouterFloor;

TEST_F(AiPath, AnswersFromTheKnowledgeAndCitesTheEntry)
{
    addFaq("opening", "What are your opening hours?", "We are open from nine to six.");
    ASSERT_TRUE(writes("v1", "What are your opening hours?"));
    const Message answer = messages("1").back();
    EXPECT_EQ(answer.author, Author::Ai);
    EXPECT_EQ(answer.text, "We are open from nine to six.");
    ASSERT_EQ(answer.citations.size(), 1u);
    EXPECT_EQ(answer.citations.front().entry, "opening");
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Ai);
}

TEST_F(AiPath, HandsOffWhatItCannotAnswerAndSaysHonestlyThatNobodyIsThere)
{
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    EXPECT_EQ(row("1").owner, (Owner{OwnerKind::Queue, {"everyone"}, {}}));
    EXPECT_EQ(row("1").waitingSince, clock.now());
    EXPECT_NE(messages("1").back().text.find("online right now"), std::string::npos);
}

TEST_F(AiPath, SaysToWhomItPassesTheVisitorWhenSomebodyIsOnline)
{
    publish(test::rulebookWith(""));
    addAgent("leila", "Leila Haddad");
    presence("leila", Presence::Online);
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    EXPECT_EQ(messages("1").back().text, "I'm passing you to a colleague in Sales.");
    EXPECT_EQ(offersOut().size(), 1u);
}

TEST_F(AiPath, GreetsBackAndKeepsTheConversation)
{
    ASSERT_TRUE(writes("v1", "Hello!"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Ai);
    EXPECT_EQ(messages("1").back().author, Author::Ai);
}

TEST_F(AiPath, WhoeverAsksForAPersonGetsOneEvenWhenTheKnowledgeHasAnAnswer)
{
    addFaq("person", "Can I talk to a person?", "You can, between nine and six.");
    ASSERT_TRUE(writes("v1", "Can I talk to a person?"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue);
}

TEST_F(AiPath, TheButtonForAPersonWorksBeforeAndAfterTheFirstMessage)
{
    ASSERT_TRUE(writes("v1", "Hello!"));
    ASSERT_TRUE(fromVisitor("v1", VisitorAsksForPerson{}));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue);
    ASSERT_TRUE(fromVisitor("v2", VisitorAsksForPerson{}));
    ASSERT_TRUE(writes("v2", "Hello!"));
    EXPECT_EQ(row("2").owner.kind, OwnerKind::Queue);
}

TEST_F(AiPath, IsSilentOnceAPersonHasTakenOver)
{
    addFaq("opening", "What are your opening hours?", "We are open from nine to six.");
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(writes("v1", "Hello!"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(writes("v1", "What are your opening hours?"));
    EXPECT_EQ(messages("1").back().author, Author::Visitor);
}

TEST_F(AiPath, WritesNothingIntoImportedConversationsAndOffersNoneOfThem)
{
    addFaq("opening", "What are your opening hours?", "We are open from nine to six.");
    addAgent("leila", "Leila Haddad");
    presence("leila", Presence::Online);
    VisitorInput input;
    input.visitor = {"import:1"};
    input.channel = Channel::Import;
    input.origin = Origin::Imported;
    input.offerable = false;
    input.at = *fromIso8601("2019-03-01T10:00:00Z");
    input.what = VisitorWrote{{"import:1:1"}, "My parcel contains a live goose"};
    ASSERT_TRUE(give(input));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Queue);
    EXPECT_EQ(row("1").waitingSince, input.at);
    EXPECT_EQ(messages("1").size(), 1u);
    EXPECT_EQ(messages("1").front().at, *input.at);
    tick();
    EXPECT_TRUE(offersOut().empty());
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    EXPECT_EQ(row("1").owner.agent.value, "leila");
}

TEST_F(AiPath, KeepsTheConversationWhenTheRulebookSaysSo)
{
    publish(test::rulebookWith(
        R"({"id": "keep", "name": "Keep", "when": {"all": []}, "actions": [{"type": "keep_with_ai"}]})"));
    ASSERT_TRUE(writes("v1", "My parcel contains a live goose"));
    EXPECT_EQ(row("1").owner.kind, OwnerKind::Ai);
    EXPECT_EQ(messages("1").back().author, Author::Ai);
}

TEST_F(AiPath, ScoresBelowWhatThePolicyWantsAreHandedOffToItsFallback)
{
    publish(test::rulebookWith(R"({"id": "ai", "name": "AI first", "when": {"all": []},
        "actions": [{"type": "answer_with_ai", "min_score": 1.0, "fallback_queue": "support"}]})"));
    addFaq("opening", "What are your opening hours?", "We are open from nine to six.");
    ASSERT_TRUE(writes("v1", "Do opening hours change when a goose visits the moon?"));
    EXPECT_EQ(row("1").owner.queue.value, "support");
}

}
}
