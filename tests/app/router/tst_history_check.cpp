#include "tests/app/router/router_floor.h"

#include "app/commands/explanation.h"
#include "app/router/history_check.h"

#include <soci/soci.h>

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
