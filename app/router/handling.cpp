#include "app/router/handling.h"

#include "app/router/check_text.h"
#include "app/router/rights.h"

#include <algorithm>

namespace signalbox {
namespace {

constexpr std::size_t mostNoteBytes = 16 * 1024;
constexpr std::size_t mostReasonBytes = 1000;
constexpr std::size_t mostSubjectBytes = 200;
constexpr seconds lookingLasts{30};

// The conversation while it is open and this person may act on it.
Result<const ConversationState*> actedOn(Work& work, const ConversationId& id, const AgentId& by)
{
    auto state = openConversation(work, id);
    if (!state)
        return state;
    if (auto right = mayActOn(work.floor, (*state)->row, by); !right)
        return tl::unexpected(right.error());
    return state;
}

void noteFrom(Work& work, const ConversationId& id, const AgentId& by, const std::string& text,
              std::vector<AgentId> mentions)
{
    Message note;
    note.author = Author::Agent;
    note.agent = by;
    note.authorName = work.floor.agentName(by);
    note.text = text;
    note.internalNote = true;
    note.mentions = std::move(mentions);
    note.at = work.now;
    work.say(id, std::move(note));
}

}

Result<void> change(Work& work, const LookAt& command)
{
    if (const auto agent = knownAgent(work.floor, command.agent); !agent)
        return tl::unexpected(agent.error());
    std::vector<Looking>& looking = work.memory.looking;
    const auto known = std::ranges::find(looking, command.agent, &Looking::agent);
    const ConversationId before = known == looking.end() ? ConversationId{} : known->conversation;
    work.lookingChanged = work.lookingChanged || before != command.conversation;
    if (known != looking.end())
        looking.erase(known);
    if (!command.conversation.empty())
        looking.push_back({command.agent, command.conversation, false, work.now});
    return {};
}

void forgetAbsentLookers(Work& work)
{
    const auto absent = [&](const Looking& each) { return each.seen + lookingLasts <= work.now; };
    if (std::erase_if(work.memory.looking, absent) > 0)
        work.lookingChanged = true;
}

Result<void> change(Work& work, const InviteAgent& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if (const auto agent = knownAgent(work.floor, command.agent); !agent)
        return tl::unexpected(agent.error());
    const Conversation& row = (*state)->row;
    if (row.owner.agent == command.agent)
        return failure(work.floor.agentName(command.agent) + " has this conversation already.", command.agent.value);
    if (!command.note.empty())
        if (auto fit = checkText(command.note, mostNoteBytes, "The note"); !fit)
            return fit;
    if (std::ranges::find(row.invited, command.agent) == row.invited.end())
        work.emit(AgentInvited{command.conversation, command.agent, command.by});
    if (!command.note.empty())
        noteFrom(work, command.conversation, command.by, command.note, {command.agent});
    return {};
}

Result<void> change(Work& work, const LeaveConversation& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    if (command.by != command.agent)
        if (auto right = mayActOn(work.floor, (*state)->row, command.by); !right)
            return right;
    if (std::ranges::find((*state)->row.invited, command.agent) != (*state)->row.invited.end())
        work.emit(InvitedLeft{command.conversation, command.agent});
    return {};
}

Result<void> change(Work& work, const HoldConversation& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if ((*state)->row.owner.kind != OwnerKind::Agent)
        return failure("Take the conversation first: only who has it puts it aside.", command.conversation.value);
    if (command.until && *command.until <= work.now)
        return failure("Choose a time that is still to come.", "until");
    work.emit(ConversationHeld{command.conversation, command.by, command.until});
    return {};
}

Result<void> change(Work& work, const ResumeConversation& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if ((*state)->row.held)
        work.emit(HoldEnded{command.conversation, "Taken up again by " + work.floor.agentName(command.by)});
    return {};
}

Result<void> change(Work& work, const SetFollowUp& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if (const auto owner = knownAgent(work.floor, command.owner); !owner)
        return tl::unexpected(owner.error());
    if (command.due <= work.now)
        return failure("Choose a time that is still to come.", "due");
    if (auto fit = checkText(command.note, mostNoteBytes, "The note"); !fit)
        return fit;
    Instant due = command.due;
    const auto taken = [&](const FollowUpSet& other) { return other.due == due; };
    while (std::ranges::any_of((*state)->followUps, taken))
        due += microseconds{1};   // a conversation and a moment name one follow-up
    work.emit(FollowUpSet{command.conversation, due, command.owner.value, command.note, {}, command.by});
    return {};
}

Result<void> change(Work& work, const EndFollowUp& command)
{
    if (const auto agent = knownAgent(work.floor, command.by); !agent)
        return tl::unexpected(agent.error());
    work.emit(FollowUpEnded{command.conversation, command.due, command.by, command.done});
    return {};
}

Result<void> change(Work& work, const ReopenConversation& command)
{
    if (const auto agent = knownAgent(work.floor, command.by); !agent)
        return tl::unexpected(agent.error());
    const auto stored = work.stores.conversations.find(command.conversation);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored || !(*stored)->closedAt)
        return failure("Conversation #" + command.conversation.value + " is not closed.", command.conversation.value);
    if (work.floor.openFor((*stored)->visitor, (*stored)->channel))
        return failure("The visitor has begun another conversation since. Answer there.", command.conversation.value);
    work.emit(ConversationReopened{command.conversation, command.by,
                                   {OwnerKind::Agent, work.rules().firstQueue().id, command.by}});
    return {};
}

Result<void> change(Work& work, const CorrectConversation& command)
{
    const auto state = actedOn(work, command.conversation, command.by);
    if (!state)
        return tl::unexpected(state.error());
    if (auto fit = checkText(command.subject, mostSubjectBytes, "The subject"); !fit)
        return fit;
    if (auto fit = checkText(command.reason, mostReasonBytes, "The reason"); !fit)
        return fit;
    if (auto fit = checkText(command.after, mostReasonBytes, "The correction"); !fit)
        return fit;
    ConversationCorrected corrected{command.conversation, command.by, command.subject, {}, command.after,
                                    command.reason, 0};
    if (command.subject == "tier") {
        const auto& tiers = work.rules().rulebook().tiers;
        const auto tier = std::ranges::find(tiers, TierId{command.after}, &Tier::id);
        if (tier == tiers.end())
            return failure("There is no tier \"" + command.after + "\" in the live rulebook.", command.after);
        corrected.before = (*state)->row.tier.value;
        corrected.tierRank = int(tier - tiers.begin());
        work.emit(corrected);
    } else if (command.subject == "intent") {
        corrected.before = (*state)->row.intent;
        work.emit(corrected);
        work.emit(ContextChanged{command.conversation,
                                 {ContextChange{"ai.intent", Value(command.after), "agent", std::nullopt}}});
    } else if (command.subject.starts_with(criterionSubject)) {
        const auto& criteria = (*state)->decision ? (*state)->decision->qualification : std::vector<CriterionResult>{};
        const CriterionId id{command.subject.substr(criterionSubject.size())};
        const auto criterion = std::ranges::find(criteria, id, &CriterionResult::id);
        if (criterion == criteria.end())
            return failure("There is no criterion \"" + id.value + "\" in its last decision.", command.subject);
        if (!fromName<CriterionState>(command.after))
            return failure("A criterion is met, not_met or unknown.", command.after);
        corrected.before = nameOf(criterion->state);
        work.emit(corrected);
    } else {
        return failure("An intent, a tier and a criterion can be corrected, not \"" + command.subject + "\".",
                       command.subject);
    }
    return {};
}

Result<void> change(Work& work, const RaiseHand& command)
{
    const auto state = openConversation(work, command.conversation);
    if (!state)
        return tl::unexpected(state.error());
    const auto agent = knownAgent(work.floor, command.agent);
    if (!agent)
        return tl::unexpected(agent.error());
    const Conversation& row = (*state)->row;
    if (row.owner.agent != command.agent && (*agent)->agent.role == Role::Agent)
        return failure("Only who has the conversation raises a hand in it.", command.conversation.value);
    if (!command.note.empty())
        if (auto fit = checkText(command.note, mostReasonBytes, "The note"); !fit)
            return fit;
    work.emit(HandRaised{command.conversation, command.agent, command.up, command.note});
    return {};
}

}
