#include "model/storage/workspace_store.h"

#include "model/journal/events_json.h"
#include "model/storage/conversation_rows.h"
#include "model/storage/guarded.h"

namespace signalbox {

using namespace storage;

namespace {

constexpr std::string_view selectRulebook
    = "SELECT version, document, open_intervals, note, published_by, published_at FROM rulebook_version ";
using RulebookRows = Rows<Integer, Text, Text, Text, Text, Integer>;

constexpr std::string_view selectBeside
    = "SELECT revision, base_version, document, saved_by, saved_at FROM rulebook_beside WHERE kind = :kind";
using BesideRows = Rows<Integer, Integer, Text, Text, Integer>;

PublishedRulebook rulebookIn(const RulebookRows& row)
{
    return {int(row.get<0>()), row.get<1>(), row.get<2>(), row.get<3>(), row.get<4>(), fromMicroseconds(row.get<5>())};
}

std::optional<Text> setting(soci::session& session, std::string_view name)
{
    Rows<Text> rows(session, "SELECT value FROM setting WHERE name = :name", name);
    return rows.next() ? std::optional(rows.get<0>()) : std::nullopt;
}

template <class T>
Result<T> settingAs(Database& database, std::string_view name)
{
    return guarded(database, [&]() -> Result<T> {
        const auto value = setting(database.session(), name);
        return value ? jsonIn<T>(*value) : T{};
    });
}

}

WorkspaceStore::WorkspaceStore(Database& database) : m_database(database) { }

Result<std::vector<std::pair<Agent, Presence>>> WorkspaceStore::agents()
{
    return guarded(m_database, [&]() -> Result<std::vector<std::pair<Agent, Presence>>> {
        std::vector<std::pair<Agent, Presence>> agents;
        Rows<Text, Text> rows(m_database.session(), "SELECT details, presence FROM agent ORDER BY name, id");
        while (rows.next())
            agents.emplace_back(jsonIn<Agent>(rows.get<0>()), wordIn<Presence>(rows.get<1>()));
        return agents;
    });
}

Result<std::map<AgentId, KeptPresence>> WorkspaceStore::presences()
{
    return guarded(m_database, [&]() -> Result<std::map<AgentId, KeptPresence>> {
        std::map<AgentId, KeptPresence> presences;
        Rows<Text, Integer, Text, Integer, Text> rows(
            m_database.session(),
            "SELECT id, presence_since, presence_state, presence_until, presence_reason FROM agent");
        while (rows.next()) {
            const auto until = rows.isNull<3>() ? std::nullopt : std::optional(fromMicroseconds(rows.get<3>()));
            presences.emplace(AgentId{rows.get<0>()},
                              KeptPresence{fromMicroseconds(rows.get<1>()), rows.get<2>(), until, rows.get<4>()});
        }
        return presences;
    });
}

Result<std::vector<PublishedRulebook>> WorkspaceStore::rulebooks()
{
    return guarded(m_database, [&]() -> Result<std::vector<PublishedRulebook>> {
        std::vector<PublishedRulebook> versions;
        RulebookRows rows(m_database.session(),
                          "SELECT version, '', '', note, published_by, published_at FROM rulebook_version "
                          "ORDER BY version DESC");
        while (rows.next())
            versions.push_back(rulebookIn(rows));
        return versions;
    });
}

Result<std::optional<PublishedRulebook>> WorkspaceStore::liveRulebook()
{
    return guarded(m_database, [&]() -> Result<std::optional<PublishedRulebook>> {
        RulebookRows rows(m_database.session(), std::string(selectRulebook) + "ORDER BY version DESC LIMIT 1");
        return rows.next() ? std::optional(rulebookIn(rows)) : std::nullopt;
    });
}

Result<std::optional<PublishedRulebook>> WorkspaceStore::rulebook(int version)
{
    return guarded(m_database, [&]() -> Result<std::optional<PublishedRulebook>> {
        RulebookRows rows(m_database.session(), std::string(selectRulebook) + "WHERE version = :version",
                          Integer(version));
        return rows.next() ? std::optional(rulebookIn(rows)) : std::nullopt;
    });
}

Result<DraftOnScreen> WorkspaceStore::draft()
{
    return guarded(m_database, [&]() -> Result<DraftOnScreen> {
        BesideRows row(m_database.session(), selectBeside, "draft");
        if (!row.next())
            return DraftOnScreen{};
        return DraftOnScreen{row.get<0>(), int(row.get<1>()), row.get<2>(), AgentId{row.get<3>()},
                             fromMicroseconds(row.get<4>())};
    });
}

Result<ShadowOnScreen> WorkspaceStore::shadow()
{
    return guarded(m_database, [&]() -> Result<ShadowOnScreen> {
        ShadowOnScreen shadow;
        BesideRows row(m_database.session(), selectBeside, "shadow");
        if (row.next()) {
            shadow.document = row.get<2>();
            shadow.by = AgentId{row.get<3>()};
            shadow.since = fromMicroseconds(row.get<4>());
        }
        return shadow;
    });
}

Result<std::vector<FaqEntry>> WorkspaceStore::faq()
{
    return guarded(m_database, [&]() -> Result<std::vector<FaqEntry>> {
        std::vector<FaqEntry> entries;
        Rows<Text, Text, Text, Text> rows(m_database.session(),
                                          "SELECT id, question, answer, also_asked FROM faq ORDER BY position");
        while (rows.next())
            entries.push_back(
                {{rows.get<0>()}, rows.get<1>(), rows.get<2>(), jsonIn<std::vector<std::string>>(rows.get<3>())});
        return entries;
    });
}

Result<CompanyProfile> WorkspaceStore::profile() { return settingAs<CompanyProfile>(m_database, "profile"); }
Result<WebsiteChannel> WorkspaceStore::websiteChannel() { return settingAs<WebsiteChannel>(m_database, "website"); }

Result<DeskSettings> WorkspaceStore::deskSettings() { return settingAs<DeskSettings>(m_database, "desk"); }

Result<bool> WorkspaceStore::practiceOn()
{
    return guarded(m_database, [&]() -> Result<bool> { return setting(m_database.session(), "practice") == "on"; });
}

}
