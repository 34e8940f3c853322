#include "model/storage/conversation_store.h"

#include "tests/support/workspace_file.h"

namespace signalbox {
namespace {

const Owner withAi{};
const Owner inSales{OwnerKind::Queue, {"sales"}, {}};
const Owner withLeila{OwnerKind::Agent, {"sales"}, {"leila"}};

Offer offerTo(const char* agent, const char* id, const char* conversation = "1")
{
    return {
        {id}, {conversation}, {agent}, Instant{seconds{10}}, Instant{seconds{40}}, {{{agent}, true, "Longest idle"}}};
}

Decision aDecision(const char* conversation)
{
    Decision decision;
    decision.conversation = {conversation};
    decision.at = Instant{seconds{77}};
    decision.rulebookVersion = 3;
    decision.snapshot = {{"page.url", std::string("https://example.com/pricing")}, {"crm.deal_size", 12.5}};
    decision.policy = PolicyId{"enterprise"};
    decision.actions = {SetTier{{"P1"}}, TransferToQueue{{"sales", ""}}};
    decision.tier = {"P1"};
    decision.tierRank = 0;
    decision.intentScore = 71.5;
    decision.responseTarget = seconds{60};
    return decision;
}

TEST(ConversationStore, showsWhatEveryEventSaid)
{
    WorkspaceFile workspace;
    const Instant since{seconds{500}}, by{seconds{560}};
    ASSERT_OK(workspace.append(
        {openedBy("v1", "1"), said("1", 1, "What does it cost?"), said("1", 2, "It depends.", Author::Ai),
         ContextChanged{{"1"},
                        {{"visitor.name", Value(std::string("Amelia Okafor")), "widget", {}},
                         {"visitor.company", Value(std::string("Northwind")), "crm", Instant{seconds{9'000'000}}},
                         {"crm.deal_size", Value(48'000.0), "crm", {}},
                         {"conversation.tags", Value(StringSet{"pricing", "vip"}), "router", {}},
                         {"ai.intent", Value(std::string("pricing")), "ai", {}}}},
         SignalObserved{{"1"}, {"pricing_page"}}, DecisionMade{aDecision("1")},
         OwnerChanged{{"1"}, withAi, inSales, "Policy 2 Enterprise pricing", since, by},
         OfferMade{offerTo("leila", "o1")}}));

    Database database = workspace.reopened();
    ConversationStore store(database);
    const auto open = store.open();
    ASSERT_OK(open);
    ASSERT_EQ(open->size(), 1u);
    Conversation expected;
    expected.id = {"1"};
    expected.visitor = {"v1"};
    expected.visitorName = "Amelia Okafor";
    expected.company = "Northwind";
    expected.owner = inSales;
    expected.offeredTo = {"leila"};
    expected.tier = {"P1"};
    expected.intent = "pricing";
    expected.intentScore = 71.5;
    expected.dealSize = 48'000.0;
    expected.tags = {"pricing", "vip"};
    expected.policy = {"enterprise"};
    expected.openedAt = Instant{seconds{1'000'000}};
    expected.lastMessageAt = Instant{seconds{2'000'002}};
    expected.waitingSince = since;
    expected.answerBy = by;
    expected.lastAuthor = Author::Ai;
    expected.lastText = "It depends.";
    expected.messageCount = 2;
    EXPECT_EQ(open->front(), expected);
    EXPECT_EQ(store.find({"1"}).value(), expected);
    EXPECT_EQ(store.find({"2"}).value(), std::nullopt);
    EXPECT_EQ(store.routeReason({"1"}).value(), "Policy 2 Enterprise pricing");
    EXPECT_EQ(store.decisions({"1"}).value(), std::vector{aDecision("1")});
    EXPECT_EQ(store.lastDecision({"1"}).value(), aDecision("1"));
    EXPECT_EQ(store.offersOut().value(), std::vector{offerTo("leila", "o1")});
    EXPECT_EQ(store.signalsObserved({"1"}).value(),
              (std::map<SignalId, Instant>{{SignalId{"pricing_page"}, Instant{seconds{1'000'000}}}}));
    const Context context = store.context({"1"}).value();
    EXPECT_EQ(context.entries().size(), 5u);
    EXPECT_EQ(context.find("visitor.company")->expiresAt, Instant{seconds{9'000'000}});
    EXPECT_EQ(context.find("conversation.tags")->value, Value(StringSet{"pricing", "vip"}));
}

TEST(ConversationStore, givesMessagesInTheirOrderAndTheLastOnesFirstWhenAsked)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1")}));
    for (int i = 1; i <= 9; ++i)
        ASSERT_OK(workspace.append({said("1", i, "Line " + std::to_string(i))}));
    ConversationStore store(workspace.database);
    const auto middle = store.messages({"1"}, 3, 2).value();
    ASSERT_EQ(middle.size(), 2u);
    EXPECT_EQ(middle[0].text, "Line 4");
    EXPECT_EQ(middle[1].text, "Line 5");
    const auto last = store.lastMessages({"1"}, 2).value();
    ASSERT_EQ(last.size(), 2u);
    EXPECT_EQ(last[0].text, "Line 8");
    EXPECT_EQ(last[1].text, "Line 9");
    EXPECT_TRUE(store.hasMessage({"1-9"}).value());
    EXPECT_FALSE(store.hasMessage({"1-10"}).value());
    EXPECT_EQ(store.conversationOfMessage({"1-9"}).value(), ConversationId{"1"});
}

TEST(ConversationStore, keepsAnyTextOfAMessageAsItWas)
{
    WorkspaceFile workspace;
    const std::string odd = std::string("a\0b", 3) + " <script>'\";:x \xF0\x9F\x9A\x82 \xE2\x80\xAE";
    MessageAdded added = said("1", 1, odd);
    added.message.internalNote = true;
    added.message.agent = {"leila"};
    added.message.citations = {{"faq-1", "Prices \"2026\""}};
    ASSERT_OK(workspace.append({openedBy("v1", "1"), added}));
    Database database = workspace.reopened();
    EXPECT_EQ(ConversationStore(database).lastMessages({"1"}, 5).value(), std::vector{added.message});
}

TEST(ConversationStore, aNoteIsCountedButNeverShownAsTheLastMessage)
{
    WorkspaceFile workspace;
    MessageAdded note = said("1", 2, "Call them back");
    note.message.internalNote = true;
    ASSERT_OK(workspace.append({openedBy("v1", "1"), said("1", 1, "Hello"), note}));
    const Conversation conversation = *ConversationStore(workspace.database).find({"1"}).value();
    EXPECT_EQ(conversation.lastText, "Hello");
    EXPECT_EQ(conversation.messageCount, 2);
}

TEST(ConversationStore, cutsTheLastTextAtACharacter)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1"),
                                said(
                                    "1", 1, "x" + std::string(99, 'y') + [] {
                                        std::string euros;
                                        for (int i = 0; i < 60; ++i)
                                            euros += "\xE2\x82\xAC";
                                        return euros;
                                    }())}));
    const std::string text = ConversationStore(workspace.database).find({"1"}).value()->lastText;
    EXPECT_EQ(text.size(), 199u);
}

TEST(ConversationStore, knowsWhoLetAnOfferLapseSinceItWasLastQueued)
{
    WorkspaceFile workspace;
    ConversationStore store(workspace.database);
    ASSERT_OK(workspace.append(
        {openedBy("v1", "1"), OwnerChanged{{"1"}, withAi, inSales, "", {}, {}}, OfferMade{offerTo("omar", "o1")},
         OfferEnded{{"o1"}, {"1"}, {"omar"}, OfferOutcome::Lapsed, ""}, OfferMade{offerTo("ana", "o2")},
         OfferEnded{{"o2"}, {"1"}, {"ana"}, OfferOutcome::Declined, "Busy"}, OfferMade{offerTo("leila", "o3")},
         OfferEnded{{"o3"}, {"1"}, {"leila"}, OfferOutcome::Accepted, ""},
         OwnerChanged{{"1"}, inSales, withLeila, "", {}, {}}}));
    EXPECT_EQ(store.agentsWhoLetLapse({"1"}).value(), (std::vector<AgentId>{{"omar"}, {"ana"}}));
    EXPECT_TRUE(store.offersOut().value().empty());
    EXPECT_EQ(store.offersOf({"1"}).value().size(), 3u);
    ASSERT_OK(workspace.append({OwnerChanged{{"1"}, withLeila, inSales, "", {}, {}}}));
    EXPECT_TRUE(store.agentsWhoLetLapse({"1"}).value().empty());
}

TEST(ConversationStore, aClosedConversationIsFoundButNotOpen)
{
    WorkspaceFile workspace;
    ConversationStore store(workspace.database);
    ASSERT_OK(workspace.append({openedBy("v1", "7"), OwnerChanged{{"7"}, withAi, inSales, "", Instant{seconds{5}}, {}},
                                ConversationClosed{{"7"}, {"leila"}, "Sold"}}));
    EXPECT_TRUE(store.open().value().empty());
    const Conversation closed = *store.find({"7"}).value();
    EXPECT_EQ(closed.owner, (Owner{OwnerKind::Nobody, {}, {}}));
    EXPECT_EQ(closed.outcome, "Sold");
    EXPECT_EQ(closed.closedAt, Instant{seconds{1'000'000}});
    EXPECT_EQ(closed.waitingSince, std::nullopt);
    EXPECT_EQ(store.openFor({"v1"}, Channel::Website).value(), std::nullopt);
    ASSERT_OK(workspace.append({openedBy("v1", "12")}, Instant{seconds{2'000'000}}));
    EXPECT_EQ(store.openFor({"v1"}, Channel::Website).value(), ConversationId{"12"});
    EXPECT_EQ(store.highestNumber().value(), 12);
    const auto recent = store.recentFor({"v1"}, 5).value();
    ASSERT_EQ(recent.size(), 2u);
    EXPECT_EQ(recent[0].id, ConversationId{"12"});
}

TEST(ConversationStore, whatTheAiFoundOutComesBeforeWhatTheImportSaid)
{
    WorkspaceFile workspace;
    const auto intent = [](const char* attribute, const char* value) {
        return ContextChanged{{"1"}, {{attribute, Value(std::string(value)), "test", {}}}};
    };
    ASSERT_OK(workspace.append({openedBy("v1", "1"), intent("import.intent", "imported")}));
    ConversationStore store(workspace.database);
    EXPECT_EQ(store.find({"1"}).value()->intent, "imported");
    ASSERT_OK(workspace.append({intent("ai.intent", "found"), intent("import.intent", "again")}));
    EXPECT_EQ(store.find({"1"}).value()->intent, "found");
}

TEST(ConversationStore, keepsFollowUpsInTheOrderTheyFallDue)
{
    WorkspaceFile workspace;
    ASSERT_OK(
        workspace.append({openedBy("v1", "1"), FollowUpSet{{"1"}, Instant{seconds{90}}, "leila", "Send the offer"},
                          FollowUpSet{{"1"}, Instant{seconds{30}}, "omar", "Call"}}));
    const auto followUps = ConversationStore(workspace.database).followUps({"1"}).value();
    ASSERT_EQ(followUps.size(), 2u);
    EXPECT_EQ(followUps[0].note, "Call");
    EXPECT_EQ(followUps[1].owner, "leila");
}

}
}
