#include "model/domain/change_set.h"
#include "model/domain/names.h"

#include <gtest/gtest.h>

namespace signalbox {
namespace {

Instant at(int second) { return Instant{seconds{second}}; }

TEST(Context, aValueIsMissingFromTheMomentItExpires)
{
    Context context;
    context.apply({"page.url", Value(std::string("/pricing")), "widget", at(100)}, at(1));
    EXPECT_EQ(context.valuesAt(at(99)).size(), 1u);
    EXPECT_TRUE(context.valuesAt(at(100)).empty());
    EXPECT_NE(context.find("page.url"), nullptr);
}

TEST(Context, theLastChangeOfAnAttributeCountsAndRemovingTakesItAway)
{
    Context context;
    context.apply({"crm.deal_size", Value(10.0), "crm", at(5)}, at(1));
    context.apply({"crm.deal_size", Value(20.0), "agent", {}}, at(2));
    EXPECT_EQ(*context.find("crm.deal_size"), (ContextEntry{Value(20.0), "agent", at(2), {}}));
    context.apply({"crm.deal_size", {}, "agent", {}}, at(3));
    EXPECT_EQ(context.find("crm.deal_size"), nullptr);
    context.apply({"never.there", {}, "agent", {}}, at(3));
    EXPECT_TRUE(context.entries().empty());
}

TEST(StringSet, isSortedWithEachMemberOnce) { EXPECT_EQ(makeStringSet({"b", "a", "b"}), (StringSet{"a", "b"})); }

Conversation titled(const char* id, const char* name)
{
    Conversation conversation;
    conversation.id = {id};
    conversation.visitorName = name;
    return conversation;
}

TEST(ChangeSet, mergingKeepsTheNewestOfEachConversationInOrderOfAppearance)
{
    ChangeSet changes, later;
    changes.conversations = {titled("1", "first"), titled("2", "first")};
    changes.messagesCommitted = 2;
    later.conversations = {titled("2", "second"), titled("3", "second")};
    later.messagesCommitted = 3;
    changes.merge(std::move(later));
    EXPECT_EQ(changes.conversations,
              (std::vector<Conversation>{titled("1", "first"), titled("2", "second"), titled("3", "second")}));
    EXPECT_EQ(changes.messagesCommitted, 5u);
}

TEST(ChangeSet, mergingKeepsEveryMessageInOrder)
{
    ChangeSet changes, later;
    changes.messages = {{{"1"}, {}}, {{"2"}, {}}};
    later.messages = {{{"1"}, {}}};
    changes.merge(std::move(later));
    ASSERT_EQ(changes.messages.size(), 3u);
    EXPECT_EQ(changes.messages[2].first, ConversationId{"1"});
}

TEST(ChangeSet, mergingReplacesWhatBelongsToTheWorkspaceOnlyWhenItCameAgain)
{
    ChangeSet changes, later;
    changes.practiceOn = true;
    changes.profile = CompanyProfile{"Northwind", "", {}};
    later.practiceOn = false;
    changes.merge(std::move(later));
    EXPECT_EQ(changes.practiceOn, false);
    EXPECT_EQ(changes.profile->name, "Northwind");
}

TEST(ChangeSet, isEmptyUntilSomethingIsInIt)
{
    ChangeSet changes;
    EXPECT_TRUE(changes.empty());
    changes.removedAgents = {{"leila"}};
    EXPECT_FALSE(changes.empty());
}

template <class Enum>
void expectWords(std::initializer_list<std::string_view> words)
{
    int value = 0;
    for (const std::string_view word : words) {
        EXPECT_EQ(nameOf(static_cast<Enum>(value)), word);
        EXPECT_EQ(fromName<Enum>(word), static_cast<Enum>(value));
        ++value;
    }
    EXPECT_EQ(fromName<Enum>(""), std::nullopt);
    EXPECT_EQ(fromName<Enum>("Website"), std::nullopt);
}

TEST(Names, everyWordIsReadAsWhatItWasWrittenFor)
{
    expectWords<Channel>({"website", "whatsapp", "api", "import"});
    expectWords<Origin>({"live", "practice", "imported"});
    expectWords<Author>({"visitor", "ai", "agent", "system"});
    expectWords<OwnerKind>({"ai", "queue", "agent", "nobody"});
    expectWords<Presence>({"offline", "online", "away", "on_break"});
    expectWords<Role>({"agent", "lead", "supervisor"});
    expectWords<OfferOutcome>({"accepted", "declined", "lapsed", "withdrawn"});
    expectWords<CriterionState>({"unknown", "met", "not_met"});
    expectWords<ValueType>({"string", "number", "boolean", "set", "time"});
}

}
}
