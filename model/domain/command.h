#pragma once

#include "model/domain/agent.h"
#include "model/domain/conversation.h"
#include "model/domain/knowledge.h"
#include "model/domain/offer.h"

#include <cstdint>
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
struct PublishRulebook {
    std::string document;
    std::string note;
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
                 TransferConversation, CloseConversation, PublishRulebook, SaveAgent, RemoveAgent, SaveFaq, RemoveFaq,
                 SaveProfile, SaveWebsiteChannel, SwitchPractice>
        what;
};

}
