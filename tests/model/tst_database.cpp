#include "model/storage/database.h"

#include "model/storage/conversation_store.h"
#include "model/storage/migrations.h"
#include "model/storage/workspace_store.h"
#include "tests/support/workspace_file.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace signalbox {
namespace {

using Access = Database::Access;

void run(const std::filesystem::path& file, const std::string& sql)
{
    soci::session session(soci::sqlite3, file.string());
    session << sql;
}

void expectRefused(const std::filesystem::path& file, Access access, const std::string& words)
{
    const auto database = Database::open(file, access);
    ASSERT_FALSE(database);
    EXPECT_NE(database.error().message.find(words), std::string::npos) << database.error().message;
    EXPECT_FALSE(database.error().place.empty());
}

void write(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

TEST(Database, makesANewWorkspaceThatIsSound)
{
    WorkspaceFile workspace;
    EXPECT_OK(workspace.database.checkIntegrity());
    EXPECT_EQ(workspace.database.file(), workspace.file);
    Database reader = opened(workspace.file, Access::ReadOnly);
    EXPECT_TRUE(ConversationStore(reader).open().value().empty());
}

TEST(Database, aReadOnlyConnectionChangesNothing)
{
    WorkspaceFile workspace;
    Database reader = opened(workspace.file, Access::ReadOnly);
    JournalWriter writer(reader);
    std::vector<Event> events{{0, Instant{}, openedBy("v1", "1")}};
    const auto refused = writer.append(events);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("read-only"), std::string::npos) << refused.error().message;
}

TEST(Database, opensAPathWithSpacesSignsAndLetters)
{
    TemporaryFolder folder;
    for (const char* name : {"my work.signalbox", "a=b c.signalbox", "J\xC3\xBCrgen's \xF0\x9F\x9A\x82.signalbox",
                             "say \"hi\".signalbox"}) {
        opened(folder.path / name);
        EXPECT_TRUE(std::filesystem::exists(folder.path / name)) << name;
    }
}

TEST(Database, saysThatTheFolderIsMissing)
{
    TemporaryFolder folder;
    expectRefused(folder.path / "nowhere" / "w.signalbox", Access::Write, "folder of the workspace does not exist");
    expectRefused(folder.path, Access::Write, "This is a folder");
}

TEST(Database, saysThatThereIsNothingToRead)
{
    TemporaryFolder folder;
    expectRefused(folder.path / "w.signalbox", Access::ReadOnly, "There is no workspace here");
}

TEST(Database, refusesAFileThatIsNoDatabaseAndLeavesItAsItIs)
{
    TemporaryFolder folder;
    const auto file = folder.path / "letter.txt";
    const std::string letter = "Dear Sir or Madam, " + std::string(5000, 'x');
    write(file, letter);
    expectRefused(file, Access::Write, "not a Signalbox workspace");
    EXPECT_EQ(std::filesystem::file_size(file), letter.size());
}

TEST(Database, refusesAnotherProgramsDatabaseAndLeavesItAsItIs)
{
    TemporaryFolder folder;
    const auto file = folder.path / "other.db";
    run(file, "CREATE TABLE bookmark (url TEXT)");
    const auto size = std::filesystem::file_size(file);
    expectRefused(file, Access::Write, "another program's database");
    EXPECT_EQ(std::filesystem::file_size(file), size);
}

TEST(Database, refusesANewerWorkspaceAndNamesBothVersions)
{
    WorkspaceFile workspace;
    run(workspace.file, "PRAGMA user_version=4711");
    const std::string known = std::to_string(storage::migrations().size());
    expectRefused(workspace.file, Access::Write,
                  "schema version 4711, and this Signalbox knows versions up to " + known);
    expectRefused(workspace.file, Access::ReadOnly, "schema version 4711");
}

TEST(Database, migratesAnOlderWorkspaceAfterACopyBesideIt)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1")}));
    std::vector<std::string_view> steps(storage::migrations().begin(), storage::migrations().end());
    const std::string before = std::to_string(steps.size());
    steps.push_back(
        "ALTER TABLE conversation ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'; CREATE TABLE mood (word TEXT) STRICT");
    ASSERT_OK(storage::migrate(workspace.database.session(), workspace.file, steps));
    std::string mood;
    workspace.database.session() << "SELECT mood FROM conversation", soci::into(mood);
    EXPECT_EQ(mood, "calm");
    expectRefused(workspace.file, Access::Write, "knows versions up to " + before);

    Database copy = opened(workspace.file.string() + ".v" + before + ".bak");
    EXPECT_EQ(ConversationStore(copy).open().value().size(), 1u);
    EXPECT_OK(copy.checkIntegrity());
}

TEST(Database, aWorkspaceOfTheFirstSchemaIsBroughtUpToDateWithAllThatIsInIt)
{
    TemporaryFolder folder;
    const auto file = folder.path / "old.signalbox";
    {
        soci::session session(soci::sqlite3, file.string());
        ASSERT_OK(storage::migrate(session, file, storage::migrations().first(1)));
        session << "INSERT INTO rulebook_version VALUES (1, '{}', '{}', 'First', 'ines', 7)";
    }
    expectRefused(file, Access::ReadOnly, "schema version 1 and must be brought to version " + std::to_string(storage::migrations().size()));
    Database database = opened(file);
    EXPECT_OK(database.checkIntegrity());
    WorkspaceStore store(database);
    EXPECT_EQ(store.liveRulebook().value()->note, "First");
    EXPECT_EQ(store.draft().value(), DraftOnScreen{});
    std::vector<Event> none;
    const DraftOnScreen draft{1, 1, "{}", {"ines"}, Instant{seconds{9}}};
    ASSERT_OK(JournalWriter(database).append(none, {draft, {}, {}}));
    EXPECT_EQ(store.draft().value(), draft);
    EXPECT_TRUE(std::filesystem::exists(file.string() + ".v1.bak"));
}

TEST(Database, ofTheSecondSchemaWhatWasRemindedOfHasEndedAndTheRestIsStillToCome)
{
    TemporaryFolder folder;
    const auto file = folder.path / "old.signalbox";
    {
        soci::session session(soci::sqlite3, file.string());
        ASSERT_OK(storage::migrate(session, file, storage::migrations().first(2)));
        session << "INSERT INTO conversation (id, visitor, visitor_name, channel, origin, offerable, opened_at, "
                   "last_message_at) VALUES (1, 'v1', 'Visitor', 'website', 'live', 1, 5, 5)";
        session
            << "INSERT INTO message (id, conversation, sequence, author, agent, author_name, text, at, internal_note, "
               "citations) VALUES ('signalbox:1:follow-up:70', 1, 1, 'system', '', 'Signalbox', 'Due', 70, 1, '[]')";
        session
            << "INSERT INTO follow_up (sequence, conversation, due, owner, note) VALUES (2, 1, 70, 'leila', 'done')";
        session
            << "INSERT INTO follow_up (sequence, conversation, due, owner, note) VALUES (3, 1, 90, 'leila', 'open')";
    }
    Database database = opened(file);
    ConversationStore store(database);
    ASSERT_EQ(store.openFollowUps().value().size(), 1u);
    EXPECT_EQ(store.openFollowUps().value().front().note, "open");
    EXPECT_FALSE(store.openFollowUps().value().front().reminded);
    EXPECT_EQ(store.find({"1"}).value()->invited, std::vector<AgentId>{});
    EXPECT_FALSE(store.find({"1"}).value()->held);
}

TEST(Database, aMigrationThatFailsChangesNothing)
{
    WorkspaceFile workspace;
    std::vector<std::string_view> steps(storage::migrations().begin(), storage::migrations().end());
    steps.push_back("CREATE TABLE mood (word TEXT) STRICT");
    steps.push_back("INSERT INTO nowhere VALUES (1)");
    EXPECT_THROW((void)storage::migrate(workspace.database.session(), workspace.file, steps), soci::soci_error);
    int tables = 0;
    workspace.database.session() << "SELECT count(*) FROM sqlite_schema WHERE name = 'mood'", soci::into(tables);
    EXPECT_EQ(tables, 0);
    EXPECT_OK(Database::open(workspace.file, Access::Write));
}

TEST(Database, saysThatAnotherProgramHasTheFileLocked)
{
    WorkspaceFile workspace;
    soci::session other(soci::sqlite3, workspace.file.string());
    other << "BEGIN IMMEDIATE";
    const auto refused = workspace.append({openedBy("v1", "1")});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("locked by another program"), std::string::npos);
    other << "ROLLBACK";
    EXPECT_OK(workspace.append({openedBy("v1", "1")}));
}

TEST(Database, saysThatTheFileIsDamaged)
{
    TemporaryFolder folder;
    const auto file = folder.path / "w.signalbox";
    {
        Database database = opened(file);
        JournalWriter writer(database);
        std::vector<Event> events;
        for (int i = 1; i <= 300; ++i)
            events.push_back({0, Instant{}, openedBy(std::to_string(i).c_str(), std::to_string(i).c_str())});
        ASSERT_OK(writer.append(events));
    }
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    for (std::streamoff page = 1; page < std::streamoff(std::filesystem::file_size(file) / 4096); ++page) {
        bytes.seekp(page * 4096);
        bytes << std::string(4096, '\xA5');
    }
    bytes.close();
    auto database = Database::open(file, Access::Write);
    const auto checked = database ? database->checkIntegrity() : tl::unexpected(database.error());
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().message.find("damaged"), std::string::npos) << checked.error().message;
}

TEST(Database, theCheckFindsRowsThatBelongToNothingAndEventsThatAreMissing)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1"), openedBy("v2", "2"), said("2", 1, "Hello")}));
    run(workspace.file, "DELETE FROM journal WHERE sequence = 2");
    run(workspace.file, "DELETE FROM conversation WHERE id = 2");
    const auto checked = workspace.database.checkIntegrity();
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().message.find("some are missing"), std::string::npos) << checked.error().message;
    EXPECT_NE(checked.error().message.find("of message belongs to no conversation"), std::string::npos);
}

TEST(Database, aFullDiskLosesNothingAndTheWriterGoesOnOnceThereIsRoom)
{
    WorkspaceFile workspace;
    ASSERT_OK(workspace.append({openedBy("v1", "1")}));
    long pages = 0;
    workspace.database.session() << "PRAGMA page_count", soci::into(pages);
    workspace.database.session() << "PRAGMA max_page_count=" + std::to_string(pages + 2);
    const auto refused = workspace.append({said("1", 1, std::string(100'000, 'x'))});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("disk is full"), std::string::npos) << refused.error().message;
    EXPECT_EQ(workspace.writer.lastSequence(), 1);
    workspace.database.session() << "PRAGMA max_page_count=1000000";
    EXPECT_OK(workspace.append({said("1", 1, std::string(100'000, 'x'))}));
    EXPECT_OK(workspace.database.checkIntegrity());
}

// Rights do not bind the superuser, so the child gives them up.
TEST(Database, saysThatAProtectedFolderMayNotBeWritten)
{
    TemporaryFolder folder;
    ASSERT_EQ(chmod(folder.path.c_str(), 0555), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        if (getuid() == 0 && setuid(65534) != 0)
            _exit(2);
        const auto database = Database::open(folder.path / "w.signalbox", Access::Write);
        _exit(!database && database.error().message.find("cannot be opened") != std::string::npos ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

}
}
