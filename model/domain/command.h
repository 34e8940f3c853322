#pragma once

#include "model/domain/agent.h"
#include "model/domain/conversation.h"
#include "model/domain/knowledge.h"
#include "model/domain/offer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace signalbox {

// What a person at a console can ask for. The router checks each one again: a right on the screen is only a courtesy.
struct SetPresence {
    AgentId agent;
    Presence presence = Presence::Offline;
};
struct AcceptOffer {
    OfferId offer;
    AgentId agent;
};
struct DeclineOffer {
    OfferId offer;
    AgentId agent;
    std::string reason;
};
struct TakeConversation {
    ConversationId conversation;
    AgentId agent;
};   // by hand, from a queue or from the AI
struct SendReply {
    ConversationId conversation;
    AgentId agent;
    MessageId message;
    std::string text;
};
struct AddNote {
    ConversationId conversation;
    AgentId agent;
    MessageId message;
    std::string text;
};
struct AgentTyping {
    ConversationId conversation;
    AgentId agent;
};   // not journaled
struct TransferConversation {
    ConversationId conversation;
    AgentId by;
    QueueId queue;
    std::string note;
};
struct CloseConversation {
    ConversationId conversation;
    AgentId by;
    std::string outcome;
};
// One atomic step. Refused when another version than `basedOn` is live by now (0: whatever is), or when the draft was
// saved again since `draftRevision`; with a revision the draft is gone afterwards.
struct PublishRulebook {
    std::string document;
    std::string note;
    AgentId by;
    int basedOn = 0;
    std::optional<std::int64_t> draftRevision{};
};
// The workspace has one draft. Refused when it was saved by somebody else since `seen`, the revision this one grew from
// (0: there was none).
struct SaveDraft {
    std::string document;
    int baseVersion = 0;
    std::int64_t seen = 0;
    AgentId by;
};
struct DiscardDraft {
    std::int64_t seen = 0;
    AgentId by;
};
// Somebody has the draft open, at this policy or room. Said again every few seconds; not journaled.
struct EditingDraft {
    AgentId agent;
    std::string place;
};
// Decides all live traffic with this rulebook too, without any effect; an empty document ends it.
struct RunShadow {
    std::string document;
    AgentId by;
};
struct SaveAgent {
    Agent agent;
    AgentId by;
};
struct RemoveAgent {
    AgentId agent;
    AgentId by;
};
struct SaveFaq {
    FaqEntry entry;
    AgentId by;
};
struct RemoveFaq {
    FaqId entry;
    AgentId by;
};
struct SaveProfile {
    CompanyProfile profile;
    AgentId by;
};
struct SaveWebsiteChannel {
    WebsiteChannel channel;
    AgentId by;
};
struct SwitchPractice {
    bool on = false;
    AgentId by;
};

struct Command {
    std::uint64_t ticket = 0;   // given by the sender; the answer carries it back
    std::variant<SetPresence, AcceptOffer, DeclineOffer, TakeConversation, SendReply, AddNote, AgentTyping,
                 TransferConversation, CloseConversation, PublishRulebook, SaveDraft, DiscardDraft, EditingDraft,
                 RunShadow, SaveAgent, RemoveAgent, SaveFaq, RemoveFaq,
                 SaveProfile, SaveWebsiteChannel, SwitchPractice>
        what;
};

}
