#pragma once

#include "model/domain/context.h"
#include "model/domain/conversation.h"
#include "model/domain/knowledge.h"
#include "model/domain/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace signalbox {

// What arrives from a visitor's side of any channel, already checked for size and form at the edge.
struct VisitorArrived {   // the chat was opened or came back; answered with all messages after `resumeAfter`
    std::int64_t resumeAfter = 0;
};
// How a conversation of imported history ended.
struct Ending {
    Instant at{};
    std::string outcome;
    std::optional<double> value{};        // EUR, of what was converted
    std::vector<ContextChange> truth{};   // what turned out to be so, all below "truth."
};
struct VisitorWrote {
    MessageId message;
    std::string text;   // may be empty when files come along
    std::vector<FileToSend> files{};
    std::optional<Ending> ending{};   // of history, after its last message: both are kept or neither
};                                    // the id is the visitor's client's own: resends are harmless
struct VisitorContext {
    std::vector<ContextChange> changes;
};                                 // page, referrer, campaign, language, device, time on page
struct VisitorAsksForPerson { };   // the button of the chat
struct VisitorTypes { };           // not journaled
struct VisitorRead {
    std::int64_t upTo = 0;        // the last message they saw
    std::int64_t delivered = 0;   // the last one that their chat has
};

struct VisitorInput {
    VisitorId visitor;
    std::string visitorName;   // empty: the router makes one up ("Visitor 8F21")
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    bool offerable = true;
    std::optional<Instant> at;   // imported messages carry their own time; none: now
    std::variant<VisitorArrived, VisitorWrote, VisitorContext, VisitorAsksForPerson, VisitorTypes, VisitorRead> what;
};

// Answered after the commit. For VisitorWrote `sequence` is the message's place in the conversation.
struct VisitorReceipt {
    ConversationId conversation;   // empty while the visitor has not written yet
    std::int64_t sequence = 0;
    bool alreadyKnown = false;     // a resend: nothing was added
    std::vector<Message> missed;   // for VisitorArrived: notes are left out
    OwnerKind owner = OwnerKind::Ai;
    std::string ownerName;   // the agent's name, when one has it
};

// What a visitor's open chat is told. Internal notes never come this way.
struct VisitorUpdate {
    VisitorId visitor;
    Channel channel = Channel::Website;
    ConversationId conversation;
    std::vector<Message> messages;    // new ones, the visitor's own included (for their other tabs)
    std::optional<OwnerKind> owner;   // who answers now
    std::string ownerName;
    bool agentTyping = false;
    bool closed = false;
};

// The router's door for visitors. Thread-safe. Callbacks run on the router's thread and must not block: post onwards.
class VisitorDoor {
public:
    virtual ~VisitorDoor() = default;

    // False when the router's queue is full: nothing was taken, tell the visitor to try again (429).
    [[nodiscard]] virtual bool submit(VisitorInput input, std::function<void(const Result<VisitorReceipt>&)> answered)
        = 0;

    // The bytes of a file in a conversation of this visitor. `answered` may run on any thread. Error: they have no such file.
    virtual void loadFile(const VisitorId& visitor, const AttachmentId& file,
                          std::function<void(const Result<std::string>&)> answered)
        = 0;

    // One listener for each channel edge (the gateway, practice); returns a handle for `unlisten`.
    virtual int listen(std::function<void(const VisitorUpdate&)> told) = 0;
    virtual void unlisten(int handle) = 0;

    virtual WebsiteChannel websiteChannel() const = 0;   // a copy; changes with settings
};

}
