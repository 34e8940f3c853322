#include "model/storage/journal_store.h"

#include "model/storage/conversation_store.h"
#include "tests/support/workspace_file.h"

namespace signalbox {
namespace {

const Owner withAi{};
const Owner inSales{OwnerKind::Queue, {"sales"}, {}};
const Owner withLeila{OwnerKind::Agent, {"sales"}, {"leila"}};

std::vector<Event> journalOf(Database& database)
{
    std::vector<Event> events;
    const auto read = JournalReader(database).forEach(
        0,
        [&](const Event& event) {
            events.push_back(event);
            return true;
        },
        2);
    EXPECT_OK(read);
    return events;
}

// The batch is refused with these words, nothing of it is kept, and the writer goes on.
void expectRefused(WorkspaceFile& workspace, std::vector<EventPayload> payloads, const std::string& words)
{
    const std::int64_t before = workspace.writer.lastSequence();
    std::vector<Event> events;
    for (EventPayload& payload : payloads)
        events.push_back({-5, Instant{seconds{3}}, std::move(payload)});
    const auto refused = workspace.writer.append(events);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find(words), std::string::npos) << refused.error().message;
    EXPECT_EQ(workspace.writer.lastSequence(), before);
    for (const Event& event : events)
        EXPECT_EQ(event.sequence, -5);
    Database other = workspace.reopened();
    EXPECT_EQ(std::int64_t(journalOf(other).size()), before);
    EXPECT_EQ(ConversationStore(other).find({"99"}).value(), std::nullopt);
    EXPECT_OK(
        workspace.append({openedBy(("after" + std::to_string(before)).c_str(), std::to_string(500 + before).c_str())}));
}

TEST(JournalWriter, numbersEventsWithoutGapsAndGivesThemBackEqual)
{
    WorkspaceFile workspace;
    std::vector<Event> events{{0, Instant{seconds{1}}, openedBy("v1", "1")},
                              {0, Instant{seconds{2}}, said("1", 1, "Hello")},
                              {0, Instant{seconds{3}}, PracticeSwitched{true}}};
    ASSERT_OK(workspace.writer.append(events));
    EXPECT_EQ(events[2].sequence, 3);
    EXPECT_EQ(workspace.writer.lastSequence(), 3);
    Database other = workspace.reopened();
    EXPECT_EQ(journalOf(other), events);
    EXPECT_EQ(JournalWriter(other).lastSequence(), 3);
    EXPECT_EQ(JournalReader(other).eventsOf({"1"}).value(), (std::vector<Event>{events[0], events[1]}));
}

TEST(JournalWriter, anEmptyBatchIsKeptAtOnce)
{
    WorkspaceFile workspace;
    EXPECT_OK(workspace.append({}));
    EXPECT_EQ(workspace.writer.lastSequence(), 0);
}

TEST(JournalWriter, refusesASecondOpenConversationOfAVisitorOnAChannel)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1")}));
    ASSERT_OK(workspace.append({openedBy("v1", "2", Channel::WhatsApp)}));
    expectRefused(workspace, {openedBy("v9", "99"), openedBy("v1", "3")},
                  "has an open conversation on this channel already");
    ASSERT_OK(workspace.append({ConversationClosed{{"1"}, {}, ""}, openedBy("v1", "3")}));
}

TEST(JournalWriter, changesAnOwnerOnlyFromTheOneItHas)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1"), OwnerChanged{{"1"}, withAi, inSales, "", {}, {}},
                                OwnerChanged{{"1"}, inSales, withLeila, "", {}, {}}}));
    const Owner withOmar{OwnerKind::Agent, {"sales"}, {"omar"}};
    expectRefused(workspace, {openedBy("v9", "99"), OwnerChanged{{"1"}, inSales, withOmar, "", {}, {}}},
                  "has another owner by now");
    EXPECT_EQ(ConversationStore(workspace.database).find({"1"}).value()->owner, withLeila);
}

TEST(JournalWriter, refusesToGiveAClosedConversationAnOwner)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1"), ConversationClosed{{"1"}, {}, ""}}));
    expectRefused(workspace, {OwnerChanged{{"1"}, {OwnerKind::Nobody, {}, {}}, withLeila, "", {}, {}}},
                  "another owner");
    expectRefused(workspace, {ConversationClosed{{"1"}, {}, ""}}, "closed already");
}

TEST(JournalWriter, refusesAMessageThatIsThereAlready)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1"), said("1", 1, "Hello"), openedBy("v2", "2")}));
    MessageAdded again = said("2", 1, "Hello again");
    again.message.id = {"1-1"};
    expectRefused(workspace, {openedBy("v9", "99"), again}, "message with this id is there already");
}

TEST(JournalWriter, refusesAGapOrARepeatInTheMessagesOfAConversation)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1"), said("1", 1, "Hello")}));
    expectRefused(workspace, {openedBy("v9", "99"), said("1", 3, "Gap")}, "message 3 is not the next one");
    MessageAdded repeat = said("1", 1, "Repeat");
    repeat.message.id = {"other"};
    expectRefused(workspace, {repeat}, "message 1 is not the next one");
}

TEST(JournalWriter, refusesWhatBelongsToAConversationThatIsNotThere)
{
    WorkspaceFile workspace;
    expectRefused(workspace, {openedBy("v9", "99"), said("5", 1, "Hello")}, "is not there");
    expectRefused(workspace, {SignalObserved{{"5"}, {"s"}}}, "The conversation is not there");
    expectRefused(workspace, {ContextChanged{{"5"}, {{"page.url", Value(true), "widget", {}}}}},
                  "The conversation is not there");
    expectRefused(workspace, {AnswerOwed{{"5"}, {}, {}}}, "Conversation 5 is not there");
    expectRefused(workspace, {ConversationClosed{{"05"}, {}, ""}}, "\"05\" is not the number of a conversation");
    expectRefused(workspace, {PresenceChanged{{"nobody"}, Presence::Online}}, "Agent \"nobody\" is not there");
    expectRefused(workspace, {FaqRemoved{{"nothing"}}}, "is not there");
}

TEST(JournalWriter, refusesTwoOffersOfOneConversationAtATime)
{
    WorkspaceFile workspace;
    const auto offer = [](const char* id, const char* agent) { return OfferMade{{{id}, {"1"}, {agent}, {}, {}, {}}}; };
    ASSERT_OK(workspace.append({openedBy("v1", "1"), offer("o1", "leila")}));
    expectRefused(workspace, {offer("o2", "omar")}, "offered to somebody already");
    expectRefused(workspace, {OfferEnded{{"o7"}, {"1"}, {"omar"}, OfferOutcome::Lapsed, ""}},
                  "Offer o7 is not out any more");
}

TEST(JournalWriter, refusesAnotherDocumentUnderAPublishedVersion)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({RulebookPublished{1, "{}", "[]", "First", "leila"}}));
    expectRefused(workspace, {RulebookPublished{1, "{\"rulebook\":1}", "[]", "Again", "leila"}}, "never changes");
}

TEST(JournalWriter, refusesTextThatIsNotUtf8)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1")}));
    expectRefused(workspace, {said("1", 1, "broken \xFF")}, "not valid UTF-8");
}

TEST(JournalWriter, saysSoWhenAnotherProgramWroteTheJournal)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1")}));
    Database other = workspace.reopened();
    JournalWriter second(other);
    std::vector<Event> events{{0, Instant{}, openedBy("v2", "2")}};
    ASSERT_OK(second.append(events));
    const auto refused = workspace.append({openedBy("v3", "3")});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("Another program has written"), std::string::npos);
}

TEST(JournalReader, stopsWhenItsVisitorHasSeenEnough)
{
    WorkspaceFile workspace;
    for (int i = 1; i <= 9; ++i)
        ASSERT_OK(workspace.append({openedBy(std::to_string(i).c_str(), std::to_string(i).c_str())}));
    std::vector<std::int64_t> seen;
    ASSERT_OK(JournalReader(workspace.database)
                  .forEach(
                      3,
                      [&](const Event& event) {
                          seen.push_back(event.sequence);
                          return seen.size() < 4;
                      },
                      3));
    EXPECT_EQ(seen, (std::vector<std::int64_t>{4, 5, 6, 7}));
}

}
}
