#include "model/domain/change_set.h"

#include <unordered_map>

namespace signalbox {
namespace {

template <class T>
void appendAll(std::vector<T>& to, std::vector<T>&& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

// Entries of `later` replace those with the same key; the order of first appearance stays.
template <class T, class KeyOf>
void replaceAll(std::vector<T>& to, std::vector<T>&& from, KeyOf keyOf)
{
    if (from.empty())
        return;
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < to.size(); ++i)
        places.emplace(keyOf(to[i]), i);
    for (T& entry : from) {
        const auto [place, isNew] = places.emplace(keyOf(entry), to.size());
        if (isNew)
            to.push_back(std::move(entry));
        else
            to[place->second] = std::move(entry);
    }
}

template <class T>
void replaceIfSet(std::optional<T>& to, std::optional<T>&& from)
{
    if (from)
        to = std::move(from);
}

}

bool ChangeSet::empty() const
{
    return conversations.empty() && messages.empty() && agents.empty() && removedAgents.empty() && offersMade.empty()
        && offersEnded.empty() && alerts.empty() && labels.empty() && decisions.empty() && context.empty() && visitorTyping.empty()
        && followUps.empty() && corrections.empty() && erased.empty() && !looking && !deskSettings && !rulebook && !faq && !profile && !website && !practiceOn && !draft && !draftEditors && !shadow;
}

void ChangeSet::merge(ChangeSet&& later)
{
    replaceAll(conversations, std::move(later.conversations), [](const Conversation& entry) { return entry.id.value; });
    replaceAll(agents, std::move(later.agents), [](const AgentOnScreen& entry) { return entry.agent.id.value; });
    replaceAll(decisions, std::move(later.decisions), [](const Decision& entry) { return entry.conversation.value; });
    appendAll(messages, std::move(later.messages));
    appendAll(removedAgents, std::move(later.removedAgents));
    appendAll(offersMade, std::move(later.offersMade));
    appendAll(offersEnded, std::move(later.offersEnded));
    replaceAll(alerts, std::move(later.alerts), [](const Alert& entry) { return std::to_string(entry.number); });
    appendAll(labels, std::move(later.labels));
    appendAll(context, std::move(later.context));
    appendAll(visitorTyping, std::move(later.visitorTyping));
    replaceIfSet(rulebook, std::move(later.rulebook));
    replaceIfSet(faq, std::move(later.faq));
    replaceIfSet(profile, std::move(later.profile));
    replaceIfSet(website, std::move(later.website));
    replaceIfSet(practiceOn, std::move(later.practiceOn));
    replaceIfSet(draft, std::move(later.draft));
    replaceIfSet(draftEditors, std::move(later.draftEditors));
    replaceIfSet(shadow, std::move(later.shadow));
    replaceAll(followUps, std::move(later.followUps), [](const FollowUpOnScreen& entry) {
        return entry.conversation.value + ' ' + std::to_string(toMicroseconds(entry.due));
    });
    appendAll(corrections, std::move(later.corrections));
    appendAll(erased, std::move(later.erased));
    replaceIfSet(looking, std::move(later.looking));
    replaceIfSet(deskSettings, std::move(later.deskSettings));
    messagesCommitted += later.messagesCommitted;
}

}
