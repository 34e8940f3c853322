#include "tests/app/router/router_floor.h"

#include "app/commands/explanation.h"
#include "app/router/history_check.h"

#include <soci/soci.h>

#include <algorithm>

namespace signalbox {
namespace {

class History : public test::RouterFloor {
protected:
    History()
    {
        publish(test::rulebookWith(
            R"({"id": "big", "name": "Big deals", "when": {"attr": "crm.deal_size", "op": "ge", "value": 1000},
            "actions": [{"type": "transfer_to_queue", "queue": "sales"}]},
           {"id": "all", "name": "All the rest", "when": {"all": []}, "actions": [{"type": "transfer_to_queue", "queue": "support"}]})"));
        addAgent("leila", "Leila Haddad");
        presence("leila", Presence::Online);
        EXPECT_TRUE(writes("v1", "hello"));
        EXPECT_TRUE(accept("leila"));
    }
    std::vector<HistoryFault> faults() { return checkHistory(*database).value().faults; }
};

TEST_F(History, AgreesWithEveryDecisionOfEveryRulebookVersion)
{
    publish(test::rulebookWith(""));
    ASSERT_TRUE(writes("v2", "My parcel contains a live goose"));
    const HistoryReport report = checkHistory(*database).value();
    EXPECT_TRUE(report.faults.empty());
    EXPECT_EQ(report.conversations, 2);
    EXPECT_GE(report.decisions, 2);
}

TEST_F(History, FindsADecisionThatComesOutDifferently)
{
    database->session() << "UPDATE journal SET payload = replace(payload, '\"policy\":\"all\"', '\"policy\":\"big\"')";
    ASSERT_FALSE(faults().empty());
    EXPECT_EQ(faults().front().conversation.value, "1");
    EXPECT_EQ(faults().front().what, "Decided again with rulebook version 1, the decision is another one.");
}

TEST_F(History, FindsAListThatShowsAnotherOwner)
{
    database->session() << "UPDATE conversation SET owner_agent = 'tomasz'";
    ASSERT_EQ(faults().size(), 1u);
    EXPECT_EQ(faults().front().what, "Lists show another owner than the journal.");
}

TEST_F(History, AcceptsTheEmptyPlacesAnErasureLeavesAndNoOthers)
{
    addAgent("ines", "Ines Carvalho", 4, Role::Supervisor);
    ASSERT_TRUE(seesPage("v2", "visitor.email", "amelia@example.com"));
    ASSERT_TRUE(writes("v2", "hello"));
    ASSERT_TRUE(command(CloseConversation{{"2"}, {"ines"}, "resolved", {}}));
    ASSERT_TRUE(command(EraseContact{{"1"}, {"ines"}}));
    ASSERT_TRUE(writes("v3", "hello"));
    EXPECT_TRUE(faults().empty());
    EXPECT_TRUE(database->checkIntegrity());
    const std::int64_t last = journal().back().sequence;
    database->session() << "DELETE FROM journal WHERE sequence = " << last - 1;
    const auto saysSo
        = [&](const HistoryFault& fault) { return fault.what == "Event " + std::to_string(last - 1) + " is missing."; };
    EXPECT_TRUE(std::ranges::count_if(faults(), saysSo) == 1);
    EXPECT_FALSE(database->checkIntegrity());
}

TEST_F(History, FindsListsThatDifferInWhatPeopleDid)
{
    ASSERT_TRUE(reply("1", "leila", "Good morning"));
    ASSERT_TRUE(command(HoldConversation{{"1"}, {"leila"}, std::nullopt}));
    ASSERT_TRUE(command(CorrectConversation{{"1"}, {"leila"}, "tier", "P1", "The chairman"}));
    ASSERT_TRUE(command(RaiseHand{{"1"}, {"leila"}, true, ""}));
    EXPECT_TRUE(faults().empty());
    database->session() << "UPDATE conversation SET held = 0, tier = 'P2', hand_raised_by = '', invited = '[\"omar\"]'";
    EXPECT_EQ(faults().size(), 4u);
}

TEST_F(History, ExplainsEachDecisionWithWhatFailedAndEachOfferWithWhoWasConsidered)
{
    PastRules rules(*database);
    const auto agents = WorkspaceStore(*database).agents().value();
    const auto events = JournalReader(*database).eventsOf({"1"}).value();
    const std::string text = explanationInWords(row("1"), {events, agents}, rules).value();
    for (const char* said :
         {"Policy 2 All the rest fired", "Big deals: did not match, crm.deal_size was missing",
          "AI -> queue support: Policy 2 All the rest", "Offered to Leila Haddad", "Leila Haddad was chosen"})
        EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
}

}
}
