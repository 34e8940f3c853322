// Two consoles with the policy studio open on one draft, over a real router.
#include "app/analysis/analysis_host.h"
#include "app/console/router_port.h"
#include "app/console/sample_workspace.h"
#include "tests/support/event_loop.h"
#include "tests/support/recording_port.h"
#include "ui/policies/draft/draft_keeper.h"
#include "ui/policies/draft/draft_presence.h"
#include "ui/policies/studio.h"
#include "ui/shared/console_model.h"
#include "ui/shared/session.h"
#include "ui/shared/theme.h"
#include "ui/shared/ui_state.h"

#include <QApplication>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using test::waitFor;

// One console: everything a studio works with, its own door to the router and its own reader of the workspace.
struct StudioSeat {
    StudioSeat(RouterHost& host, const std::filesystem::path& workspace, const char* agent)
        : port(host), analysis(workspace, systemNow), session{AgentId{agent}, {}, Role::Supervisor}
    {
    }
    static Instant systemNow() { return SystemClock().now(); }

    bool isOn(int policy) const { return studio.draft.policies()[std::size_t(policy)].enabled; }
    bool isInConflict() const { return keeper.state() == DraftKeeper::State::Conflict; }

    RouterPort port;
    AnalysisHost analysis;
    Session session;
    ConsoleModel model{port, session};
    Theme theme;
    test::ScriptedPrompts prompts;
    UiStateInMemory state;
    Studio studio{PageContext{port, analysis, model, theme, prompts, session, state, systemNow}};
    DraftKeeper keeper{studio.context};
    DraftPresence presence{studio.context};
};

Agent supervisor(const char* id, const char* name)
{
    Agent agent;
    agent.id.value = id;
    agent.name = name;
    agent.role = Role::Supervisor;
    return agent;
}

class TwoStudios : public testing::Test {
protected:
    void SetUp() override
    {
        const auto workspace = std::filesystem::path(m_folder.path().toStdString()) / "shop.signalbox";
        auto started = RouterHost::start(workspace, std::make_unique<SystemClock>());
        ASSERT_TRUE(started) << started.error().message;
        m_host = std::move(*started);
        auto commands = emptyCommands("Shop");
        ASSERT_TRUE(commands);
        commands->push_back({0, SaveAgent{supervisor("ines", "Ines Carvalho"), {}}});
        commands->push_back({0, SaveAgent{supervisor("sam", "Sam Otieno"), {}}});
        ASSERT_TRUE(performAll(*m_host, std::move(*commands)));
        ines = std::make_unique<StudioSeat>(*m_host, workspace, "ines");
        sam = std::make_unique<StudioSeat>(*m_host, workspace, "sam");
        ASSERT_TRUE(
            waitFor([&] { return ines->studio.draft.liveVersion() == 1 && sam->studio.draft.liveVersion() == 1; }));
    }
    void TearDown() override
    {
        sam.reset();
        ines.reset();
    }

    int m_count = 1;
    char m_name[8] = "tests";
    char* m_arguments[2] = {m_name, nullptr};
    QApplication m_application{m_count, m_arguments};
    QTemporaryDir m_folder;
    std::unique_ptr<RouterHost> m_host;
    std::unique_ptr<StudioSeat> ines;
    std::unique_ptr<StudioSeat> sam;
};

TEST_F(TwoStudios, eachSeesTheOthersNameAndPlace)
{
    ines->presence.setPlace(QStringLiteral("Tiers"));
    sam->presence.setPlace(QStringLiteral("policy:person"));
    ASSERT_TRUE(waitFor([&] { return ines->presence.others().size() == 1 && sam->presence.others().size() == 1; }));
    EXPECT_EQ(sam->presence.others().front().name, QStringLiteral("Ines Carvalho"));
    EXPECT_EQ(sam->presence.others().front().place, QStringLiteral("Tiers"));
    EXPECT_EQ(ines->presence.others().front().name, QStringLiteral("Sam Otieno"));
    EXPECT_EQ(ines->presence.others().front().place, QStringLiteral("Whoever asks for a person gets one"));
    sam->presence.setPlace({});
    EXPECT_TRUE(waitFor([&] { return ines->presence.others().empty(); }));
}

TEST_F(TwoStudios, whatOneSavesTheOtherHas)
{
    ines->studio.draft.setEnabled(0, false);
    ines->keeper.saveNow();
    ASSERT_TRUE(waitFor([&] { return sam->studio.draft.changes() == 1; }));
    EXPECT_EQ(sam->studio.draft.document(), ines->studio.draft.document());
    EXPECT_EQ(sam->keeper.savedBy().value, "ines");
    sam->studio.draft.setEnabled(1, false);
    sam->keeper.saveNow();
    ASSERT_TRUE(waitFor([&] { return ines->studio.draft.changes() == 2; }));
    EXPECT_FALSE(ines->keeper.theirs());
}

TEST_F(TwoStudios, ofTwoSavesAtOnceOneIsHeldBackUntilAPersonHasDecided)
{
    ines->studio.draft.setEnabled(0, false);
    sam->studio.draft.setEnabled(1, false);
    ines->keeper.saveNow();
    sam->keeper.saveNow();
    ASSERT_TRUE(waitFor([&] { return ines->isInConflict() || sam->isInConflict(); }));
    StudioSeat& late = ines->isInConflict() ? *ines : *sam;
    StudioSeat& first = ines->isInConflict() ? *sam : *ines;
    EXPECT_FALSE(first.isInConflict());
    ASSERT_TRUE(late.keeper.theirs());
    EXPECT_EQ(late.keeper.theirs()->by, first.session.agent);
    EXPECT_EQ(late.studio.draft.changes(), 1) << "its own change is still there";
    late.keeper.saveNow();
    EXPECT_TRUE(late.isInConflict()) << "nothing leaves before somebody has said how to go on";
    late.keeper.keepMine();
    late.keeper.saveNow();
    ASSERT_TRUE(waitFor([&] { return first.studio.draft.changes() == 2; }));
    for (const StudioSeat* const seat : {&first, &late})
        EXPECT_FALSE(seat->isOn(0) || seat->isOn(1)) << "both changes are in both drafts";
    EXPECT_FALSE(first.isInConflict() || late.isInConflict());
}

}
}
