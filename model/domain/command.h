#pragma once

#include "model/domain/agent.h"
#include "model/domain/alert.h"
#include "model/domain/conversation.h"
#include "model/domain/desk_settings.h"
#include "model/domain/knowledge.h"
#include "model/domain/offer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace signalbox {

// What a person at a console can ask for. The router checks each one again: a right on the screen is only a courtesy.
struct SetPresence {
    AgentId agent;
    Presence presence = Presence::Offline;
    std::string state{};   // a state of the workspace's own, which counts as `presence`
    AgentId by{};          // a lead who changes it for them; empty: themselves
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
    bool fromColleague = false;   // a lead takes it over from whoever has it
};   // by hand, from a queue or from the AI
struct SendReply {
    ConversationId conversation;
    AgentId agent;
    MessageId message;
    std::string text;
    std::vector<FileToSend> files{};
};
struct AddNote {
    ConversationId conversation;
    AgentId agent;
    MessageId message;
    std::string text;
    std::vector<AgentId> mentions{};
};
struct AgentTyping {
    ConversationId conversation;
    AgentId agent;
};   // not journaled
// Says which conversation is open at a console, again every few seconds; none: no conversation. Not journaled.
struct LookAt {
    AgentId agent;
    ConversationId conversation;
};
// To exactly one of a queue, an agent, a team and the AI. Decisions leave it there.
struct TransferConversation {
    ConversationId conversation;
    AgentId by;
    QueueId queue;
    std::string note;
    AgentId agent{};
    std::string team{};
    bool toAi = false;
};
// Another agent writes in it too; its owner stays.
struct InviteAgent {
    ConversationId conversation;
    AgentId by;
    AgentId agent;
    std::string note;
};
struct LeaveConversation {
    ConversationId conversation;
    AgentId agent;   // invited
    AgentId by;
};
// Put aside until a time, or (none) until the visitor writes, which ends it in any case.
struct HoldConversation {
    ConversationId conversation;
    AgentId by;
    std::optional<Instant> until;
};
struct ResumeConversation {
    ConversationId conversation;
    AgentId by;
};
struct SetFollowUp {
    ConversationId conversation;
    AgentId by;
    Instant due{};
    AgentId owner;
    std::string note;
};
struct EndFollowUp {
    ConversationId conversation;
    Instant due{};
    AgentId by;
    bool done = true;   // false: called off
};
struct CloseConversation {
    ConversationId conversation;
    AgentId by;
    std::string outcome;
    std::optional<double> value{};   // EUR, of a conversion
};
// Back to who had it. Refused when the visitor has begun another conversation by then.
struct ReopenConversation {
    ConversationId conversation;
    AgentId by;
};
// See model/domain/correction.h for the subjects and their words.
struct CorrectConversation {
    ConversationId conversation;
    AgentId by;
    std::string subject;
    std::string after;
    std::string reason;
};
struct RaiseHand {
    ConversationId conversation;
    AgentId agent;
    bool up = true;
    std::string note{};
};
// The visitor is another person than the contact they were taken for.
struct UnlinkVisitor {
    VisitorId visitor;
    AgentId by;
};
// Removes all that is known of one person, for ever: the journal keeps only that it was done.
struct EraseContact {
    ContactId contact;
    AgentId by;
};
// An alert is named by its number.
struct AcknowledgeAlert {
    std::int64_t alert = 0;
    AgentId by;
};
struct SnoozeAlert {
    std::int64_t alert = 0;
    AgentId by;
    Instant until{};   // within seven days
};
struct HandOnAlert {
    std::int64_t alert = 0;
    AgentId by;
    AgentId to;
};
struct ResolveAlert {
    std::int64_t alert = 0;
    AgentId by;
    std::string reason{};
};
// What became of sending it, said by whoever sent it: an empty error means that it arrived. The program's own.
struct ReportDelivery {
    std::int64_t alert = 0;
    AlertWay way = AlertWay::Webhook;
    std::string error;
};
struct GiveLabel {
    Label label;   // `at` is given by the router
};
struct SaveDeskSettings {
    DeskSettings settings;
    AgentId by;
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
    std::variant<SetPresence, AcceptOffer, DeclineOffer, TakeConversation, SendReply, AddNote, AgentTyping, LookAt,
                 TransferConversation, InviteAgent, LeaveConversation, HoldConversation, ResumeConversation,
                 SetFollowUp, EndFollowUp, CloseConversation, ReopenConversation, CorrectConversation, RaiseHand,
                 UnlinkVisitor, EraseContact, SaveDeskSettings, PublishRulebook, SaveDraft, DiscardDraft, EditingDraft,
                 RunShadow, SaveAgent, RemoveAgent, SaveFaq, RemoveFaq,
                 SaveProfile, SaveWebsiteChannel, SwitchPractice, AcknowledgeAlert, SnoozeAlert, HandOnAlert, ResolveAlert,
                 ReportDelivery, GiveLabel>
        what;
};

}
