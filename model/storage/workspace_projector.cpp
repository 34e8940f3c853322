#include "model/storage/workspace_projector.h"

#include "model/journal/events_json.h"
#include "model/storage/knowledge_index.h"
#include "model/storage/projector.h"

namespace signalbox::storage {
namespace {

std::string allWordings(const FaqEntry& entry)
{
    std::string asked = entry.question;
    for (const std::string& wording : entry.alsoAsked)
        asked += "\n" + wording;
    return asked;
}

}

void WorkspaceProjector::project(const PresenceChanged& changed, const Event& event)
{
    Change<Text, Integer, Text, Integer, Text, Text> update(
        m_session,
        "UPDATE agent SET presence = :presence, presence_since = :at, presence_state = :state, "
        "presence_until = :until, presence_reason = :reason WHERE id = :id");
    if (update.run(changed.presence, event.at, changed.state, changed.until, changed.reason, changed.agent) != 1)
        throw Refusal("Agent \"" + changed.agent.value + "\" is not there.");
}

void WorkspaceProjector::project(const AgentSaved& saved, const Event& event)
{
    Change<Text, Text, Text, Integer>(
        m_session,
        "INSERT INTO agent (id, name, details, presence_since) VALUES (:id, :name, :details, :at) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, details = excluded.details")
        .run(saved.agent.id, saved.agent.name, toJsonText(saved.agent), event.at);
}

void WorkspaceProjector::project(const AgentRemoved& removed, const Event&)
{
    if (Change<Text>(m_session, "DELETE FROM agent WHERE id = :id").run(removed.agent) != 1)
        throw Refusal("Agent \"" + removed.agent.value + "\" is not there.");
}

void WorkspaceProjector::project(const RulebookPublished& published, const Event& event)
{
    Rows<Integer> last(m_session, "SELECT coalesce(max(version), 0) FROM rulebook_version");
    if (last.next() && published.version <= last.get<0>())
        throw Refusal("Rulebook version " + std::to_string(published.version)
                      + " is published already and never changes.");
    Change<Integer, Text, Text, Text, Text, Integer>(
        m_session,
        "INSERT INTO rulebook_version (version, document, open_intervals, note, published_by, published_at) "
        "VALUES (:version, :document, :intervals, :note, :by, :at)")
        .run(published.version, published.document, published.openIntervals, published.note, published.by, event.at);
}

void WorkspaceProjector::project(const FaqSaved& saved, const Event& event)
{
    const FaqEntry& entry = saved.entry;
    Change<Text, Integer, Text, Text, Text>(
        m_session,
        "INSERT INTO faq (id, position, question, answer, also_asked) "
        "VALUES (:id, :position, :question, :answer, :asked) ON CONFLICT (id) DO UPDATE SET "
        "question = excluded.question, answer = excluded.answer, also_asked = excluded.also_asked")
        .run(entry.id, event.sequence, entry.question, entry.answer, toJsonText(entry.alsoAsked));
    learn(m_session, entry.id.value, entry.question, allWordings(entry), entry.answer);
}

void WorkspaceProjector::project(const FaqRemoved& removed, const Event&)
{
    if (Change<Text>(m_session, "DELETE FROM faq WHERE id = :id").run(removed.entry) != 1)
        throw Refusal("FAQ entry \"" + removed.entry.value + "\" is not there.");
    forget(m_session, removed.entry.value);
}

void WorkspaceProjector::project(const ProfileSaved& saved, const Event&)
{
    set("profile", toJsonText(saved.profile));
    forgetProfile(m_session);
    for (const ProfileFact& fact : saved.profile.facts)
        learn(m_session, "profile/" + fact.label, fact.label, fact.label, fact.text);
}

void WorkspaceProjector::project(const WebsiteChannelSaved& saved, const Event&)
{
    set("website", toJsonText(saved.channel));
}

void WorkspaceProjector::project(const PracticeSwitched& switched, const Event&)
{
    set("practice", switched.on ? "on" : "off");
}

void WorkspaceProjector::project(const DeskSettingsSaved& saved, const Event&)
{
    set("desk", toJsonText(saved.settings));
}

void WorkspaceProjector::set(std::string_view setting, std::string_view value)
{
    Change<Text, Text>(m_session,
                       "INSERT INTO setting (name, value) VALUES (:name, :value) "
                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .run(setting, value);
}

}
