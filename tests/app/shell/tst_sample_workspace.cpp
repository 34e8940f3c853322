#include "app/console/sample_workspace.h"

#include "app/router/router_host.h"
#include "model/storage/workspace_store.h"
#include "routing/rulebook/rulebook_json.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <set>

namespace signalbox {
namespace {

std::string read(const char* name)
{
    QFile file(QStringLiteral(":/samples/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string issuesOf(const std::string& document)
{
    const auto rulebook = readRulebook(document);
    std::string text;
    if (!rulebook)
        for (const RulebookIssue& issue : rulebook.error())
            text += toText(issue) + "\n";
    return text;
}

TEST(SampleWorkspace, hasRulebooksWithoutAnIssue)
{
    EXPECT_EQ(issuesOf(read("rulebook.json")), "");
    EXPECT_EQ(issuesOf(read("empty_rulebook.json")), "");
}

TEST(SampleWorkspace, hasSomeoneForEveryQueueAndRequiredSkill)
{
    const auto rulebook = readRulebook(read("rulebook.json"));
    ASSERT_TRUE(rulebook);
    std::set<std::string> skills;
    const auto commands = sampleCommands();
    ASSERT_TRUE(commands) << commands.error().message;
    for (const Command& command : *commands)
        if (const auto* save = std::get_if<SaveAgent>(&command.what))
            for (const Skill& skill : save->agent.skills)
                skills.insert(skill.id.value);
    for (const Queue& queue : rulebook->queues)
        for (const Skill& skill : queue.skills)
            EXPECT_TRUE(skills.contains(skill.id.value)) << queue.name << " needs " << skill.id.value;
    for (const Policy& policy : rulebook->policies)
        for (const Action& action : policy.actions)
            if (const auto* required = std::get_if<RequireSkill>(&action)) {
                EXPECT_TRUE(skills.contains(required->skill.id.value)) << policy.name;
            }
}

TEST(SampleWorkspace, isWhatAWorkspaceHoldsAfterTheCommands)
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "sample.signalbox";
    {
        auto host = RouterHost::start(file, std::make_unique<SystemClock>());
        ASSERT_TRUE(host) << host.error().message;
        const auto done = performAll(**host, *sampleCommands());
        ASSERT_TRUE(done) << done.error().message;
    }
    auto database = Database::open(file, Database::Access::ReadOnly);
    ASSERT_TRUE(database);
    WorkspaceStore store(*database);
    EXPECT_EQ(store.agents()->size(), 8u);
    EXPECT_GE(store.faq()->size(), 25u);
    EXPECT_EQ(store.profile()->name, "Haulwren Cargo Bikes");
    EXPECT_EQ(store.liveRulebook()->value().version, 1);
    EXPECT_FALSE(*store.practiceOn());
}

TEST(SampleWorkspace, ofACompanyOfOnesOwnBeginsWithItsNameAndOneQueue)
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "own.signalbox";
    auto host = RouterHost::start(file, std::make_unique<SystemClock>());
    ASSERT_TRUE(host) << host.error().message;
    const auto done = performAll(**host, *emptyCommands("Quarrel & Sons"));
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ((*host)->websiteChannel().title, "Quarrel & Sons");
}

}
}
