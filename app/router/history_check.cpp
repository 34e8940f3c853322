#include "app/router/history_check.h"

#include "app/router/deciding_again.h"
#include "app/router/past_rules.h"
#include "model/journal/events_json.h"
#include "model/storage/conversation_store.h"
#include "model/storage/journal_store.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace signalbox {
namespace {

constexpr std::int64_t eventsBetweenProgress = 20'000;

struct Replayed {
    Owner owner;
    std::int64_t messages = 0;
    OfferId offer;
    bool closed = false;
    bool held = false;
    std::vector<AgentId> invited;
    AgentId handRaisedBy;
    std::optional<TierId> tierByHand;
};

class Check {
public:
    explicit Check(Database& database) : m_rules(database), m_store(database) { }

    void look(const Event& event)
    {
        m_event = &event;
        ++report.events;
        m_conversation = conversationOf(event.payload);
        lookAtPlace(event.sequence);
        std::visit(*this, event.payload);
    }

    void operator()(const ConversationOpened& opened)
    {
        ++report.conversations;
        if (!m_replayed.emplace(opened.conversation, Replayed{}).second)
            fault("It was opened twice.");
    }
    void operator()(const MessageAdded& added)
    {
        Replayed& state = m_replayed[added.conversation];
        if (added.message.sequence != ++state.messages)
            fault("Message " + std::to_string(added.message.sequence) + " stands in place "
                  + std::to_string(state.messages) + ".");
        if (!m_messageIds.insert(added.message.id).second)
            fault("The message id " + added.message.id.value + " comes twice.");
    }
    void operator()(const DecisionMade& made)
    {
        ++report.decisions;
        const auto rules = m_rules.version(made.decision.rulebookVersion);
        if (!rules)
            fault(rules.error().message);
        else
            m_again.add(*rules, made.decision, m_event->sequence);
    }
    void operator()(const OwnerChanged& changed)
    {
        Replayed& state = m_replayed[changed.conversation];
        if (state.owner != changed.from)
            fault("Its owner was changed from one it did not have.");
        state.owner = changed.to;
    }
    void operator()(const OfferMade& made)
    {
        Replayed& state = m_replayed[made.offer.conversation];
        if (!state.offer.empty())
            fault("It was offered while another offer was out.");
        state.offer = made.offer.id;
    }
    void operator()(const OfferEnded& ended)
    {
        Replayed& state = m_replayed[ended.conversation];
        if (state.offer != ended.offer)
            fault("An offer ended that was not out.");
        state.offer = {};
    }
    void operator()(const ConversationClosed& closed)
    {
        Replayed& state = m_replayed[closed.conversation];
        if (state.closed)
            fault("It was closed twice.");
        state.closed = true;
        state.owner = {OwnerKind::Nobody, {}, {}};
        state.held = false;
        state.invited.clear();
        state.handRaisedBy = {};
    }
    void operator()(const ConversationReopened& reopened)
    {
        Replayed& state = m_replayed[reopened.conversation];
        if (!std::exchange(state.closed, false))
            fault("It was reopened while it was open.");
        state.owner = reopened.to;
    }
    void operator()(const ConversationHeld& held)
    {
        Replayed& state = m_replayed[held.conversation];
        if (state.owner.kind != OwnerKind::Agent)
            fault("It was put aside while no agent had it.");
        state.held = true;
    }
    void operator()(const HoldEnded& ended)
    {
        if (!std::exchange(m_replayed[ended.conversation].held, false))
            fault("It was taken up again while nobody had put it aside.");
    }
    void operator()(const AgentInvited& invited) { m_replayed[invited.conversation].invited.push_back(invited.agent); }
    void operator()(const InvitedLeft& left)
    {
        if (std::erase(m_replayed[left.conversation].invited, left.agent) == 0)
            fault("Somebody left it who was not invited.");
    }
    void operator()(const HandRaised& raised)
    {
        m_replayed[raised.conversation].handRaisedBy = raised.up ? raised.agent : AgentId{};
    }
    void operator()(const ConversationCorrected& corrected)
    {
        if (corrected.subject == "tier")
            m_replayed[corrected.conversation].tierByHand = TierId{corrected.after};
    }
    // It took all events of a person with it, wherever they stood before it.
    void operator()(const ContactErased&) { m_missing.clear(); }
    template <class Unchecked>
    void operator()(const Unchecked&)
    {
    }

    void finishDeciding()
    {
        const auto different = m_again.finish();
        report.faults.insert(report.faults.end(), different.begin(), different.end());
    }

    void compareWithLists()
    {
        m_event = nullptr;
        m_conversation = {};
        for (const auto& [from, to] : m_missing)
            fault(from == to ? "Event " + std::to_string(from) + " is missing."
                             : "Events " + std::to_string(from) + " to " + std::to_string(to) + " are missing.");
        for (const auto& [id, state] : m_replayed) {
            m_conversation = id;
            const auto row = m_store.find(id);
            if (!row || !*row)
                fault(row ? "It is in the journal and not in the lists." : row.error().message);
            else
                compare(**row, state);
        }
    }

    HistoryReport report;

private:
    void lookAtPlace(std::int64_t sequence)
    {
        if (sequence <= m_lastSequence)
            fault("Its place in the journal should come after " + std::to_string(m_lastSequence) + ".");
        else if (sequence > m_lastSequence + 1)
            m_missing.emplace_back(m_lastSequence + 1, sequence - 1);
        m_lastSequence = sequence;
    }

    void compare(const Conversation& row, const Replayed& state)
    {
        if (row.owner.kind != state.owner.kind || (!state.closed && row.owner != state.owner))
            fault("Lists show another owner than the journal.");
        if (row.messageCount != state.messages)
            fault("Lists show " + std::to_string(row.messageCount) + " messages, the journal has "
                  + std::to_string(state.messages) + ".");
        if (row.closedAt.has_value() != state.closed)
            fault("Lists and the journal differ in whether it is closed.");
        if (row.offeredTo.empty() != state.offer.empty())
            fault("Lists and the journal differ in whether it is offered.");
        if (row.held != state.held)
            fault("Lists and the journal differ in whether it is put aside.");
        if (row.invited != state.invited)
            fault("Lists and the journal differ in who was invited.");
        if (row.handRaisedBy != state.handRaisedBy)
            fault("Lists and the journal differ in who raised a hand.");
        if (row.tierByHand != state.tierByHand.has_value() || (state.tierByHand && row.tier != *state.tierByHand))
            fault("Lists and the journal differ in the tier that a person gave it.");
    }

    void fault(std::string what)
    {
        report.faults.push_back({m_conversation, m_event ? m_event->sequence : 0, std::move(what)});
    }

    PastRules m_rules;
    DecidingAgain m_again{std::thread::hardware_concurrency()};
    ConversationStore m_store;
    const Event* m_event = nullptr;
    std::int64_t m_lastSequence = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_missing;   // [from, to], not explained by an erasure so far
    ConversationId m_conversation;
    std::unordered_map<ConversationId, Replayed> m_replayed;
    std::unordered_set<MessageId> m_messageIds;
};

}

Result<HistoryReport> checkHistory(Database& database, const std::function<void(std::int64_t)>& progress)
{
    Check check(database);
    if (const auto sound = database.checkIntegrity(); !sound)
        check.report.faults.push_back({{}, 0, sound.error().message});
    const auto read = JournalReader(database).forEach(0, [&](const Event& event) {
        check.look(event);
        if (progress && check.report.events % eventsBetweenProgress == 0)
            progress(check.report.events);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    check.finishDeciding();
    check.compareWithLists();
    return std::move(check.report);
}

}
