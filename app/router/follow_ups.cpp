#include "app/router/follow_ups.h"

#include "app/router/ai_words.h"
#include "app/router/check_text.h"
#include "app/router/rights.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostNoteBytes = 16 * 1024;

// None when there is none, or it has ended.
std::optional<FollowUpSet> standingFollowUp(Work& work, const ConversationId& id, Instant due)
{
    std::optional<FollowUpSet> standing;
    for (const Event& event : work.eventsOf(id))
        if (const auto* set = std::get_if<FollowUpSet>(&event.payload); set && set->due == due)
            standing = *set;
        else if (const auto* ended = std::get_if<FollowUpEnded>(&event.payload); ended && ended->due == due)
            standing.reset();
    return standing;
}

FollowUpOnScreen onScreen(Work& work, const FollowUpSet& followUp)
{
    FollowUpOnScreen shown;
    shown.conversation = followUp.conversation;
    shown.due = followUp.due;
    shown.visitorName = work.conversation(followUp.conversation).row.visitorName;
    shown.owner = followUp.owner;
    shown.note = followUp.note;
    shown.reminded = followUp.due <= work.now;
    return shown;
}

void end(Work& work, const FollowUpSet& followUp, const AgentId& by, bool done)
{
    FollowUpOnScreen shown = onScreen(work, followUp);
    shown.endedAt = work.now;
    shown.done = done;
    work.emit(FollowUpEnded{followUp.conversation, followUp.due, by, done});
    work.followUpsTold.push_back(std::move(shown));
}

// A policy that was switched off or removed reminds nobody of what it once set.
bool stillWanted(const Rules& rules, const FollowUpSet& followUp)
{
    const std::vector<Policy>& policies = rules.rulebook().policies;
    const auto policy = std::ranges::find(policies, followUp.policy, &Policy::id);
    return followUp.policy.empty() || (policy != policies.end() && policy->enabled);
}

void sayWhenOpen(Work& work, const FollowUpSet& followUp, const std::string& text)
{
    if (work.conversation(followUp.conversation).row.closedAt)
        return;
    Message note;
    note.id = followUpNoteId(followUp.conversation, followUp.due);
    note.author = Author::System;
    note.authorName = words::systemName;
    note.internalNote = true;
    note.text = text;
    work.say(followUp.conversation, std::move(note));
}

void remind(Work& work, const FollowUpSet& followUp)
{
    if (!stillWanted(work.rules(), followUp)) {
        sayWhenOpen(work, followUp, words::followUpDropped(followUp.note, work.rules().policyTitle(followUp.policy)));
        end(work, followUp, {}, false);
        return;
    }
    const std::string owner = work.floor.agentName({followUp.owner});
    const std::string text = words::followUpDue(followUp.note, owner);
    sayWhenOpen(work, followUp, text);
    AlertRaised reminder{followUp.conversation,
                         {std::string(reminderAlert)},
                         text + " (conversation #" + followUp.conversation.value + ")"};
    if (work.floor.agent({followUp.owner})) {
        reminder.owner.value = followUp.owner;
        reminder.ownerReason = "promised it";
    }
    work.emit(std::move(reminder));
    work.followUpsTold.push_back(onScreen(work, followUp));
}

}

Instant freeMoment(const ConversationState& state, Instant wanted)
{
    const auto taken = [&](const FollowUpSet& other) { return other.due == wanted; };
    while (std::ranges::any_of(state.followUps, taken))
        wanted += microseconds{1};
    return wanted;
}

Result<void> change(Work& work, const SetFollowUp& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (auto right = mayActOn(work.floor, (*state)->row, command.by); !right)
        return right;
    if (const auto owner = knownAgent(work.floor, command.owner); !owner)
        return tl::unexpected(owner.error());
    if (command.due <= work.now)
        return failure("Choose a time that is still to come.", "due");
    if (auto fit = checkText(command.note, mostNoteBytes, "The note"); !fit)
        return fit;
    work.emit(FollowUpSet{
        command.conversation, freeMoment(**state, command.due), command.owner.value, command.note, {}, command.by});
    return {};
}

Result<void> change(Work& work, const EndFollowUp& command)
{
    const auto agent = knownAgent(work.floor, command.by);
    if (!agent)
        return tl::unexpected(agent.error());
    if (const auto state = anyConversation(work, command.conversation); !state)
        return tl::unexpected(state.error());
    const auto followUp = standingFollowUp(work, command.conversation, command.due);
    if (!followUp)
        return failure("This follow-up is not there any more.", command.conversation.value);
    const AgentState* owner = work.floor.agent({followUp->owner});
    const bool theirs = followUp->owner == command.by.value || followUp->by == command.by;
    if (owner && !theirs && (*agent)->agent.role == Role::Agent)
        return failure("This follow-up is for " + owner->agent.name + ".", command.conversation.value);
    end(work, *followUp, command.by, command.done);
    return {};
}

void remindOfFollowUps(Work& work)
{
    const auto due = work.stores.conversations.followUpsToRemind(work.now);
    if (!due) {
        work.fault = due.error();
        return;
    }
    std::vector<FollowUpSet> stillToRemind;   // not those that were ended or reminded of in this batch
    for (const FollowUpOnScreen& stored : *due) {
        const std::vector<FollowUpSet>& waiting = work.conversation(stored.conversation).followUps;
        if (const auto followUp = std::ranges::find(waiting, stored.due, &FollowUpSet::due); followUp != waiting.end())
            stillToRemind.push_back(*followUp);
    }
    for (const FollowUpSet& followUp : stillToRemind)
        remind(work, followUp);
}

}
