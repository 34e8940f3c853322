#include "model/storage/workspace_store.h"

#include "tests/support/workspace_file.h"

namespace signalbox {
namespace {

TEST(WorkspaceStore, isEmptyAtFirst)
{
    WorkspaceFile workspace;
    WorkspaceStore store(workspace.database);
    EXPECT_TRUE(store.agents().value().empty());
    EXPECT_EQ(store.liveRulebook().value().has_value(), false);
    EXPECT_TRUE(store.faq().value().empty());
    EXPECT_EQ(store.profile().value(), CompanyProfile{});
    EXPECT_EQ(store.websiteChannel().value(), WebsiteChannel{});
    EXPECT_FALSE(store.practiceOn().value());
}

TEST(WorkspaceStore, knowsAgentsWithTheirPresence)
{
    WorkspaceFile workspace;
    const Agent omar{{"omar"}, "Omar", Role::Lead, "East", {{{"enterprise"}, 3}}, {{"sales"}}, 6, {{"whatsapp", 0.5}}};
    const Agent ana{{"ana"}, "Ana", Role::Agent, "", {}, {}, 4, {}};
    ASSERT_OK(workspace.append({AgentSaved{omar}, AgentSaved{ana}}));
    ASSERT_OK(workspace.append({PresenceChanged{{"omar"}, Presence::Away}}, Instant{seconds{77}}));
    Agent promoted = omar;
    promoted.role = Role::Supervisor;
    ASSERT_OK(workspace.append({AgentSaved{promoted}}));

    Database database = workspace.reopened();
    WorkspaceStore store(database);
    using Pair = std::pair<Agent, Presence>;
    EXPECT_EQ(store.agents().value(), (std::vector<Pair>{{ana, Presence::Offline}, {promoted, Presence::Away}}));
    EXPECT_EQ(store.presences().value().at({"omar"}).since, Instant{seconds{77}});
    ASSERT_OK(workspace.append({AgentRemoved{{"omar"}}}));
    EXPECT_EQ(store.agents().value().size(), 1u);
}

TEST(WorkspaceStore, theDraftAndTheShadowAreWrittenWithTheEventsOrNotAtAll)
{
    WorkspaceFile workspace;
    const DraftOnScreen draft{3, 1, "{\"rulebook\": 1}", {"ines"}, Instant{seconds{5}}};
    ShadowOnScreen shadow;
    shadow.document = "{}";
    shadow.by = {"omar"};
    shadow.since = Instant{seconds{6}};
    std::vector<Event> events{{0, Instant{}, openedBy("v1", "1")}};
    ASSERT_OK(workspace.writer.append(events, {draft, shadow, {}}));
    Database database = workspace.reopened();
    WorkspaceStore store(database);
    EXPECT_EQ(store.draft().value(), draft);
    EXPECT_EQ(store.shadow().value(), shadow);

    std::vector<Event> twice{{0, Instant{}, openedBy("v1", "1")}};
    DraftOnScreen later = draft;
    later.revision = 4;
    EXPECT_FALSE(workspace.writer.append(twice, {later, {}, {}}));
    EXPECT_EQ(store.draft().value(), draft);
    std::vector<Event> none;
    ASSERT_OK(workspace.writer.append(none, {later, {}, {}}));
    EXPECT_EQ(store.draft().value(), later);
    EXPECT_EQ(store.shadow().value(), shadow) << "what is not given stays";
}

TEST(WorkspaceStore, theLiveRulebookIsTheLastOnePublished)
{
    WorkspaceFile workspace;
    ASSERT_OK(
        workspace.append({RulebookPublished{1, "{\"rulebook\":1}", "{}", "First", "leila"},
                          RulebookPublished{2, "{\"rulebook\":1,\"tiers\":[]}", "{\"a\":[]}", "Second", "omar"}}));
    WorkspaceStore store(workspace.database);
    const auto live = *store.liveRulebook().value();
    EXPECT_EQ(live.version, 2);
    EXPECT_EQ(live.document, "{\"rulebook\":1,\"tiers\":[]}");
    EXPECT_EQ(live.openIntervals, "{\"a\":[]}");
    EXPECT_EQ(live.by, "omar");
    EXPECT_EQ(live.at, Instant{seconds{1'000'000}});
    EXPECT_EQ(store.rulebook(1).value()->note, "First");
    EXPECT_FALSE(store.rulebook(3).value().has_value());
    const auto all = store.rulebooks().value();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].version, 2);
    EXPECT_TRUE(all[0].document.empty());
}

TEST(WorkspaceStore, keepsTheFaqInItsOrderThroughChanges)
{
    WorkspaceFile workspace;
    const FaqEntry price{{"price"}, "What does it cost?", "From 40 EUR.", {"How much is it?", "Any \"deals\"?"}};
    const FaqEntry hours{{"hours"}, "When are you open?", "Nine to six.", {}};
    ASSERT_OK(workspace.append({FaqSaved{price}, FaqSaved{hours}}));
    FaqEntry cheaper = price;
    cheaper.answer = "From 30 EUR.";
    ASSERT_OK(workspace.append({FaqSaved{cheaper}}));
    Database database = workspace.reopened();
    WorkspaceStore store(database);
    EXPECT_EQ(store.faq().value(), (std::vector{cheaper, hours}));
    ASSERT_OK(workspace.append({FaqRemoved{{"price"}}}));
    EXPECT_EQ(store.faq().value(), std::vector{hours});
}

TEST(WorkspaceStore, keepsTheProfileTheChannelAndThePracticeSwitch)
{
    WorkspaceFile workspace;
    const CompanyProfile profile{
        "Northwind", "We sell lamps.", {{"Opening hours", "Nine to six"}, {"Phone", "+49 30 1234"}}};
    const WebsiteChannel channel{false, "Ask us", "Hello!", "#123456", {"https://example.com"}};
    ASSERT_OK(workspace.append({ProfileSaved{profile}, WebsiteChannelSaved{channel}, PracticeSwitched{true}}));
    Database database = workspace.reopened();
    WorkspaceStore store(database);
    EXPECT_EQ(store.profile().value(), profile);
    EXPECT_EQ(store.websiteChannel().value(), channel);
    EXPECT_TRUE(store.practiceOn().value());
    ASSERT_OK(workspace.append({PracticeSwitched{false}}));
    EXPECT_FALSE(store.practiceOn().value());
}

}
}
