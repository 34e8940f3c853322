#pragma once

#include "model/domain/attachment.h"
#include "model/domain/ids.h"
#include "model/domain/instant.h"

#include <optional>
#include <string>
#include <vector>

namespace signalbox {

enum class Channel { Website, WhatsApp, Api, Import };
// Where the visitor comes from. Practice and imported conversations stay out of every figure unless asked for.
enum class Origin { Live, Practice, Imported };
enum class Author { Visitor, Ai, Agent, System };

// Who has the conversation. Changed only by a compare-and-set in the journal's writer.
enum class OwnerKind { Ai, Queue, Agent, Nobody };   // Nobody: closed
struct Owner {
    OwnerKind kind = OwnerKind::Ai;
    QueueId queue;   // while waiting, and the queue it came from while an agent has it
    AgentId agent;   // only for OwnerKind::Agent

    bool operator==(const Owner&) const = default;
};

// The knowledge entry an AI message rests on.
struct Citation {
    std::string entry;   // id of the FAQ entry, or "profile"
    std::string title;

    bool operator==(const Citation&) const = default;
};

struct Message {
    MessageId id;
    std::int64_t sequence = 0;   // position in the conversation, 1 first, no gaps
    Author author = Author::Visitor;
    AgentId agent;            // only for Author::Agent and notes
    std::string authorName;   // as shown to the visitor
    std::string text;         // UTF-8, plain
    Instant at{};
    bool internalNote = false;   // never leaves the console
    std::vector<Citation> citations;
    std::vector<Attachment> attachments{};
    std::vector<AgentId> mentions{};   // in a note: whom it calls

    bool operator==(const Message&) const = default;
};

// One conversation as lists show it: a projection of the journal.
struct Conversation {
    ConversationId id;
    VisitorId visitor;
    std::string visitorName;   // "Amelia Okafor", or "Visitor 8F21" while unknown
    std::string company;
    Channel channel = Channel::Website;
    Origin origin = Origin::Live;
    bool offerable = true;   // false: imported at once as history; routed, and taken by hand only
    Owner owner;
    AgentId offeredTo;   // set while an offer is out; the owner is still the queue
    TierId tier;
    int tierRank = 0;   // 0 is P1; a tier's place in the rulebook
    std::string intent;
    double intentScore = 0;   // 0 to 100
    std::optional<double> dealSize;
    std::vector<std::string> tags;
    PolicyId policy;   // the one that led to its owner, and not changed while an agent has it; empty: none fired
    Instant openedAt{};
    Instant lastMessageAt{};
    std::optional<Instant> waitingSince;   // since when a person is owed and has not answered
    std::optional<Instant> answerBy;       // waitingSince + response target
    std::optional<Instant> closedAt;
    std::string outcome;                   // "resolved", "qualified", "converted", "spam", "no_answer" or the agent's own words
    std::optional<double> outcomeValue{};  // EUR, of a conversion
    bool held = false;                     // put aside by its agent: nothing is owed, and it holds no place
    std::optional<Instant> heldUntil{};    // none while held: until the visitor writes
    AgentId handRaisedBy{};                // whoever has it asks a lead to look
    std::string handNote{};
    std::vector<AgentId> invited{};        // write in it beside its owner
    bool tierByHand = false;               // corrected by a person: decisions leave it
    std::int64_t deliveredUpTo = 0;        // the last message that reached the visitor's chat, and the last one seen there
    std::int64_t readUpTo = 0;
    Author lastAuthor = Author::Visitor;
    std::string lastText;   // first 200 bytes, cut at a character
    std::int64_t messageCount = 0;

    bool operator==(const Conversation&) const = default;
};

}
