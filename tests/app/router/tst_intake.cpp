#include "tests/app/router/router_floor.h"

#include "app/router/opening.h"

namespace signalbox {
namespace {

using test::rulebookWith;
using Intake = test::RouterFloor;

const char* const toSales = R"({"id": "all", "name": "All", "when": {"all": []},
    "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})";

TEST_F(Intake, TheFirstMessageOpensTheConversation)
{
    const auto receipt = writes("v1", "hello");
    ASSERT_TRUE(receipt) << receipt.error().message;
    EXPECT_EQ(receipt->conversation.value, "1");
    EXPECT_EQ(receipt->sequence, 1);
    EXPECT_EQ(row("1").visitorName, madeUpName({"v1"}));
    EXPECT_TRUE(row("1").visitorName.starts_with("Visitor "));
}

TEST_F(Intake, ArrivingOnAPageJournalsNothingAndIsKnownWithTheFirstMessage)
{
    const std::size_t before = journal().size();
    ASSERT_TRUE(fromVisitor("v1", VisitorArrived{}));
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing")));
    EXPECT_EQ(journal().size(), before);
    ASSERT_TRUE(writes("v1", "hello"));
    const Context context = ConversationStore(*database).context({"1"}).value();
    ASSERT_NE(context.find("page.path"), nullptr);
    EXPECT_EQ(context.find("page.path")->value, Value(std::string("/pricing")));
}

TEST_F(Intake, AResendAddsNothingAndNamesTheOldPlace)
{
    ASSERT_TRUE(fromVisitor("v1", VisitorWrote{{"a"}, "one"}));
    ASSERT_TRUE(fromVisitor("v1", VisitorWrote{{"b"}, "two"}));
    const std::size_t before = journal().size();
    const auto again = fromVisitor("v1", VisitorWrote{{"a"}, "one"});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->alreadyKnown);
    EXPECT_EQ(again->sequence, 1);
    EXPECT_EQ(journal().size(), before);
}

TEST_F(Intake, AResendIsKnownWithinTheSameBatchAndAfterARestart)
{
    std::vector<VisitorReceipt> receipts;
    std::vector<RouterInput> batch;
    for (int i = 0; i < 2; ++i) {
        VisitorInput input;
        input.visitor = {"v1"};
        input.what = VisitorWrote{{"a"}, "one"};
        batch.push_back(
            {RouterInput::FromVisitor{input, [&](const auto& receipt) { receipts.push_back(receipt.value()); }}});
    }
    router->handle(std::move(batch));
    ASSERT_EQ(receipts.size(), 2u);
    EXPECT_FALSE(receipts[0].alreadyKnown);
    EXPECT_TRUE(receipts[1].alreadyKnown);
    start();
    EXPECT_TRUE(fromVisitor("v1", VisitorWrote{{"a"}, "one"})->alreadyKnown);
    EXPECT_EQ(journaled<ConversationOpened>().size(), 1u);
}

TEST_F(Intake, AMessageIdOfAnotherVisitorIsRefusedAndShowsNothing)
{
    ASSERT_TRUE(fromVisitor("v1", VisitorWrote{{"a"}, "one"}));
    const auto stolen = fromVisitor("v2", VisitorWrote{{"a"}, "two"});
    ASSERT_FALSE(stolen);
    EXPECT_FALSE(fromVisitor("v2", VisitorWrote{{"signalbox:1:2"}, "two"}));
    EXPECT_EQ(journaled<MessageAdded>().front().message.text, "one");
    EXPECT_EQ(journaled<ConversationOpened>().size(), 1u);
}

TEST_F(Intake, RefusesTextThatIsNotFitWithAClearReason)
{
    const std::size_t before = journal().size();
    EXPECT_EQ(writes("v1", "").error().message, "The message is empty.");
    EXPECT_EQ(writes("v1", std::string(16 * 1024 + 1, 'x')).error().message,
              "The message is too long: 16385 bytes, at most 16384 are taken.");
    EXPECT_EQ(writes("v1", "\xff\xfe").error().message, "The message is not valid UTF-8.");
    EXPECT_EQ(writes("v1", std::string("a\0b", 3)).error().message, "The message holds a NUL character.");
    EXPECT_EQ(journal().size(), before);
    EXPECT_TRUE(writes("v1", std::string(16 * 1024, 'x')));
}

TEST_F(Intake, OneBadInputDoesNotSpoilTheBatch)
{
    int refused = 0;
    int taken = 0;
    std::vector<RouterInput> batch;
    for (const std::string text : {"good", "", "also good"}) {
        VisitorInput input;
        input.visitor = {"v1"};
        input.what = VisitorWrote{{"m" + std::to_string(batch.size())}, text};
        batch.push_back({RouterInput::FromVisitor{input, [&](const auto& receipt) { ++(receipt ? taken : refused); }}});
    }
    router->handle(std::move(batch));
    EXPECT_EQ(taken, 2);
    EXPECT_EQ(refused, 1);
}

TEST_F(Intake, OneOpenConversationForEachVisitorAndChannelEvenInOneBatch)
{
    std::vector<RouterInput> batch;
    for (int i = 0; i < 5; ++i) {
        VisitorInput input;
        input.visitor = {"v1"};
        input.channel = i == 4 ? Channel::WhatsApp : Channel::Website;
        input.what = VisitorWrote{{"m" + std::to_string(i)}, "hello there"};
        batch.push_back({RouterInput::FromVisitor{input, {}}});
    }
    router->handle(std::move(batch));
    EXPECT_EQ(journaled<ConversationOpened>().size(), 2u);
}

TEST_F(Intake, AfterClosingTheNextMessageOpensANewConversationThatKnowsThePage)
{
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(seesPage("v1", "page.path", std::string("/pricing")));
    ASSERT_TRUE(writes("v1", "one"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "solved"}));
    start();
    EXPECT_EQ(writes("v1", "two")->conversation.value, "2");
    const Context context = ConversationStore(*database).context({"2"}).value();
    EXPECT_EQ(context.find("page.path")->value, Value(std::string("/pricing")));
    EXPECT_EQ(context.find("conversation.last_agent")->value, Value(std::string("leila")));
}

TEST_F(Intake, ComingBackBringsWhatWasMissedWithoutNotes)
{
    publish(rulebookWith(toSales));
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(command(AddNote{{"1"}, {"leila"}, {"n1"}, "a difficult one"}));
    ASSERT_TRUE(reply("1", "leila", "Good morning"));
    const auto arrived = fromVisitor("v1", VisitorArrived{1});
    ASSERT_TRUE(arrived);
    EXPECT_EQ(arrived->owner, OwnerKind::Agent);
    EXPECT_EQ(arrived->ownerName, "Leila Haddad");
    for (const Message& message : arrived->missed)
        EXPECT_FALSE(message.internalNote);
    EXPECT_EQ(arrived->missed.back().text, "Good morning");
    for (const VisitorUpdate& update : updates)
        for (const Message& message : update.messages)
            EXPECT_NE(message.text, "a difficult one");
}

TEST_F(Intake, AnAnswerGivenJustBeforeClosingIsStillReadOnComingBack)
{
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(reply("1", "leila", "It is done."));
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"leila"}, "solved"}));
    const auto arrived = fromVisitor("v1", VisitorArrived{1});
    EXPECT_EQ(arrived->owner, OwnerKind::Nobody);
    EXPECT_EQ(arrived->missed.back().text, "It is done.");
}

TEST_F(Intake, ALiveVisitorMaySpeakOnlyForThePageAndThemselves)
{
    EXPECT_FALSE(seesPage("v1", "crm.deal_size", 1e9));
    EXPECT_FALSE(seesPage("v1", "conversation.tags", StringSet{"vip"}));
    EXPECT_FALSE(seesPage("v1", "now", 1.0));
    EXPECT_TRUE(seesPage("v1", "visitor.name", std::string("Amelia Okafor")));
    ASSERT_TRUE(writes("v1", "hello"));
    EXPECT_EQ(row("1").visitorName, "Amelia Okafor");
}

}
}
