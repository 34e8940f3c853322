#include "tests/app/router/router_floor.h"

#include <QProcess>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

#include <fstream>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;
using nlohmann::json;
using testing::HasSubstr;

class ContactsCommand : public test::RouterFloor {
protected:
    struct Ended {
        int status = -1;
        std::string out;
        std::string error;
    };

    ContactsCommand()
    {
        publish(test::rulebookWith(R"({"id": "all", "name": "All", "when": {"all": []},
            "actions": [{"type": "transfer_to_queue", "queue": "sales"}]})"));
        addAgent("ines", "Ines Carvalho", 4, Role::Supervisor);
        EXPECT_TRUE(seesPage("v1", "visitor.email", std::string("amelia@example.com")));
        EXPECT_TRUE(seesPage("v1", "visitor.name", std::string("Amelia\x1B[2J Okafor")));
        EXPECT_TRUE(writes("v1", "What does it cost?"));
    }
    Ended contacts(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(SIGNALBOX_PROGRAM),
                      QStringList{u"contacts"_s, u"--workspace"_s, QString::fromStdString(folder / "test.signalbox")}
                          + arguments);
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput().toStdString(),
                process.readAllStandardError().toStdString()};
    }
    // The program opens the workspace itself.
    void letGo()
    {
        router.reset();
        database.reset();
    }
};

TEST_F(ContactsCommand, findsPeopleByAPartOfWhatIsKnown)
{
    const Ended ended = contacts({u"list"_s, u"AMELIA@"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out, HasSubstr("amelia@example.com"));
    EXPECT_THAT(ended.out, HasSubstr("1 conversation on website"));
    EXPECT_EQ(ended.out.find('\x1B'), std::string::npos);
    EXPECT_EQ(contacts({u"list"_s, u"nobody"_s}).status, 1);
    EXPECT_EQ(json::parse(contacts({u"list"_s, u"--json"_s}).out)["emails"][0], "amelia@example.com");
}

TEST_F(ContactsCommand, showsOnePerson)
{
    const Ended ended = contacts({u"show"_s, u"#1"_s});
    EXPECT_EQ(ended.status, 0) << ended.error;
    EXPECT_THAT(ended.out, HasSubstr("e-mail amelia@example.com"));
    EXPECT_THAT(ended.out, HasSubstr("#1  "));
    EXPECT_EQ(json::parse(contacts({u"show"_s, u"1"_s, u"--json"_s}).out)["conversations"][0]["open"], true);
    EXPECT_EQ(contacts({u"show"_s, u"7"_s}).status, 2);
}

TEST_F(ContactsCommand, exportsToTheTerminalOrAFile)
{
    EXPECT_THAT(json::parse(contacts({u"export"_s, u"1"_s}).out).dump(), HasSubstr("What does it cost?"));
    const std::filesystem::path file = folder / "amelia.json";
    EXPECT_EQ(contacts({u"export"_s, u"1"_s, QString::fromStdString(file)}).status, 0);
    std::ifstream exported(file);
    EXPECT_EQ(json::parse(exported)["contact"]["id"], "1");
}

TEST_F(ContactsCommand, erasesOnlyWhenToldSoAndWhenNothingIsOpen)
{
    letGo();
    EXPECT_THAT(contacts({u"erase"_s, u"1"_s}).error, HasSubstr("Say --yes"));
    const Ended open = contacts({u"erase"_s, u"1"_s, u"--yes"_s});
    EXPECT_EQ(open.status, 2);
    EXPECT_THAT(open.error, HasSubstr("Close it first"));
    start();
    ASSERT_TRUE(command(CloseConversation{{"1"}, {"ines"}, "resolved"}));
    letGo();
    EXPECT_EQ(contacts({u"erase"_s, u"1"_s, u"--yes"_s}).status, 0);
    EXPECT_EQ(contacts({u"list"_s}).status, 1);
}

TEST_F(ContactsCommand, saysWhatItWants)
{
    for (const QStringList& arguments :
         {QStringList{}, {u"show"_s}, {u"show"_s, u"one"_s}, {u"erase"_s, u"1"_s, u"2"_s}, {u"forget"_s, u"1"_s}})
        EXPECT_EQ(contacts(arguments).status, 2) << arguments.join(u' ').toStdString();
}

}
}
