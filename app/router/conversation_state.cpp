#include "app/router/conversation_state.h"

#include "model/domain/last_text.h"
#include "routing/engine.h"

#include <algorithm>

namespace signalbox {
namespace {

const std::string* textOf(const Context& context, std::string_view attribute)
{
    const ContextEntry* entry = context.find(attribute);
    return entry ? std::get_if<std::string>(&entry->value) : nullptr;
}

void copyText(std::string& to, const Context& context, std::initializer_list<std::string_view> attributes)
{
    for (const std::string_view attribute : attributes)
        if (const std::string* text = textOf(context, attribute); text && !text->empty()) {
            to = *text;
            return;
        }
}

// The facts of the context that lists show.
void copyContextToRow(ConversationState& state)
{
    Conversation& row = state.row;
    copyText(row.visitorName, state.context, {"visitor.name"});
    copyText(row.company, state.context, {"visitor.company"});
    copyText(row.intent, state.context, {"ai.intent", "import.intent"});
    if (const ContextEntry* deal = state.context.find("crm.deal_size"))
        if (const double* size = std::get_if<double>(&deal->value))
            row.dealSize = *size;
    if (const ContextEntry* tags = state.context.find("conversation.tags"))
        if (const StringSet* members = std::get_if<StringSet>(&tags->value))
            row.tags = *members;
}

struct Projection {
    ConversationState& state;
    Instant at;
    std::int64_t sequence;

    void operator()(const ConversationOpened& event)
    {
        state.row.id = event.conversation;
        state.row.visitor = event.visitor;
        state.row.visitorName = event.visitorName;
        state.row.channel = event.channel;
        state.row.origin = event.origin;
        state.row.offerable = event.offerable;
        state.row.openedAt = state.row.lastMessageAt = at;
    }
    void operator()(const MessageAdded& event)
    {
        const Message& message = event.message;
        state.row.messageCount = message.sequence;
        if (message.internalNote) {
            std::erase_if(state.followUps, [&](const FollowUpSet& followUp) {
                return followUpNoteId(event.conversation, followUp.due) == message.id;
            });
            return;
        }
        state.row.lastMessageAt = message.at;
        state.row.lastAuthor = message.author;
        state.row.lastText = lastTextOf(message);
        if (message.author == Author::Visitor) {
            state.sentTo.clear();
            state.visitorText = message.text;
            ++state.visitorMessages;
        }
    }
    void operator()(const ContextChanged& event)
    {
        for (const ContextChange& change : event.changes) {
            state.context.apply(change, at);
            if (change.source != "router")
                state.sentTo.clear();
        }
        copyContextToRow(state);
    }
    void operator()(const SignalObserved& event) { state.signalsObserved.insert_or_assign(event.signal, at); }
    void operator()(const DecisionMade& event)
    {
        const Decision& decision = event.decision;
        if (!state.decision || state.decision->tier != decision.tier)
            state.tierSince = at;
        rememberWhereTo(decision);
        if (!state.row.tierByHand) {
            state.row.tier = decision.tier;
            state.row.tierRank = decision.tierRank;
        }
        state.row.intentScore = decision.intentScore;
        if (state.row.owner.kind != OwnerKind::Agent)   // then the policy stays the one that sent it there
            state.row.policy = decision.policy.value_or(PolicyId{});
        state.decision = decision;
        state.decision->snapshot.clear();
    }
    void operator()(const OwnerChanged& event)
    {
        if (event.to.kind == OwnerKind::Agent)
            state.sentTo.clear();
        if (event.to.kind == OwnerKind::Queue) {
            state.letGo.clear();
            if (event.from.kind == OwnerKind::Agent)
                state.letGo.push_back({event.from.agent, at});   // who gave it back is asked last
        }
        state.row.owner = event.to;
        state.row.waitingSince = event.waitingSince;
        state.row.answerBy = event.answerBy;
    }
    void operator()(const AnswerOwed& event)
    {
        state.row.waitingSince = event.since;
        state.row.answerBy = event.answerBy;
    }
    void operator()(const OfferMade& event) { state.row.offeredTo = event.offer.agent; }
    void operator()(const OfferEnded& event)
    {
        state.row.offeredTo = {};
        const bool letGo = event.outcome == OfferOutcome::Declined || event.outcome == OfferOutcome::Lapsed;
        if (!letGo)
            return;
        std::erase_if(state.letGo, [&](const LetGo& before) { return before.agent == event.agent; });
        state.letGo.push_back({event.agent, at});
    }
    void operator()(const ConversationClosed& event)
    {
        state.row.owner = {OwnerKind::Nobody, {}, {}};
        state.row.offeredTo = {};
        state.row.waitingSince.reset();
        state.row.answerBy.reset();
        state.row.closedAt = at;
        state.row.outcome = event.outcome;
        state.row.outcomeValue = event.value;
        letGoOfHandling();
        for (Alert& alert : state.alerts)
            if (!alert.endedAt)
                end(alert, {}, "The conversation was closed");
    }
    void operator()(const ConversationReopened& event)
    {
        state.row.owner = event.to;
        state.row.closedAt.reset();
        state.row.outcome.clear();
        state.row.outcomeValue.reset();
    }
    void operator()(const ConversationHeld& event)
    {
        state.row.held = true;
        state.row.heldUntil = event.until;
        state.row.waitingSince.reset();
        state.row.answerBy.reset();
    }
    void operator()(const HoldEnded&)
    {
        state.row.held = false;
        state.row.heldUntil.reset();
    }
    void operator()(const AgentInvited& event)
    {
        if (std::ranges::find(state.row.invited, event.agent) == state.row.invited.end())
            state.row.invited.push_back(event.agent);
    }
    void operator()(const InvitedLeft& event) { std::erase(state.row.invited, event.agent); }
    void operator()(const HandRaised& event)
    {
        state.row.handRaisedBy = event.up ? event.agent : AgentId{};
        state.row.handNote = event.up ? event.note : std::string();
    }
    void operator()(const ConversationCorrected& event)
    {
        state.corrected.insert_or_assign(event.subject, event.after);
        if (event.subject != "tier")
            return;
        state.row.tier = {event.after};
        state.row.tierRank = event.tierRank;
        state.row.tierByHand = true;
    }
    void operator()(const MessagesReached& event)
    {
        state.row.deliveredUpTo = std::max(state.row.deliveredUpTo, event.delivered);
        state.row.readUpTo = std::max(state.row.readUpTo, event.read);
    }
    void operator()(const FollowUpEnded& event)
    {
        std::erase_if(state.followUps, [&](const FollowUpSet& followUp) { return followUp.due == event.due; });
    }
    void operator()(const AlertRaised& event)
    {
        const bool reminder = event.alert.value == reminderAlert;
        if (reminder)
            std::erase_if(state.followUps, [&](const FollowUpSet& followUp) { return followUp.due <= at; });
        Alert alert;
        alert.number = sequence;
        alert.trigger = event.alert;
        alert.conversation = event.conversation;
        alert.text = event.text;
        alert.at = at;
        alert.owner = event.owner;
        alert.ownerReason = event.ownerReason;
        alert.heldBack = event.heldBack;
        alert.ways = event.ways;
        alert.rulebookVersion = event.rulebookVersion;
        alert.tier = event.tier;
        alert.tierRank = event.tierRank;
        alert.measure = event.measure;
        alert.score = event.score;
        alert.policy = event.policy;
        if (reminder)
            end(alert, {}, "A reminder");
        state.alerts.push_back(std::move(alert));
    }
    void operator()(const AlertAcknowledged& event)
    {
        change(event.alert, [&](Alert& alert) {
            alert.acknowledgedBy = event.by;
            alert.acknowledgedAt = at;
        });
    }
    void operator()(const AlertSnoozed& event)
    {
        change(event.alert, [&](Alert& alert) { alert.snoozedUntil = event.until; });
    }
    void operator()(const AlertHandedOn& event)
    {
        change(event.alert, [&](Alert& alert) {
            alert.owner = event.to;
            alert.ownerReason = event.reason;
            alert.escalated = alert.escalated || event.by.empty();
        });
    }
    void operator()(const AlertEnded& event)
    {
        change(event.alert, [&](Alert& alert) { end(alert, event.by, event.reason); });
    }
    void end(Alert& alert, const AgentId& by, std::string reason) const
    {
        alert.endedAt = at;
        alert.endedBy = by;
        alert.endReason = std::move(reason);
        alert.snoozedUntil.reset();
    }
    template <class Apply>
    void change(std::int64_t number, Apply apply)
    {
        if (const auto alert = std::ranges::find(state.alerts, number, &Alert::number); alert != state.alerts.end())
            apply(*alert);
    }
    void operator()(const FollowUpSet& event) { state.followUps.push_back(event); }
    void letGoOfHandling()
    {
        state.row.held = false;
        state.row.heldUntil.reset();
        state.row.handRaisedBy = {};
        state.row.handNote.clear();
        state.row.invited.clear();
    }
    // Another version may send it where it was: its rules are not those that sent it away.
    void rememberWhereTo(const Decision& decision)
    {
        if (state.decision && state.decision->rulebookVersion != decision.rulebookVersion)
            state.sentTo.clear();
        const auto queue = queueItIsSentTo(decision);
        if (queue && !decision.stoppedTransfer && (state.sentTo.empty() || state.sentTo.back() != *queue))
            state.sentTo.push_back(*queue);
    }
    template <class WorkspaceEvent>
    void operator()(const WorkspaceEvent&)
    {
    }
};

}

void project(ConversationState& state, const Event& event)
{
    std::visit(Projection{state, event.at, event.sequence}, event.payload);
}

bool placedByHand(const ConversationState& state)
{
    const ContextEntry* entry = state.context.find(placedByHandAttribute);
    return entry && entry->value == Value(true);
}

bool mayReply(const Conversation& row, const AgentId& agent)
{
    return row.owner.kind == OwnerKind::Agent
        && (row.owner.agent == agent || std::ranges::find(row.invited, agent) != row.invited.end());
}

MessageId followUpNoteId(const ConversationId& conversation, Instant due)
{
    return {"signalbox:" + conversation.value + ":follow-up:" + std::to_string(toMicroseconds(due))};
}

}
