#pragma once

#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/decision.h"
#include "model/journal/events.h"
#include "routing/assignment/assignment.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace signalbox {

// What the router keeps of one open conversation: nothing that does not follow from its events.
struct ConversationState {
    Conversation row;
    bool known
        = true;   // false after a start: only the row is loaded; the rest is read from the journal when it is needed
    Context context;
    std::map<SignalId, Instant> signalsObserved;
    std::optional<Decision> decision;   // the last one, without its snapshot
    std::vector<LetGo> letGo;           // who declined it or let it lapse since it was last queued; or gave it back
    Instant tierSince{};                // when decisions gave it its tier
    std::vector<QueueId> sentTo;        // where decisions sent it since anything but time changed, oldest first
    std::vector<Alert> alerts;          // all its episodes, oldest first; before it is known, those that have not ended
    std::vector<FollowUpSet> followUps;             // those not reminded of yet and not ended
    std::map<std::string, std::string> corrected;   // by subject, what people put right last
    std::string visitorText;                        // the visitor's last message, whole
    std::int64_t visitorMessages = 0;
};

// Brings the state up to date with one of its events.
void project(ConversationState& state, const Event& event);

// A person moved it by hand: decisions leave its queue alone.
inline constexpr std::string_view placedByHandAttribute = "conversation.placed_by_hand";
bool placedByHand(const ConversationState& state);
// A person passed it on to this team: nobody else is offered it.
inline constexpr std::string_view wantedTeamAttribute = "conversation.wanted_team";

// The owner and those who were invited.
bool mayReply(const Conversation& row, const AgentId& agent);

// The note of a reminder has an id made from the moment it was due.
MessageId followUpNoteId(const ConversationId& conversation, Instant due);

}
