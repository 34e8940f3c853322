#pragma once

#include "model/journal/events.h"
#include "model/storage/statement.h"

namespace signalbox::storage {

// Writes what belongs to the workspace as a whole: agents, rulebooks, knowledge, settings. These change seldom, so nothing
// is prepared ahead. Throws Refusal or soci::soci_error.
class WorkspaceProjector {
public:
    explicit WorkspaceProjector(soci::session& session) : m_session(session) { }

    void project(const PresenceChanged& changed, const Event& event);
    void project(const AgentSaved& saved, const Event& event);
    void project(const AgentRemoved& removed, const Event& event);
    void project(const RulebookPublished& published, const Event& event);
    void project(const FaqSaved& saved, const Event& event);
    void project(const FaqRemoved& removed, const Event& event);
    void project(const ProfileSaved& saved, const Event& event);
    void project(const WebsiteChannelSaved& saved, const Event& event);
    void project(const PracticeSwitched& switched, const Event& event);
    void project(const DeskSettingsSaved& saved, const Event& event);

private:
    void set(std::string_view setting, std::string_view value);

    soci::session& m_session;
};

}
