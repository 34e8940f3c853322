#include "app/router/conversation_reader.h"
#include "model/storage/contact_store.h"
#include "tests/app/router/router_floor.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

#include <fstream>

namespace signalbox {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string email = "amelia.okafor@example.com";

class ErasingContacts : public test::RouterFloor {
protected:
    ErasingContacts()
    {
        publish(test::rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []},
            "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})"));
        addAgent("ines", "Ines Carvalho", 4, Role::Supervisor);
        addAgent("leila", "Leila Haddad");
    }
    // A visitor who told who they are and whose conversation is over.
    void cameAndWent(const std::string& visitor, const std::string& address, const std::string& number)
    {
        ASSERT_TRUE(seesPage(visitor, "visitor.email", address));
        ASSERT_TRUE(fromVisitor(visitor, VisitorWrote{{visitor + "-m"}, "Write to " + address, {{"id.txt", address}}}));
        ASSERT_TRUE(command(CloseConversation{{number}, {"ines"}, "resolved"}));
    }
    bool fileHolds(const std::string& words)
    {
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            if (bytes.find(words) != std::string::npos)
                return true;
        }
        return false;
    }
};

TEST_F(ErasingContacts, leavesNoByteOfThePerson)
{
    for (int i = 1; i <= 60; ++i)   // so that pages are split and joined
        cameAndWent("v" + std::to_string(i), i % 3 ? email : "other" + std::to_string(i) + "@example.com",
                    std::to_string(i));
    ASSERT_TRUE(fileHolds(email));
    ASSERT_TRUE(command(EraseContact{{"1"}, {"ines"}}));
    EXPECT_FALSE(fileHolds(email));
    EXPECT_TRUE(fileHolds("other3@example.com"));
    EXPECT_FALSE(ContactStore(*database).find({"1"}).value());
    EXPECT_FALSE(ConversationStore(*database).find({"1"}).value());
    EXPECT_TRUE(ConversationStore(*database).find({"3"}).value());
    EXPECT_EQ(changes.back().erased.size(), 40u);
    ASSERT_EQ(journaled<ContactErased>().size(), 1u);
    EXPECT_TRUE(writes("v1", "hello again"));
    EXPECT_EQ(ConversationStore(*database).context({"61"}).value().find("visitor.email"), nullptr);
}

TEST_F(ErasingContacts, goesOnAfterARestart)
{
    cameAndWent("v1", email, "1");
    cameAndWent("v2", "other@example.com", "2");
    ASSERT_TRUE(command(EraseContact{{"1"}, {"ines"}}));
    start();
    EXPECT_TRUE(fromVisitor("v3", VisitorWrote{{"m"}, "hello"}));
    ASSERT_TRUE(seesPage("v3", "visitor.email", std::string("new@example.com")));
    EXPECT_EQ(ContactStore(*database).ofVisitor({"v3"}).value()->id.value, "3");
}

TEST_F(ErasingContacts, forgetsTheLinkOfAVisitorWhoWasTakenApart)
{
    cameAndWent("v1", email, "1");
    ASSERT_TRUE(writes("v2", "hello"));
    ASSERT_TRUE(seesPage("v2", "visitor.email", email));
    ASSERT_TRUE(command(UnlinkVisitor{{"v2"}, {"ines"}}));
    ASSERT_TRUE(command(EraseContact{{"1"}, {"ines"}}));
    EXPECT_TRUE(journaled<VisitorLinked>().empty());
    EXPECT_TRUE(journaled<VisitorUnlinked>().empty());
}

TEST_F(ErasingContacts, asksToCloseAnOpenConversationFirst)
{
    cameAndWent("v1", email, "1");
    ASSERT_TRUE(writes("v1", "one more thing"));
    const auto refused = command(EraseContact{{"1"}, {"ines"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "Conversation #2 is still open. Close it first.");
    EXPECT_TRUE(fileHolds(email));
}

TEST_F(ErasingContacts, isForLeadsAndSupervisors)
{
    cameAndWent("v1", email, "1");
    EXPECT_FALSE(command(EraseContact{{"1"}, {"leila"}}));
    EXPECT_FALSE(command(EraseContact{{"7"}, {"ines"}}));
    EXPECT_TRUE(ContactStore(*database).find({"1"}).value());
}

TEST_F(ErasingContacts, theExportHoldsEveryMessageAndFileName)
{
    cameAndWent("v1", email, "1");
    ASSERT_TRUE(writes("v1", "And \"this\"\nas well"));
    ASSERT_TRUE(fromVisitor("v2", VisitorWrote{{"m2"}, "From my phone"}));
    ASSERT_TRUE(seesPage("v2", "visitor.email", email));
    const auto reader = ConversationReader::open(folder / "test.signalbox");
    const auto text = (*reader)->contactExport({"1"});
    ASSERT_TRUE(text) << text.error().message;
    const json document = json::parse(*text);
    EXPECT_EQ(document["contact"]["emails"], json::array({email}));
    EXPECT_EQ(document["visitors"].size(), 2u);
    EXPECT_EQ(document["conversations"].size(), 3u);
    std::string said;
    for (const json& conversation : document["conversations"])
        for (const json& event : conversation["events"])
            if (event["kind"] == "message_added")
                said += event["event"].dump();
    for (const char* part : {"Write to amelia", "And \\\"this\\\"\\nas well", "From my phone", "id.txt"})
        EXPECT_THAT(said, HasSubstr(part));
}

}
}
