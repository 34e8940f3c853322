#pragma once

#include "model/journal/events.h"
#include "model/storage/statement.h"

namespace signalbox::storage {

// Writes what agents do with a conversation beside answering: holding, inviting, correcting, reopening. These happen too
// seldom to prepare anything ahead. Throws Refusal or soci::soci_error.
class HandlingProjector {
public:
    explicit HandlingProjector(soci::session& session) : m_session(session) { }

    void project(const ConversationReopened& reopened, const Event& event);
    void project(const ConversationHeld& held, const Event& event);
    void project(const HoldEnded& ended, const Event& event);
    void project(const AgentInvited& invited, const Event& event);
    void project(const InvitedLeft& left, const Event& event);
    void project(const HandRaised& raised, const Event& event);
    void project(const ConversationCorrected& corrected, const Event& event);
    void project(const MessagesReached& reached, const Event& event);
    void project(const FollowUpEnded& ended, const Event& event);

private:
    std::vector<AgentId> invitedTo(const ConversationId& conversation);
    void setInvited(const ConversationId& conversation, const std::vector<AgentId>& invited);

    soci::session& m_session;
};

}
